/**
 * Compares two editions of a documentation, that is two contracts, rule by rule, and lists the
 * rules of one.
 */
package conformance.edition;
