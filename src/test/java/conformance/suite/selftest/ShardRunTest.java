package conformance.suite.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.fixture.ApiServer;
import conformance.fixture.Fleet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shards judge every agent once, and what does not depend on the agents once. */
class ShardRunTest {
  private static final Pattern HISTORY = Pattern.compile("\"historyId\":\\s*\"([^\"]+)\"");

  @TempDir Path folder;

  @Test
  void probesInTheFirstShardOnly() throws Exception {
    try (var server = Fleet.server(agent -> ApiServer.DATA)) {
      var first = run("1/2", server);
      var ofFirst = server.asked().size();
      var second = run("2/2", server);
      assertThat(first.failures()).isEmpty();
      assertThat(second.failures()).isEmpty();
      assertThat(first.report().at("/target/shard").asString()).isEqualTo("1/2");
      assertThat(first.report().path("requests").asInt()).isEqualTo(ofFirst).isGreaterThan(20);
      assertThat(second.report().path("requests").asInt()).isEqualTo(2 * 2);
      assertThat(server.asked().subList(ofFirst, server.asked().size()))
          .extracting(it -> it.method() + " " + it.path())
          .containsOnly(ordinary(1), ordinary(3));
      assertThat(first.skips()).anyMatch(it -> it.contains("documented example"));
      assertThat(second.skips()).noneMatch(it -> it.contains("documented example"));
    }
  }

  private static String ordinary(int agent) {
    return "GET /batches/%s/all".formatted(Fleet.agents(4).get(agent));
  }

  @Test
  void hasNoTestInCommonWithAnotherShard() throws Exception {
    try (var server = Fleet.server(agent -> ApiServer.DATA)) {
      var options = List.of("-Dtarget.url=" + server.url(), "-Dtarget.rate=1000");
      var variables =
          Map.of(
              "TARGET_TOKEN",
              "fixture-token",
              "TARGET_AGENT_ID",
              String.join(",", Fleet.agents(4)));
      var ids = new ArrayList<String>();
      for (var shard : List.of("1/2", "2/2")) {
        var all = new ArrayList<>(options);
        all.add("-Dtarget.shard=" + shard);
        all.add("-Dtarget.reread_after=1ms");
        assertThat(ForkedRun.start(folder.resolve(shard), variables, all).exitCode()).isZero();
        ids.addAll(historyIds(folder.resolve(shard).resolve("allure-results")));
      }
      assertThat(ids).hasSizeGreaterThan(200);
      assertThat(new HashSet<>(ids)).hasSameSizeAs(ids);
    }
  }

  private static List<String> historyIds(Path results) throws Exception {
    try (var files = Files.list(results)) {
      var ids = new ArrayList<String>();
      for (var file : files.filter(it -> it.toString().endsWith("-result.json")).toList()) {
        var found = HISTORY.matcher(Files.readString(file));
        assertThat(found.find()).isTrue();
        ids.add(found.group(1));
      }
      return ids;
    }
  }

  private NestedRun run(String shard, ApiServer server) throws Exception {
    var properties =
        Map.of(
            "target.url",
            server.url().toString(),
            "target.reread_after",
            "1ms",
            "target.rate",
            "1000",
            "target.shard",
            shard);
    var variables =
        Map.of(
            "TARGET_AGENT_ID", String.join(",", Fleet.agents(4)), "TARGET_TOKEN", "fixture-token");
    return NestedRun.with(folder, properties, variables);
  }
}
