package conformance.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import conformance.contract.SecurityScheme;
import conformance.contract.Shard;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which shard a job is, the system says that started it. */
class ShardEngineTest {
  private static final String ENGINES =
      "target.shard is 'auto': expected one of CI_NODE_INDEX, JOB_COMPLETION_INDEX,"
          + " CIRCLE_NODE_INDEX, BUILDKITE_PARALLEL_JOB in the environment, found %s. Name the part,"
          + " such as 2/8";

  static Stream<Arguments> secondOfThree() {
    return Stream.of(
        Arguments.of("GitLab", Map.of("CI_NODE_INDEX", "2", "CI_NODE_TOTAL", "3")),
        Arguments.of("Kubernetes", Map.of("JOB_COMPLETION_INDEX", "1", "TARGET_SHARDS", "3")),
        Arguments.of("CircleCI", Map.of("CIRCLE_NODE_INDEX", "1", "CIRCLE_NODE_TOTAL", "3")),
        Arguments.of(
            "Buildkite",
            Map.of("BUILDKITE_PARALLEL_JOB", "1", "BUILDKITE_PARALLEL_JOB_COUNT", "3")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("secondOfThree")
  void readsWhatTheEngineSets(String engine, Map<String, String> variables) {
    var settings = read(variables);
    assertThat(settings.shard()).contains(new Shard(2, 3));
    assertThat(settings.parameters().get("shop_id")).containsExactly("b");
  }

  /** GitLab sets the number of jobs also where there is one only, and then no index. */
  @Test
  void refusesToGuess() {
    assertThatThrownBy(() -> read(Map.of("CI_NODE_TOTAL", "1")))
        .hasMessageContaining(ENGINES, "none");
    assertThatThrownBy(
            () ->
                read(
                    Map.of(
                        "CI_NODE_INDEX", "1",
                        "CI_NODE_TOTAL", "3",
                        "CIRCLE_NODE_INDEX", "0",
                        "CIRCLE_NODE_TOTAL", "3")))
        .hasMessageContaining(ENGINES, "CI_NODE_INDEX, CIRCLE_NODE_INDEX");
  }

  @Test
  void refusesNumbersThatAreNone() {
    assertThatThrownBy(() -> read(Map.of("JOB_COMPLETION_INDEX", "2")))
        .hasMessageContaining(
            "target.shard is 'auto': expected JOB_COMPLETION_INDEX from 0 on and target.shards, the"
                + " number of shards, not '2' and ''");
    for (var index : new String[] {"0", "4", "x"}) {
      assertThatThrownBy(() -> read(Map.of("CI_NODE_INDEX", index, "CI_NODE_TOTAL", "3")))
          .hasMessageContaining(
              "target.shard is 'auto': expected CI_NODE_INDEX from 1 on and CI_NODE_TOTAL, the"
                  + " number of shards, not '%s' and '3'",
              index);
    }
  }

  @Test
  void refusesANumberThatNothingReads() {
    assertThatThrownBy(
            () ->
                SettingsSource.read(
                    Map.of("target.shards", "3"),
                    Map.of(),
                    Set.of("shop_id"),
                    SecurityScheme.BEARER))
        .hasMessageContaining("target.shards is read with target.shard=auto only: leave it out");
  }

  private static Settings read(Map<String, String> variables) {
    var properties = new HashMap<>(Map.of("target.shard", "auto", "target.shop_id", "a,b,c"));
    return SettingsSource.read(properties, variables, Set.of("shop_id"), SecurityScheme.BEARER);
  }
}
