package conformance.schema;

import conformance.contract.Basis;
import conformance.contract.Level;
import conformance.contract.Rule;
import conformance.contract.Source;
import conformance.json.JsonError;
import conformance.json.JsonReader;
import java.util.EnumMap;
import java.util.Map;

/**
 * The rules for every JSON body, whatever its schema: RFC 8259.
 *
 * @param response address of the response that has the body: {@code
 *     batches/openapi.yaml#listBatches/200}
 * @param source where the response is documented
 * @param category kind of the deviations
 */
record BodyRules(String response, Source source, String category) {

  /** A rule for each kind of error. */
  Map<JsonError.Kind, Rule> byKind() {
    var rules = new EnumMap<JsonError.Kind, Rule>(JsonError.Kind.class);
    for (var kind : JsonError.Kind.values()) {
      rules.put(kind, rule(kind));
    }
    return rules;
  }

  private Rule rule(JsonError.Kind kind) {
    return switch (kind) {
      case ENCODING -> rule("utf-8", Level.MUST, "8.1", "is encoded in UTF-8");
      case SYNTAX -> rule("json", Level.MUST, "2", "is one JSON value");
      case SURROGATES ->
          rule(
              "surrogates",
              Level.SHOULD,
              "8.2",
              "has strings of Unicode characters, without half a surrogate pair");
      case DUPLICATE_NAME ->
          rule("unique-names", Level.SHOULD, "4", "has unique names in each object");
      case NUMBER_RANGE ->
          rule(
              "number-range",
              Level.SHOULD,
              "6",
              "has numbers of at most %,d digits when written out"
                  .formatted(JsonReader.MAX_NUMBER));
      // The limits are the reader's own. What lies behind them is not judged, so no run is green.
      case BOUNDS ->
          rule(
              "bounds",
              Level.MUST,
              "9",
              ("is within bounds: %d levels, strings of %,d characters, numbers of %,d digits, items of"
                      + " %,d values and %,d bytes")
                  .formatted(
                      JsonReader.MAX_DEPTH,
                      JsonReader.MAX_STRING,
                      JsonReader.MAX_NUMBER,
                      JsonReader.MAX_VALUES,
                      JsonReader.MAX_ITEM));
      case BYTE_ORDER_MARK ->
          rule("no-byte-order-mark", Level.MUST, "8.1", "has no byte order mark");
    };
  }

  private Rule rule(String id, Level level, String section, String promise) {
    return new Rule(
        response + "/body/" + id,
        level,
        new Source(
            source.section() + " > application/json; RFC 8259, section " + section, Basis.IMPLIED),
        category,
        "body",
        "body " + promise,
        "a body that " + promise);
  }
}
