/**
 * Proves that an item of a list meets every rule of its schemas, from its tokens alone.
 *
 * <p>It is optional: what it does not understand, or what deviates, is left to the validator, which
 * alone says what is wrong. For an item that it proves it counts what the validator would count.
 */
package conformance.schema.prover;
