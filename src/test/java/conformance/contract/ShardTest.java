package conformance.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import conformance.settings.Settings;
import conformance.settings.SettingsSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several machines share a run: each judges a part, and together they judge everything. */
class ShardTest {
  private static final String AGENTS = "a,b,c,d,e,f,g,h,i,j";

  @Test
  void givesEachAgentToExactlyOneShard() {
    var parts = IntStream.rangeClosed(1, 3).mapToObj(i -> agents(i + "/3", AGENTS)).toList();
    assertThat(parts).contains(List.of("b", "e", "h"));
    assertThat(parts.stream().flatMap(List::stream)).containsExactlyInAnyOrder(AGENTS.split(","));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0/3", "4/3", "3", "1/0", "a/b", "1/3/5"})
  void refusesAPartThatThereIsNot(String shard) {
    assertThatThrownBy(() -> agents(shard, AGENTS))
        .hasMessageContaining(
            "target.shard is '%s': expected a part such as 2/8, the second of eight, or auto",
            shard);
  }

  @Test
  void refusesAShardForWhichNoAgentIsLeft() {
    assertThatThrownBy(() -> agents("1/3", "a,b"))
        .hasMessageContaining(
            "target.shard is '1/3': expected at least as many values of target.agent_id as shards,"
                + " not 2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1000", "two"})
  void refusesAConcurrencyThatIsNone(String concurrency) {
    assertThatThrownBy(() -> read(Map.of("target.concurrency", concurrency)))
        .hasMessageContaining(
            "target.concurrency is '%s': expected a number from 1 to 64", concurrency);
  }

  @Test
  void letsTwoExchangesOverlapUnlessAskedOtherwise() {
    assertThat(read(Map.of()).concurrency()).isEqualTo(2);
    assertThat(read(Map.of("target.concurrency", "7")).concurrency()).isEqualTo(7);
  }

  private static List<String> agents(String shard, String agents) {
    return read(Map.of("target.shard", shard, "target.agent_id", agents))
        .parameters()
        .get("agent_id");
  }

  private static Settings read(Map<String, String> properties) {
    return SettingsSource.read(
        new HashMap<>(properties), Map.of(), Set.of("agent_id"), SecurityScheme.BEARER);
  }
}
