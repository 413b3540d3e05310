/**
 * The words of the suite: contract, operation, rule, deviation, verdict; and the reader of
 * openapi.yaml.
 */
package conformance.contract;
