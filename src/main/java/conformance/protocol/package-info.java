/**
 * Checks and probes beside the body: status, header fields, authentication, methods, parameters;
 * and whether it is the API or the environment that is at fault.
 */
package conformance.protocol;
