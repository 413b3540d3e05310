/**
 * Reads rules out of JSON Schema files (2020-12), and holds bodies against them.
 *
 * <p>The keywords of our own begin with {@code x-}: {@code x-source}, {@code x-expected} and {@code
 * x-advice} describe, {@code x-integer-literal} and {@code x-calling-code} assert. Other validators
 * ignore them.
 */
package conformance.schema;
