/** Strict JSON (RFC 8259), read token by token: it goes on after a flaw, and tells where it was. */
package conformance.json;
