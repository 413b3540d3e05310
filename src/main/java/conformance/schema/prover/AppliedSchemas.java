package conformance.schema.prover;

import conformance.schema.file.SchemaFiles;
import conformance.schema.keyword.Assertions;
import conformance.schema.keyword.Counters;
import conformance.schema.keyword.Keywords;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The schemas that apply to the same value, with what each keyword in them demands of it. */
final class AppliedSchemas {
  /** The types of values that are told apart. */
  enum Type {
    NULL,
    BOOLEAN,
    INTEGER,
    STRING,
    ARRAY,
    OBJECT
  }

  /** A schema with keywords for properties. */
  record ForProperties(String location, JsonNode schema) {}

  /** A rule that compares the value with others: the keyword's value, and its counters. */
  record Comparison(String keyword, JsonNode value, int[] counters) {}

  /** Documented names or texts, and the counter of the first; they may be counted nowhere. */
  record Documented(List<String> texts, int first) {}

  private final SchemaFiles files;
  private final Counters counters;

  /** The schemas around this value, and those that apply to it. */
  private final Set<String> around;

  private final Set<String> locations = new HashSet<>();
  private final Map<Type, List<Integer>> rules = new EnumMap<>(Type.class);
  final Set<String> types = new HashSet<>(Set.of("null", "boolean", "integer", "string"));
  final List<Documented> listed = new ArrayList<>();
  final Set<String> excluded = new HashSet<>();
  final List<TextPattern> patterns = new ArrayList<>();
  final List<Comparison> comparisons = new ArrayList<>();
  final List<ForProperties> properties = new ArrayList<>();
  final List<Documented> names = new ArrayList<>();
  final Set<String> required = new LinkedHashSet<>();
  final List<Conditional> conditionals = new ArrayList<>();
  final List<String> items = new ArrayList<>();
  boolean isDateTime;
  boolean hasCallingCode;
  long min = Long.MIN_VALUE;
  long max = Long.MAX_VALUE;
  int leastChars;
  int mostChars = Integer.MAX_VALUE;
  int leastItems;
  int mostItems = Integer.MAX_VALUE;

  AppliedSchemas(SchemaFiles files, Counters counters) {
    this(files, counters, Set.of());
  }

  private AppliedSchemas(SchemaFiles files, Counters counters, Set<String> around) {
    this.files = files;
    this.counters = counters;
    this.around = around;
    types.addAll(Set.of("array", "object"));
    for (var type : Type.values()) {
      rules.put(type, new ArrayList<>());
    }
  }

  /** None yet, for a value within this one. */
  AppliedSchemas within() {
    var all = new HashSet<>(around);
    all.addAll(locations);
    return new AppliedSchemas(files, counters, all);
  }

  /** Adds a schema, and those that it applies to the same value. */
  void add(String location) {
    var schema = files.at(location);
    if (schema.isBoolean() && schema.asBoolean()) {
      return;
    }
    // What applies twice may be counted twice, and what contains itself has no end.
    if (!schema.isObject()
        || around.contains(location)
        || !locations.add(location)
        || schema.has("$id") && location.contains("#")) {
      throw new Unprovable(location);
    }
    if (schema.has("properties") || schema.has("additionalProperties")) {
      properties.add(new ForProperties(location, schema));
    }
    for (var keyword : schema.properties()) {
      add(location, keyword.getKey(), keyword.getValue());
    }
  }

  private void add(String location, String keyword, JsonNode value) {
    var at = SchemaFiles.below(location, keyword);
    switch (keyword) {
      case "$ref", "x-advice" -> add(files.resolve(location, value.asString()));
      case "allOf" -> {
        for (var i = 0; i < value.size(); i++) {
          add(at + "/" + i);
        }
      }
      case "if" -> conditionals.add(Conditional.of(files, counters, location));
      case "then", "else", "properties" -> {
        // Read with the schema that they are in.
      }
      case "type" -> {
        types.retainAll(types(value));
        count(at, Type.values());
      }
      case "enum", "const" -> {
        listed.add(new Documented(texts(at, value), counters.ofList(at)));
        count(at, Type.values());
      }
      case "not" -> {
        excluded.addAll(excluded(at, value));
        count(at, Type.values());
      }
      case "format", "pattern", "minLength", "maxLength", "x-calling-code" -> {
        text(at, keyword, value);
        count(at, Type.STRING);
      }
      case "minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum", "x-integer-literal" -> {
        number(keyword, value);
        count(at, Type.INTEGER);
      }
      case "x-not-more-than", "x-not-after", "x-not-before", "x-not-in-future", "x-age-of" ->
          comparisons.add(new Comparison(keyword, value, counters.ofRules(at)));
      case "items" -> items.add(at);
      case "minItems" -> {
        leastItems = Math.max(leastItems, size(value));
        count(at, Type.ARRAY);
      }
      case "maxItems" -> {
        mostItems = Math.min(mostItems, size(value));
        count(at, Type.ARRAY);
      }
      case "required" -> {
        value.forEach(name -> required.add(name.asString()));
        count(at, Type.OBJECT);
      }
      case "additionalProperties" -> count(at, Type.OBJECT);
      case "propertyNames" -> {
        names.add(
            new Documented(
                texts(at, only("enum", at, value)),
                counters.ofList(SchemaFiles.below(at, "enum"))));
        count(at, Type.OBJECT);
      }
      default -> {
        if (!Keywords.METADATA.contains(keyword) && !isOfReads(keyword)) {
          throw new Unprovable(at);
        }
      }
    }
  }

