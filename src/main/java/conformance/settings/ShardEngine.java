package conformance.settings;

import conformance.contract.Shard;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A CI system that starts a job several times, and says in variables which one it is. */
enum ShardEngine {
  /** GitLab CI/CD, {@code parallel}; the index counts from 1. */
  GITLAB("CI_NODE_INDEX", 1, "CI_NODE_TOTAL"),
  /** An Indexed Job of Kubernetes, which does not say how many completions it wants. */
  KUBERNETES("JOB_COMPLETION_INDEX", 0, "target.shards"),
  /** CircleCI, {@code parallelism}. */
  CIRCLECI("CIRCLE_NODE_INDEX", 0, "CIRCLE_NODE_TOTAL"),
  /** Buildkite, {@code parallelism}. */
  BUILDKITE("BUILDKITE_PARALLEL_JOB", 0, "BUILDKITE_PARALLEL_JOB_COUNT");

  private final String index;
  private final int first;
  private final String total;

  ShardEngine(String index, int first, String total) {
    this.index = index;
    this.first = first;
    this.total = total;
  }

  /** The shard that this process is, if the variables of exactly one engine say so. */
  static Optional<Shard> shard(Values values) {
    var found = Stream.of(values()).filter(it -> !text(values, it.index).isEmpty()).toList();
    if (found.size() != 1) {
      values.problems.add(
          "target.shard is 'auto': expected one of %s in the environment, found %s. Name the part, such as 2/8"
              .formatted(
                  names(Stream.of(values())), found.isEmpty() ? "none" : names(found.stream())));
      return Optional.empty();
    }
    return found.get(0).of(values);
  }

  private Optional<Shard> of(Values values) {
    var number = number(values, index);
    var of = number(values, total);
    if (number.isEmpty()
        || of.isEmpty()
        || number.get() - first >= of.get()
        || number.get() < first) {
      values.problems.add(
          "target.shard is 'auto': expected %s from %d on and %s, the number of shards, not '%s' and '%s'"
              .formatted(index, first, total, text(values, index), text(values, total)));
      return Optional.empty();
    }
    return Optional.of(new Shard(number.get() - first + 1, of.get()));
  }

  private static Optional<Integer> number(Values values, String variable) {
    return Optional.of(text(values, variable))
        .filter(text -> text.matches("[0-9]{1,4}"))
        .map(Integer::valueOf);
  }

  private static String text(Values values, String variable) {
    return variable.equals(KUBERNETES.total)
        ? values.keys.value(variable).orElse("")
        : values.keys.environment().getOrDefault(variable, "").strip();
  }

  private static String names(Stream<ShardEngine> engines) {
    return engines.map(it -> it.index).collect(Collectors.joining(", "));
  }
}
