package conformance.schema;

import conformance.contract.Basis;
import conformance.contract.Level;
import conformance.contract.Rule;
import conformance.contract.Source;
import conformance.json.JsonError;
import conformance.json.JsonReader;
import java.util.EnumMap;
import java.util.Map;

/** The rules for every JSON body, whatever its schema: RFC 8259. */
final class BodyRules {
  private BodyRules() {}

  /**
   * A rule for each kind of error.
   *
   * @param contract name of the contract, with which the rules' ids begin
   * @param response the response that has the body: {@code listBatches/200}
   * @param source where the response is documented
   */
  static Map<JsonError.Kind, Rule> of(String contract, String response, Source source) {
    var rules = new EnumMap<JsonError.Kind, Rule>(JsonError.Kind.class);
    var address = "%s/openapi.yaml#%s/body/".formatted(contract, response);
    for (var kind : JsonError.Kind.values()) {
      rules.put(kind, rule(kind, address, source.section()));
    }
    return rules;
  }

  private static Rule rule(JsonError.Kind kind, String address, String section) {
    return switch (kind) {
      case ENCODING -> rule(address + "utf-8", Level.MUST, section, "8.1", "is encoded in UTF-8");
      case SYNTAX -> rule(address + "json", Level.MUST, section, "2", "is one JSON value");
      case DUPLICATE_NAME ->
          rule(
              address + "unique-names",
              Level.MUST,
              section,
              "4",
              "has unique names in each object");
      case BOUNDS ->
          rule(
              address + "bounds",
              Level.MUST,
              section,
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
          rule(
              address + "no-byte-order-mark",
              Level.SHOULD,
              section,
              "8.1",
              "has no byte order mark");
    };
  }

  private static Rule rule(String id, Level level, String section, String part, String promise) {
    return new Rule(
        id,
        level,
        new Source(section + " > application/json; RFC 8259, section " + part, Basis.IMPLIED),
        "body",
        "body " + promise,
        "a body that " + promise);
  }
}
