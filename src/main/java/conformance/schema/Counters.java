package conformance.schema;

import conformance.contract.Coverage;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/**
 * What is counted while a body is examined, each by a number of its own: how often each rule was
 * put to the test, and how often each documented value was seen.
 *
 * @param rules their schema locations
 * @param lists of documented values
 */
record Counters(List<String> rules, List<DocumentedValues> lists) {
  /** For a list that nobody counts. */
  static final int NONE = -1;

  Counters {
    rules = List.copyOf(rules);
    lists = List.copyOf(lists);
  }

  int size() {
    return first(lists.size());
  }

  /** The numbers of the rules that the keyword at a schema location is. */
  int[] ofRules(String location) {
    return IntStream.range(0, rules.size()).filter(i -> belongs(rules.get(i), location)).toArray();
  }

  /** One keyword {@code required} is several rules, one for each name below it. */
  private static boolean belongs(String rule, String keyword) {
    return rule.equals(keyword) || keyword.endsWith("/required") && rule.startsWith(keyword + "/");
  }

  /** The number of the first value of the list at a schema location; those of the others follow. */
  int ofList(String location) {
    return IntStream.range(0, lists.size())
        .filter(i -> lists.get(i).location().equals(location))
        .map(this::first)
        .findFirst()
        .orElse(NONE);
  }

  private int first(int list) {
    return rules.size() + lists.stream().limit(list).mapToInt(it -> it.values().size()).sum();
  }

  /**
   * How often each documented value was seen.
   *
   * @param counts by number
   */
  List<Coverage> coverage(IntToLongFunction counts) {
    return IntStream.range(0, lists.size())
        .mapToObj(
            list -> {
              var first = first(list);
              return lists.get(list).coverage(i -> counts.applyAsLong(first + i));
            })
        .toList();
  }
}
