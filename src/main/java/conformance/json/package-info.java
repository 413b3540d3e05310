/**
 * Strict JSON (RFC 8259), read token by token: it goes on after a jsonError, and tells where it
 * was.
 */
package conformance.json;
