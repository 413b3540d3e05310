/**
 * Rules that JSON Schema has no word for: between the fields of an object, across items, over time.
 *
 * <p>They are data all the same: keywords that begin with {@code x-}, described by the meta-schema
 * {@code schemas/vocabulary.schema.json}. Here is what they mean.
 */
package conformance.relation;
