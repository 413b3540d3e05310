package conformance.schema;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The texts that an {@code enum} lists.
 *
 * @param numbers their places in the list
 * @param first the number to count the first of the list by, or {@link Counters#NONE}
 */
record TextList(Map<String, Integer> numbers, int first) {

  static TextList of(JsonNode list, int first) {
    var numbers = new HashMap<String, Integer>();
    for (var i = 0; i < list.size(); i++) {
      if (list.get(i).isString()) {
        // Interned, as names that are read are, though not texts.
        numbers.putIfAbsent(list.get(i).asString().intern(), i);
      }
    }
    return new TextList(numbers, first);
  }

  /** The list that is all that the keyword's schema demands of a text, if there is one. */
  static Optional<TextList> within(KeywordSite site) {
    var ruleKeywords =
        site.keywordValue().propertyNames().stream()
            .filter(it -> !Keywords.DESCRIBING.contains(it))
            .toList();
    return ruleKeywords.size() == 1 && ruleKeywords.get(0).equals("enum")
        ? Optional.of(
            of(site.keywordValue().get("enum"), site.counters().ofList(site.location() + "/enum")))
        : Optional.empty();
  }

  /** Whether the text is listed; if it is, notes that it was seen. */
  boolean sees(Evaluation evaluation, String text) {
    var number = numbers.get(text);
    if (number == null) {
      return false;
    }
    evaluation.see(first, number);
    return true;
  }
}
