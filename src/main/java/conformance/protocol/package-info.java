/** What a response is held to besides its body, and whose fault it is when none comes. */
package conformance.protocol;
