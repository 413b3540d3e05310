package conformance.schema;

import conformance.contract.Coverage;
import conformance.contract.Coverage.Kind;
import conformance.contract.Rule;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The lists in the schema files: each {@code properties}, and each {@code enum}. */
final class DocumentedValues {
  private DocumentedValues() {}

  /** How often each property and each value was seen; none of them where nothing was. */
  static List<Coverage> of(
      SchemaFiles files, Map<String, Rule> rulesByLocation, Examination examination) {
    var properties = new LinkedHashSet<String>();
    rulesByLocation.keySet().forEach(it -> addProperties(it, properties));
    return Stream.concat(
            properties.stream().map(it -> properties(files, it, examination)),
            rulesByLocation.entrySet().stream()
                .flatMap(
                    it ->
                        lists(files, it.getKey()).stream()
                            .map(list -> values(files.at(list), list, it.getValue(), examination))))
        .toList();
  }

  /** Adds each keyword {@code properties} on the way to a rule that applies unconditionally. */
  private static void addProperties(String rule, Set<String> found) {
    if (rule.contains(".advice.schema.json#")) {
      return;
    }
    var location = new StringBuilder(rule.substring(0, rule.indexOf('#') + 1));
    var steps = List.of(rule.substring(location.length()).split("/")).iterator();
    steps.next();
    while (steps.hasNext()) {
      var keyword = steps.next();
      location.append('/').append(keyword);
      switch (keyword) {
        case "properties" -> {
          found.add(location.toString());
          location.append('/').append(steps.next());
        }
        case "allOf", "prefixItems", "patternProperties", "required" ->
            location.append('/').append(steps.next());
        case "then", "else", "dependentSchemas" -> {
          return;
        }
        default -> {
          // The schema below is one step away, or this is the rule itself.
        }
      }
    }
  }

  private static Coverage properties(SchemaFiles files, String location, Examination examination) {
    var schema = files.at(location.substring(0, location.lastIndexOf('/')));
    var address = files.address(location);
    var seen = new LinkedHashMap<String, Long>();
    for (var name : schema.path("properties").propertyNames()) {
      seen.put(name, examination.met(location, seen.size()));
    }
    return new Coverage(address, Kind.PROPERTIES, schema.path("title").asString(address), seen);
  }

  private static List<String> lists(SchemaFiles files, String location) {
    return switch (AcrossRules.keyword(location)) {
      case "enum" -> List.of(location);
      case "propertyNames" ->
          files.at(location).has("enum") ? List.of(location + "/enum") : List.<String>of();
      default -> List.<String>of();
    };
  }

  private static Coverage values(
      JsonNode values, String location, Rule rule, Examination examination) {
    var seen = new LinkedHashMap<String, Long>();
    for (var i = 0; i < values.size(); i++) {
      seen.merge(values.get(i).asString(""), examination.seenAt(location, i), Long::sum);
    }
    return new Coverage(rule.id(), Kind.VALUES, rule.subject(), seen);
  }
}
