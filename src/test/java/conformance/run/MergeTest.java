package conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.schema.keyword.ReportSchema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shards of a run are merged only if they are the shards of one run, and all of them. */
class MergeTest {
  private static final String REPORT =
      """
      {"target": {"url": "https://a.example", "mode": "live", "shard": "%s",
        "parameters": {"shop_id": ["%s"]}}, "contract": "%s", "edition": "1", "outcome": "%s",
        "startedAt": "2026-11-30T00:00:0%sZ", "durationMillis": 1500, "requests": 4,
        "totals": {"kept": 3, "broken": 0, "advice": 0, "known": 0, "notDemonstrated": 1,
          "notApplicable": 0},
        "environment": null, "findings": [],
        "coverage": {"rules": {"a": 2}, "properties": {"b": {"%s": 1}}, "values": {}}}
      """;

  private static final String STRICTNESS =
      "\"strictness\": {\"strict\": %s, \"allowEmpty\": false, \"allowEnvironment\": %s}";

  @TempDir Path folder;

  private Path write(String name, String shard, String contract, String outcome, int second)
      throws Exception {
    var file = Files.createDirectories(folder.resolve("shards").resolve(name));
    return Files.writeString(
        file.resolve("report.json"),
        REPORT.formatted(shard, name, contract, outcome, second, name));
  }

  private Merge merge() {
    return Merge.of(folder.resolve("shards"), folder.resolve("merged"));
  }

  @Test
  void addsUpWhatTheShardsFound() throws Exception {
    write("x", "2/2", "doors", "conforms", 3);
    write("y", "1/2", "doors", "undemonstrated", 1);
    var merged = merge();
    assertThat(merged.console())
        .isEqualTo(
            "conforms: https://a.example, contract doors (1), 2 shards\n"
                + "each value by itself: 6 kept, 2 not demonstrated\n");
    assertThat(merged.code()).isZero();
    assertThat(ReportSchema.faults(merged.report().toString())).isEmpty();
    assertThat(merged.report().path("durationMillis").asInt()).isEqualTo(3500);
    assertThat(merged.report().path("requests").asInt()).isEqualTo(8);
    assertThat(merged.report().at("/coverage/rules/a").asInt()).isEqualTo(4);
    assertThat(merged.report().at("/coverage/properties/b").toString())
        .isEqualTo("{\"y\":1,\"x\":1}");
    assertThat(merged.report().path("target").toString())
        .isEqualTo(
            "{\"url\":\"https://a.example\",\"mode\":\"live\",\"parameters\":"
                + "{\"shop_id\":[\"y\",\"x\"]}}");
    assertThat(folder.resolve("merged/summary.md"))
        .hasContent(
            """
            ## ✅ conforms

            Contract `doors`, edition 1, on `https://a.example` in 2 shards. 8 requests.

            each value by itself: 6 kept, 2 not demonstrated
            """);
  }

  @ParameterizedTest
  @CsvSource({
    "deviates, deviates",
    "outdated, outdated",
    "environment, environment",
    "undemonstrated, conforms"
  })
  void endsAsTheWorstShard(String second, String all) throws Exception {
    write("x", "1/2", "doors", "conforms", 0);
    write("y", "2/2", "doors", second, 0);
    assertThat(merge().report().path("outcome").asString()).isEqualTo(all);
    assertThat(merge().code()).isEqualTo(all.equals("conforms") ? 0 : 1);
  }

  @ParameterizedTest
  @CsvSource({
    "environment, true, false, 0, ⚠️ environment",
    "environment, false, false, 1, ❌ environment",
    "deviates, true, false, 1, ❌ deviates",
    "undemonstrated, false, false, 0, ✅ conforms",
    // Only the first shard sends probes: the others say nothing about them.
    "undemonstrated, false, true, 1, ❌ undemonstrated"
  })
  void allowsAndDemandsWhatTheShardsDid(
      String outcome, boolean allowEnvironment, boolean strict, int code, String title)
      throws Exception {
    for (var file :
        List.of(
            write("x", "1/2", "doors", outcome, 0), write("y", "2/2", "doors", "conforms", 0))) {
      add(file, STRICTNESS.formatted(strict, allowEnvironment));
    }
    var merged = merge();
    assertThat(merged.code()).isEqualTo(code);
    assertThat(ReportSchema.faults(merged.report().toString())).isEmpty();
    assertThat(folder.resolve("merged/summary.md"))
        .content()
        .startsWith("## %s\n".formatted(title));
  }

  @Test
  void tellsWhatHappenedInEachShard() throws Exception {
    add(write("x", "1/2", "doors", "conforms", 0), "\"notices\": [\"another token\"]");
    write("y", "2/2", "doors", "conforms", 0);
    var report = merge().report();
    assertThat(report.path("notices").toString()).isEqualTo("[\"another token\"]");
    assertThat(ReportSchema.faults(report.toString())).isEmpty();
  }

