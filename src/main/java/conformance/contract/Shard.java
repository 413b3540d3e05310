package conformance.contract;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * One of several equal parts of a run, so that many machines can share it.
 *
 * @param number which part, from 1
 * @param of how many there are
 */
public record Shard(int number, int of) {

  /** Whether it also judges what does not depend on the agents, and is judged once. */
  public boolean leads() {
    return number == 1;
  }

  /** As settings name it: {@code 2/8}. */
  @Override
  public String toString() {
    return number + "/" + of;
  }

  /**
   * Leaves in {@code asked} every {@code of}-th value of the parameter that has most.
   *
   * @param problems what is wrong is added to
   */
  public void take(Map<String, List<String>> asked, List<String> problems) {
    var longest =
        asked.entrySet().stream()
            .max(Comparator.comparingInt(it -> it.getValue().size()))
            .orElseThrow();
    var values = longest.getValue();
    if (values.size() < of) {
      problems.add(
          "target.shard is '%d/%d': expected at least as many values of target.%s as shards, not %d"
              .formatted(number, of, longest.getKey(), values.size()));
      return;
    }
    longest.setValue(
        IntStream.range(0, values.size())
            .filter(i -> i % of == number - 1)
            .mapToObj(values::get)
            .toList());
  }
}
