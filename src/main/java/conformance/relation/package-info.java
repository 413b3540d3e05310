/**
 * Rules that JSON Schema has no keywords for: between properties, across items, between reads.
 *
 * <p>Schemas state them by keywords that begin with {@code x-}, described by the meta-schema {@code
 * schemas/vocabulary.schema.json}. This package implements them.
 */
package conformance.relation;
