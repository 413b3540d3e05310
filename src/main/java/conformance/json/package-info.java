/**
 * A strict streaming reader of JSON (RFC 8259) that reports errors with their location, and
 * continues after most of them.
 */
package conformance.json;
