package conformance.schema.keyword;

import conformance.contract.Coverage;
import conformance.contract.Coverage.Kind;
import conformance.contract.Rule;
import conformance.schema.file.SchemaFiles;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToLongFunction;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The names of {@code properties}, or the values of an {@code enum}.
 *
 * @param location schema location of the list
 * @param rule id of the rule it belongs to, or else its own address
 * @param subject readable name of what has the properties or values
 * @param values in the order of the schema
 */
public record DocumentedValues(
    String location, String rule, Kind kind, String subject, List<String> values) {

  /** Every list of the schemas that have these rules. */
  public static List<DocumentedValues> of(SchemaFiles files, Map<String, Rule> rulesByLocation) {
    var properties = new LinkedHashSet<String>();
    rulesByLocation.keySet().forEach(location -> addProperties(location, properties));
    return Stream.concat(
            properties.stream().map(location -> properties(files, location)),
            rulesByLocation.entrySet().stream()
                .flatMap(
                    entry ->
                        lists(files, entry.getKey()).stream()
                            .map(list -> values(files.at(list), list, entry.getValue()))))
        .toList();
  }

  /** Adds each {@code properties} on the path to a rule that applies unconditionally. */
  private static void addProperties(String rule, Set<String> found) {
    if (rule.contains(".advice.schema.json#")) {
      return;
    }
    var location = new StringBuilder(rule.substring(0, rule.indexOf('#') + 1));
    var steps = List.of(rule.substring(location.length()).split("/", -1)).iterator();
    steps.next();
    while (steps.hasNext()) {
      var keyword = steps.next();
      location.append('/').append(keyword);
      switch (keyword) {
        case "properties" -> {
          found.add(location.toString());
          location.append('/').append(steps.next());
        }
        case "allOf", "prefixItems", "patternProperties", "required", "$defs" ->
            location.append('/').append(steps.next());
        case "then", "else", "dependentSchemas" -> {
          return;
        }
        default -> {
          // The subschema is the keyword's value, or this is the rule itself.
        }
      }
    }
  }

  private static DocumentedValues properties(SchemaFiles files, String location) {
    var schema = files.at(location.substring(0, location.lastIndexOf('/')));
    var address = files.address(location);
    return new DocumentedValues(
        location,
        address,
        Kind.PROPERTIES,
        schema.path("title").asString(address),
        List.copyOf(schema.path("properties").propertyNames()));
  }

  private static List<String> lists(SchemaFiles files, String location) {
    return switch (SchemaFiles.keyword(location)) {
      // A name that is required may be that of a keyword.
      case "enum" ->
          files.at(SchemaFiles.parent(location)).isArray() ? List.<String>of() : List.of(location);
      case "propertyNames" ->
          !files.at(SchemaFiles.parent(location)).isArray() && files.at(location).has("enum")
              ? List.of(location + "/enum")
              : List.<String>of();
      default -> List.<String>of();
    };
  }

  private static DocumentedValues values(JsonNode values, String location, Rule rule) {
    return new DocumentedValues(
        location,
        rule.id(),
        Kind.VALUES,
        rule.subject(),
        values.valueStream().map(value -> value.asString("")).toList());
  }

  /**
   * How often each of them was found.
   *
   * @param counts by index in the list
   */
  Coverage coverage(IntToLongFunction counts) {
    var seen = new LinkedHashMap<String, Long>();
    for (var i = 0; i < values.size(); i++) {
      seen.merge(values.get(i), counts.applyAsLong(i), Long::sum);
    }
    return new Coverage(rule, kind, subject, seen);
  }
}
