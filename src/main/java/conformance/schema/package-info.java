/**
 * Reads rules from JSON Schema files (2020-12), and examines response bodies by them.
 *
 * <p>Our own keywords begin with {@code x-} and are described in {@code
 * schemas/vocabulary.schema.json}. Other validators ignore them.
 */
package conformance.schema;
