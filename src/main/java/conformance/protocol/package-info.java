/**
 * Checks and probes of everything but the body: status, header fields, authentication, methods and
 * parameters; and how deviations of the API are told apart from environment faults.
 */
package conformance.protocol;
