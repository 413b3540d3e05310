/**
 * Reads rules out of JSON Schema files (2020-12), and holds bodies against them.
 *
 * <p>The keywords of our own begin with {@code x-}: {@code schemas/vocabulary.schema.json}
 * describes them. Other validators ignore them.
 */
package conformance.schema;
