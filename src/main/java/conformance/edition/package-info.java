/** Tells what changed between two editions of a documentation: two contracts, rule by rule. */
package conformance.edition;
