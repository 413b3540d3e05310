/** Compares two editions of a documentation, that is two contracts, rule by rule. */
package conformance.edition;
