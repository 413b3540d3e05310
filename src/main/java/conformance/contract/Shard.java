package conformance.contract;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * One of several equal parts of a run, so that several machines can share it.
 *
 * @param number this part, counted from 1
 * @param of number of parts
 */
public record Shard(int number, int of) {

  /** Whether this part also judges what does not depend on the agents. */
  public boolean isFirst() {
    return number == 1;
  }

  /** The notation of settings: {@code 2/8}. */
  @Override
  public String toString() {
    return number + "/" + of;
  }

  /**
   * Keeps in {@code parameters} every {@code of}-th value of the parameter with the most values.
   *
   * @param problems receives a message if there are too few values
   */
  public void take(Map<String, List<String>> parameters, List<String> problems) {
    var longest =
        parameters.entrySet().stream()
            .max(Comparator.comparingInt(parameter -> parameter.getValue().size()))
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
