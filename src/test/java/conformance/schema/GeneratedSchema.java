package conformance.schema;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Generates random schemas of items, and lists of small items that may meet them. */
record GeneratedSchema(Random random, Instant now) {
  private static final List<String> ALL = List.of("a", "b", "c", "d", "e", "f", "g");

  private static final List<String> TEXT =
      List.of(
          "\"minLength\": 1",
          "\"maxLength\": 3",
          "\"enum\": [\"x\", \"y\", \"é\"]",
          "\"const\": \"x\"",
          "\"not\": {\"const\": \"y\"}",
          "\"not\": {\"enum\": [\"x\", \"z\"]}",
          "\"pattern\": \"^[a-z]*$\"",
          "\"pattern\": \"[^b]\"",
          "\"x-calling-code\": \"assigned\"",
          "\"x-age-of\": {\"of\": \"c\", \"skew\": \"PT1H\"}");
  private static final List<String> DATE =
      List.of(
          "\"format\": \"date-time\"",
          "\"x-not-in-future\": \"PT5M\"",
          "\"x-not-after\": \"d\"",
          "\"x-not-before\": \"d\"",
          "\"pattern\": \"Z$\"");
  private static final List<String> NUMBER =
      List.of(
          "\"minimum\": 0",
          "\"exclusiveMinimum\": 0.5",
          "\"maximum\": 5",
          "\"exclusiveMaximum\": 9223372036854775808",
          "\"minimum\": -1e30",
          "\"x-integer-literal\": true",
          "\"x-not-more-than\": \"f\"");
  private static final List<String> TEXTS =
      List.of("x", "y", "z", "é", "", "\ud83d\ude00", "+12", "+2101", "2 hours ago", "abcd");

  /** The kind of a property decides its keywords and its likely values. */
  private static final Map<String, List<String>> KEYWORDS =
      Map.of("a", TEXT, "b", TEXT, "c", DATE, "d", DATE, "e", NUMBER, "f", NUMBER, "g", List.of());

  /** The keywords of the list. */
  String keywords() {
    var item = new ArrayList<String>();
    item.add("\"properties\": " + properties(2));
    maybe(item, "\"type\": \"object\"");
    maybe(item, "\"required\": [\"" + pick(ALL) + "\"]");
    maybe(item, "\"allOf\": [{\"properties\": " + properties(1) + "}, true]");
    maybe(item, "\"propertyNames\": {\"enum\": [\"a\", \"b\", \"c\", \"d\", \"e\", \"f\", \"g\"]}");
    maybe(item, "\"additionalProperties\": " + pick(List.of("false", "true", "{\"minimum\": 0}")));
    maybe(item, conditional());
    return "\"items\": {%s}, \"x-unique-by\": \"a\", \"x-persistent-by\": \"e\""
        .formatted(String.join(", ", item));
  }

  private void maybe(List<String> keywords, String keyword) {
    if (random.nextBoolean()) {
      keywords.add(keyword);
    }
  }

  private String conditional() {
    var name = pick(List.of("a", "b"));
    return """
    "if": {"properties": {"%s": %s}, "required": ["%s"]},
    "then": {"required": ["%s"], "properties": {"c": {"x-not-in-future": "PT5M"}}},
    "else": %s"""
        .formatted(
            name,
            pick(
                List.of(
                    "{\"const\": \"x\"}", "{\"enum\": [\"y\", \"z\"]}", "{\"type\": \"string\"}")),
            name,
            pick(ALL),
            pick(List.of("true", "{\"required\": [\"b\"]}", "{\"minProperties\": 1}")));
  }

  private String properties(int depth) {
    return ALL.stream()
        .map(name -> "\"%s\": %s".formatted(name, schema(name, depth)))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private String schema(String name, int depth) {
    if (name.equals("g")) {
      return nested(depth);
    }
    // Two of the same keyword make no schema.
    var keywords = new java.util.TreeMap<String, String>();
    for (var i = random.nextInt(3); i > 0; i--) {
      var keyword = pick(KEYWORDS.get(name));
      keywords.put(keyword.split(":")[0], keyword);
    }
    if (random.nextInt(60) == 0) {
      keywords.put("anyOf", "\"anyOf\": [{\"type\": \"string\"}, {\"multipleOf\": 2}]");
    }
    if (random.nextInt(3) == 0) {
      var type = KEYWORDS.get(name) == NUMBER ? "[\"integer\", \"null\"]" : "\"string\"";
      keywords.put("type", "\"type\": " + type);
    }
    return "{" + String.join(", ", keywords.values()) + "}";
  }

  private String nested(int depth) {
    return switch (random.nextInt(4)) {
      case 0 -> "{\"type\": \"array\", \"items\": {\"type\": \"integer\"}, \"minItems\": 1}";
      case 1 -> "{\"maxItems\": 2, \"items\": {\"enum\": [\"x\", \"y\"]}}";
      case 2 -> depth > 1 ? "{\"properties\": " + properties(depth - 1) + "}" : "{}";
      default -> "true";
    };
  }

  /** A list of items, most values of their properties' kinds. */
  String list(int size) {
    return IntStream.range(0, size)
        .mapToObj(i -> item(2))
        .collect(Collectors.joining(",", "[", "]"));
  }

  private String item(int depth) {
    return ALL.stream()
        .filter(name -> random.nextInt(8) > 0)
        .map(
            name -> "\"%s\":%s".formatted(random.nextInt(99) == 0 ? "h" : name, value(name, depth)))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private String value(String name, int depth) {
    if (random.nextInt(20) == 0) {
      return pick(
          List.of("null", "true", "1.5", "2.0", "-0", "12345678901234567890", "\"x\"", "{}"));
    }
    if (name.equals("g")) {
      return depth > 1
          ? pick(List.of("[1,2]", "[]", "[\"x\"]", "[{}]", "3", item(depth - 1)))
          : "[]";
    }
    if (KEYWORDS.get(name) == NUMBER) {
      return Integer.toString(random.nextInt(8) - 1);
    }
    return KEYWORDS.get(name) == TEXT ? "\"" + pick(TEXTS) + "\"" : "\"" + date() + "\"";
  }

  private String date() {
    var at = now.minusSeconds(random.nextInt(20_000) - 1_000);
    return pick(
        List.of(
            at.toString(),
            at.toString(),
            at.toString().replace("Z", ".5+00:00"),
            "2024-01-32T00:00:00Z"));
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }
}
