/** Measures the suite on large lists: {@code mvn -Pbench verify}. */
package conformance.bench;