  private static void add(Path report, String property) throws Exception {
    Files.writeString(
        report, Files.readString(report).replace("\"findings\"", property + ", \"findings\""));
  }

  @Test
  void isRedAndNamesWhatIsMissing() throws Exception {
    write("x", "3/4", "doors", "conforms", 0);
    var failed = Files.createDirectories(folder.resolve("shards/z")).resolve("report.json");
    Files.writeString(
        failed, "{\"contract\": \"doors\", \"outcome\": \"error\", \"error\": \"no token\"}");
    var merged = merge();
    assertThat(merged.code()).isEqualTo(1);
    assertThat(merged.report().path("outcome").asString()).isEqualTo("error");
    assertThat(merged.report().path("error").asString())
        .isEqualTo(
            failed
                + ": no token; shard 1/4 is missing; shard 2/4 is missing; shard 4/4 is missing");
    assertThat(merged.console()).contains("shard 1/4 is missing");
    assertThat(folder.resolve("merged/summary.md")).content().startsWith("## ❌ error\n");
    write("y", "1/4", "doors", "deviates", 0);
    assertThat(merge().report().path("outcome").asString()).isEqualTo("deviates");
    assertThat(merge().report().path("error").asString()).contains("shard 4/4 is missing");
  }

  @Test
  void printsNoCommandOfAServer() throws Exception {
    var file = write("x", "1/1", "doors", "deviates", 0);
    var finding =
        """
        [{"rule": "doors/a", "promise": "a is 1", "level": "must", "verdict": "broken", "examined": 3,
          "deviating": 2, "deviations": [{"location": "/0/a", "actual": "##vso[x] <b>",
            "reason": "it is\\n::error::more"}]}]""";
    Files.writeString(
        file, Files.readString(file).replace("\"findings\": []", "\"findings\": " + finding));
    assertThat(merge().console().lines().toList().get(2))
        .isEqualTo(
            "  a is 1: in 2 of 3, for 1 request; /0/a is # #vso[x] <b>: it is ::error::more");
    assertThat(folder.resolve("merged/summary.md"))
        .content()
        .endsWith(
            """

            | level | promise | broken |
            |---|---|---|
            | must | a is 1 | in 2 of 3, for 1 request; /0/a is ##&#8203;vso\\[x\\] &lt;b&gt;: it is ::error::more |
            """);
  }

  @Test
  void writesNothingOfNoShards() throws Exception {
    Files.createDirectories(folder.resolve("shards"));
    assertThat(merge().code()).isEqualTo(1);
    assertThat(folder.resolve("merged")).doesNotExist();
  }

  @Test
  void namesAFolderThatIsNoneAndAShardThatIsNone() throws Exception {
    var none = "no report of a shard below %s: expected a report.json with target/shard\n";
    assertThat(merge().console()).isEqualTo(none, folder.resolve("shards"));
    var x = write("x", "a/b", "doors", "conforms", 0);
    assertThat(merge().console())
        .isEqualTo("%s is not the report of a shard: expected target/shard, such as 2/8\n", x);
  }

  @Test
  void refusesShardsOfDifferentRuns() throws Exception {
    var none = "no report of a shard below %s: expected a report.json with target/shard\n";
    Files.createDirectories(folder.resolve("shards"));
    assertThat(merge().console()).isEqualTo(none, folder.resolve("shards"));
    write("x", "1/2", "doors", "conforms", 0);
    var y = write("y", "2/2", "windows", "conforms", 0);
    assertThat(merge().code()).isEqualTo(1);
    assertThat(merge().console())
        .isEqualTo("%s is of another run: contract is 'windows', expected 'doors'\n", y);
    write("y", "2/2", "doors", "conforms", 0);
    Files.writeString(y, Files.readString(y).replace("a.example", "b.example"));
    assertThat(merge().console())
        .isEqualTo(
            "%s is of another run: target/url is 'https://b.example', expected 'https://a.example'\n",
            y);
    var x = folder.resolve("shards/x/report.json");
    for (var file : List.of(x, y)) {
      Files.writeString(file, Files.readString(file).replace("live", "fixture"));
    }
    assertThat(merge().code()).isZero();
    write("x", "1/2", "doors", "conforms", 0);
    add(x, STRICTNESS.formatted(false, false));
    add(write("y", "2/2", "doors", "conforms", 0), STRICTNESS.formatted(true, false));
    assertThat(merge().console())
        .isEqualTo("%s is of another run: strictness/strict is 'true', expected 'false'\n", y);
    write("x", "1/2", "doors", "conforms", 0);
    write("y", "2/3", "doors", "conforms", 0);
    assertThat(merge().console()).isEqualTo("%s is shard 2 of 3: expected one of 2\n", y);
    write("y", "1/2", "doors", "conforms", 0);
    assertThat(merge().console()).isEqualTo("%s is shard 1/2: there is another report of it\n", y);
    write("y", "", "doors", "conforms", 0);
    assertThat(merge().console())
        .isEqualTo("%s is not the report of a shard: expected target/shard, such as 2/8\n", y);
  }
}
