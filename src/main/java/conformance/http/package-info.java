/**
 * Sends requests to the API under test and streams the responses.
 *
 * <p>The token stays in this package: everything that leaves it has been redacted.
 */
package conformance.http;
