package conformance.schema;

import conformance.schema.keyword.Counters;
import conformance.schema.keyword.Keywords;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The texts of an {@code enum}.
 *
 * @param indexes in the list
 * @param first the counter index of the list's first value, or {@link Counters#NONE}
 */
record EnumTexts(Map<String, Integer> indexes, int first) {

  static EnumTexts of(JsonNode list, int first) {
    var indexes = new HashMap<String, Integer>();
    for (var i = 0; i < list.size(); i++) {
      if (list.get(i).isString()) {
        // Interned, as parsed names are; parsed texts are not.
        indexes.putIfAbsent(list.get(i).asString().intern(), i);
      }
    }
    return new EnumTexts(indexes, first);
  }

  /** The enum, if it is the only assertion in the schema that is the keyword's value. */
  static Optional<EnumTexts> within(SchemaKeyword keyword) {
    var ruleKeywords =
        keyword.value().propertyNames().stream()
            .filter(name -> !Keywords.METADATA.contains(name))
            .toList();
    return ruleKeywords.size() == 1 && ruleKeywords.get(0).equals("enum")
        ? Optional.of(
            of(
                keyword.value().get("enum"),
                keyword.counters().ofList(keyword.location() + "/enum")))
        : Optional.empty();
  }

  /** Counts the text; false if it is not listed. */
  boolean count(Evaluation evaluation, String text) {
    var index = indexes.get(text);
    if (index == null) {
      return false;
    }
    evaluation.countValue(first, index);
    return true;
  }
}
