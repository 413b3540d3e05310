package conformance.schema;

import conformance.contract.Coverage;
import conformance.contract.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The lists of values in the schema files: each {@code enum} of a value or of a name. */
final class DocumentedValues {
  private DocumentedValues() {}

  /** How often each documented value was seen; none of them where nothing was. */
  static List<Coverage> of(
      SchemaFiles files, Map<String, Rule> rulesByLocation, Examination examination) {
    return rulesByLocation.entrySet().stream()
        .flatMap(
            it ->
                lists(files, it.getKey()).stream()
                    .map(list -> coverage(files.at(list), list, it.getValue(), examination)))
        .toList();
  }

  private static List<String> lists(SchemaFiles files, String location) {
    return switch (AcrossRules.keyword(location)) {
      case "enum" -> List.of(location);
      case "propertyNames" ->
          files.at(location).has("enum") ? List.of(location + "/enum") : List.<String>of();
      default -> List.<String>of();
    };
  }

  private static Coverage coverage(
      JsonNode values, String location, Rule rule, Examination examination) {
    var seen = new LinkedHashMap<String, Long>();
    values.forEach(value -> seen.put(value.asString(""), examination.seen(location, value)));
    return new Coverage(rule.id(), rule.subject(), seen);
  }
}