  private static boolean isOfReads(String keyword) {
    return Assertions.ALL.containsKey(keyword) && Assertions.ALL.get(keyword).isOfReads();
  }

  private void text(String at, String keyword, JsonNode value) {
    switch (keyword) {
      case "format" -> {
        isDateTime = value.asString("").equals("date-time");
        if (!isDateTime) {
          throw new Unprovable(at);
        }
      }
      case "pattern" ->
          patterns.add(TextPattern.of(value.asString("")).orElseThrow(() -> new Unprovable(at)));
      case "minLength" -> leastChars = Math.max(leastChars, size(value));
      case "maxLength" -> mostChars = Math.min(mostChars, size(value));
      default -> hasCallingCode = true;
    }
  }

  private void number(String keyword, JsonNode value) {
    var bound = value.isNumber() ? value.decimalValue() : BigDecimal.ZERO;
    switch (keyword) {
      case "minimum" -> atLeast(whole(bound, RoundingMode.CEILING));
      case "exclusiveMinimum" -> atLeast(whole(bound, RoundingMode.FLOOR).add(BigInteger.ONE));
      case "maximum" -> atMost(whole(bound, RoundingMode.FLOOR));
      case "exclusiveMaximum" ->
          atMost(whole(bound, RoundingMode.CEILING).subtract(BigInteger.ONE));
      default -> {
        // An integer is written as one here.
      }
    }
  }

  private static BigInteger whole(BigDecimal bound, RoundingMode rounding) {
    return bound.setScale(0, rounding).toBigInteger();
  }

  private void atLeast(BigInteger bound) {
    if (bound.bitLength() < Long.SIZE) {
      min = Math.max(min, bound.longValue());
    } else if (bound.signum() > 0) {
      types.remove("integer");
      types.remove("number");
    }
  }

  private void atMost(BigInteger bound) {
    if (bound.bitLength() < Long.SIZE) {
      max = Math.min(max, bound.longValue());
    } else if (bound.signum() < 0) {
      types.remove("integer");
      types.remove("number");
    }
  }

  private static int size(JsonNode value) {
    return value.decimalValue().min(BigDecimal.valueOf(Integer.MAX_VALUE)).intValue();
  }

  private static Set<String> types(JsonNode value) {
    var names = new HashSet<String>();
    (value.isArray() ? value.values() : List.of(value)).forEach(it -> names.add(it.asString()));
    if (names.contains("number")) {
      names.add("integer");
    }
    return names;
  }

  /** The texts of {@code enum}, or that of {@code const}; other values are not known here. */
  static List<String> texts(String at, JsonNode value) {
    var values = value.isArray() ? List.copyOf(value.values()) : List.of(value);
    if (!values.stream().allMatch(JsonNode::isString)) {
      throw new Unprovable(at);
    }
    return values.stream().map(JsonNode::asString).toList();
  }

  /** The value of the only keyword that a schema has but metadata. */
  static JsonNode only(String keyword, String at, JsonNode schema) {
    var others =
        schema.propertyNames().stream()
            .filter(name -> !name.equals(keyword) && !Keywords.METADATA.contains(name));
    if (!schema.has(keyword) || others.findAny().isPresent()) {
      throw new Unprovable(at);
    }
    return schema.get(keyword);
  }

  /** The texts of a schema that has only {@code const} or {@code enum}. */
  static List<String> excluded(String at, JsonNode schema) {
    return texts(at, only(schema.has("const") ? "const" : "enum", at, schema));
  }

  private void count(String at, Type... types) {
    var indexes = Arrays.stream(counters.ofRules(at)).boxed().toList();
    for (var type : types) {
      rules.get(type).addAll(indexes);
    }
  }

  /** The counters of the rules that are examined for a value of a type. */
  List<Integer> rules(Type type) {
    return rules.get(type);
  }
}
