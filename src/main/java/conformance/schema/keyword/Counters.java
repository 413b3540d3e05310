package conformance.schema.keyword;

import conformance.contract.Coverage;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/**
 * The layout of the counters of one body: first how often each rule was examined, then how often
 * each documented value was found.
 *
 * @param rules their schema locations
 * @param lists lists of documented values
 */
public record Counters(List<String> rules, List<DocumentedValues> lists) {
  /** The index of a list that is not counted. */
  public static final int NONE = -1;

  public Counters {
    rules = List.copyOf(rules);
    lists = List.copyOf(lists);
  }

  public int size() {
    return first(lists.size());
  }

  /** The counter indexes of the rules of the keyword at a schema location. */
  public int[] ofRules(String location) {
    return IntStream.range(0, rules.size()).filter(i -> belongs(rules.get(i), location)).toArray();
  }

  /** {@code required} is several rules, one for each name. */
  private static boolean belongs(String rule, String keyword) {
    return rule.equals(keyword) || keyword.endsWith("/required") && rule.startsWith(keyword + "/");
  }

  /** The counter index of the first value of a list; those of the others follow. */
  public int ofList(String location) {
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
   * How often each documented value was found.
   *
   * @param counts by counter index
   */
  public List<Coverage> coverage(IntToLongFunction counts) {
    return IntStream.range(0, lists.size())
        .mapToObj(
            list -> {
              var first = first(list);
              return lists.get(list).coverage(i -> counts.applyAsLong(first + i));
            })
        .toList();
  }
}
