/**
 * Sends requests to the API under test and hands over what came back, streamed.
 *
 * <p>The token stays in this package: what leaves it has been redacted by value.
 */
package conformance.http;
