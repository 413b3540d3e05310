package conformance.suite.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.fixture.ApiServer;
import conformance.fixture.ApiServer.Answer;
import conformance.schema.keyword.ReportSchema;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is told of tests of one's own: on a server that lets every cache keep its list. */
class OwnTestsRunTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String AGENT = "3c90c3cc-0d44-4b50-8888-8dd25736052a";
  private static final String CACHE = "conformance.suite.CacheControlIT";

  @TempDir private static Path output;

  private static ForkedRun run;
  private static JsonNode report;
  private static int asked;

  @BeforeAll
  static void judgeTheServer() throws Exception {
    try (var server = server()) {
      run =
          start(
              output,
              server.url(),
              CACHE,
              OwnTestSamples.Passing.class.getName(),
              OwnTestSamples.Mistaken.class.getName(),
              OwnTestSamples.Unlucky.class.getName());
      asked = server.asked().size();
    }
    report = JSON.readTree(output.resolve("conformance/report.json").toFile());
  }

  private static ApiServer server() {
    return ApiServer.worse((asked, answer) -> answer(asked.path(), answer));
  }

  private static Answer answer(String path, Answer documented) {
    return switch (path) {
      case "/busy" -> ApiServer.error(503, "later");
      default ->
          documented == ApiServer.DATA
              ? new Answer(
                  200,
                  Map.of(
                      "Content-Type", "application/json",
                      "Cache-Control", "public, max-age=60",
                      "X-Echo", "fixture-token"),
                  documented.body())
              : documented;
    };
  }

  private static ForkedRun start(Path output, URI url, String... tests) throws Exception {
    return start(output, url, AGENT, List.of(tests));
  }

  private static ForkedRun start(Path output, URI url, String agents, List<String> tests)
      throws Exception {
    return ForkedRun.start(
        output,
        Map.of("TARGET_TOKEN", "fixture-token"),
        List.of(
            "-Dtarget.url=" + url,
            "-Dtarget.agent_id=" + agents,
            "-Dtarget.rate=1000",
            "-Dtarget.reread_after=1ms"),
        tests.toArray(String[]::new));
  }

  @Test
  void failsTheRunInTheWordsOfRestAssured() throws IOException {
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(report.path("outcome").asString()).isEqualTo("deviates");
    assertThat(messages("failures").get(0))
        .startsWith(
            "CacheControlIT.noSharedCacheKeepsTheList [1] agentId=%s: 1 expectation failed.\n"
                    .formatted(AGENT)
                + "Expected header \"Cache-Control\" was not not a string containing \"public\","
                + " was \"public, max-age=60\". Headers are:\n")
        .containsIgnoringCase("X-Echo=[token]");
    var line =
        "CacheControlIT.noSharedCacheKeepsTheList [1] agentId=%s: Expected header".formatted(AGENT)
            + " \"Cache-Control\" was not not a string containing \"public\"";
    assertThat(run.console())
        .contains("\ntests of your own: 2 passed, 3 failed, 4 skipped\n")
        .contains("\nfailed tests of your own\n  " + line);
    assertThat(Files.readString(output.resolve("conformance/summary.md")))
        .contains("**Tests of your own:** 2 passed, 3 failed, 4 skipped")
        .contains("- failed: CacheControlIT.noSharedCacheKeepsTheList");
    assertThat(Files.readString(output.resolve("allure-results/environment.properties")))
        .contains("Outcome=deviates\n", "Tests\\u0020of\\u0020your\\u0020own=2\\u0020passed");
  }

  @Test
  void namesEveryTestThatDidNotPass() {
    assertThat(messages("failures"))
        .hasSize(3)
        .anyMatch(
            it ->
                it.startsWith("OwnTestSamples$Mistaken.asksForAnUnknownParameter: ")
                    && it.contains(
                        "the contract has no path parameter 'agent': expected one of agent_id"))
        .contains(
            "OwnTestSamples$Mistaken.throwsWhatIsNoAssertion:"
                + " java.lang.IllegalStateException: beep\\u0007");
    assertThat(messages("skips"))
        .containsExactlyInAnyOrder(
            "OwnTestSamples$Mistaken.isDisabled: not yet",
            "OwnTestSamples$Mistaken.assumesWhatIsNotSo: Assumption failed: it is not so",
            "OwnTestSamples$Unlucky.findsNobody: not demonstrated, %s refused the connection. Check"
                    .formatted(URI.create(report.at("/target/url").asString()).getAuthority())
                + " target.url, and that the server is up.",
            "OwnTestSamples$Unlucky.findsTheTargetBusy: not demonstrated, the target was busy:"
                + " status 503. Try later, or lower target.rate.");
    assertThat(report.at("/ownTests/passed").asInt()).isEqualTo(2);
  }

  @Test
  void changesNothingElseOfTheReport(@TempDir Path folder) throws Exception {
    JsonNode without;
    try (var server = server()) {
      without = NestedRun.at(folder, server.url(), AGENT).report();
    }
    assertThat(ReportSchema.faults(report.toString())).isEmpty();
    assertThat(without.has("ownTests")).isFalse();
    for (var member : List.of("totals", "findings", "coverage", "environment", "edition")) {
      assertThat(withoutPortsAndTraces(report.path(member)))
          .isEqualTo(withoutPortsAndTraces(without.path(member)));
    }
    assertThat(report.propertyNames()).contains("ownTests").containsAll(without.propertyNames());
    assertThat(report.propertyNames()).hasSize(without.propertyNames().size() + 1);
    assertThat(report.path("requests").asInt()).isEqualTo(without.path("requests").asInt() + 7);
  }

  private static String withoutPortsAndTraces(JsonNode json) {
    return json.toString()
        .replaceAll("127\\.0\\.0\\.1:\\d+", "server")
        .replaceAll("00-[0-9a-f]{32}-[0-9a-f]{16}-01", "trace");
  }

  @Test
  void countsAndAnnouncesTheRequests() {
    // One goes to a proxy that is not there.
    assertThat(report.path("requests").asInt()).isEqualTo(asked + 1);
    assertThat(run.console().lines().findFirst())
        .hasValueSatisfying(
            it ->
                assertThat(it)
                    .matches("\\d+ requests to http://.* a second; tests of your own send more"));
  }

  @Test
  void isShownInAllureApartFromTheContractWithItsExchange() throws IOException {
    var result = result("noSharedCacheKeepsTheList");
    assertThat(result.path("status").asString()).isEqualTo("failed");
    assertThat(result.path("labels").valueStream())
        .extracting(it -> it.path("name").asString() + " " + it.path("value").asString())
        .contains("epic tests of your own", "parentSuite tests of your own")
        .contains("suite CacheControlIT", "feature CacheControlIT");
    assertThat(result.at("/statusDetails/trace").asString())
        .startsWith("FailedTest: 1 expectation failed.\n")
        .contains("\tat conformance.suite.CacheControlIT.noSharedCacheKeepsTheList(")
        .doesNotContain("\tat io.restassured", "\tat org.junit", "\tat java.");
    assertThat(result.path("parameters").valueStream())
        .extracting(it -> it.path("name").asString())
        .containsExactlyInAnyOrder("UniqueId", "agentId");
    assertThat(attachments(result))
        .singleElement()
        .asString()
        .startsWith("GET " + report.at("/target/url").asString() + "/batches/" + AGENT + "/all\n")
        .contains("Authorization: Bearer $TARGET_TOKEN\n", "public, max-age=60\n")
        .containsIgnoringCase("X-Echo: [token]\n")
        .contains("\"from_phone_number\":\"+##########")
        .doesNotContain("fixture-token");
    assertThat(attachments(result("listsOneBatch")))
        .extracting(it -> it.lines().findFirst().orElseThrow().replaceFirst(".*/", ""))
        .containsExactly("before-all", "before-each", "all");
    assertThat(attachments(result("findsNobody"))).singleElement().asString().contains("refused");
  }

  @Test
  void passesInOneShardOfARun(@TempDir Path folder) throws Exception {
    try (var server = ApiServer.good()) {
      var run =
          ForkedRun.start(
              folder,
              Map.of("TARGET_TOKEN", "fixture-token"),
              List.of(
                  "-Dtarget.url=" + server.url(),
                  "-Dtarget.agent_id=" + AGENT,
                  "-Dtarget.shard=1/1",
                  "-Dtarget.reread_after=1ms"),
              CACHE);
      assertThat(run.console()).contains("\ntests of your own: 1 passed, 0 failed, 0 skipped\n");
      assertThat(run.exitCode()).isZero();
    }
  }

  @Test
  void failsWhereAFaultBeforeIsNotTheReason(@TempDir Path folder) throws Exception {
    try (var server = server()) {
      var careless = OwnTestSamples.Careless.class.getName();
      var run = start(folder, server.url(), careless, OwnTestSamples.Wrong.class.getName());
      assertThat(run.exitCode()).isEqualTo(1);
      var own = JSON.readTree(folder.resolve("conformance/report.json").toFile()).path("ownTests");
      assertThat(own.path("failed").asInt()).isEqualTo(2);
      assertThat(own.path("skipped").asInt()).isZero();
    }
  }

  @Test
  void isSkippedWithTheReasonWhereTheRunCouldNotReachTheTarget(@TempDir Path folder)
      throws Exception {
    var lost = start(folder, URI.create("http://127.0.0.1:1"), CACHE);
    assertThat(lost.exitCode()).isEqualTo(1);
    var json = JSON.readTree(folder.resolve("conformance/report.json").toFile());
    assertThat(json.path("outcome").asString()).isEqualTo("environment");
    assertThat(json.at("/ownTests/failed").asInt()).isZero();
    assertThat(json.at("/ownTests/skips/0/message").asString())
        .startsWith("not demonstrated, list batches, agent_id " + AGENT)
        .contains("127.0.0.1:1 refused the connection. Check target.url");
  }

  @Test
  void isSkippedWithTheReasonWhereTheRunCouldNotJudgeTheSameAgent(@TempDir Path folder)
      throws Exception {
    try (var server = ApiServer.good()) {
      start(folder, server.url(), AGENT + ",nobody", List.of(CACHE));
      var json = JSON.readTree(folder.resolve("conformance/report.json").toFile());
      assertThat(json.at("/ownTests/passed").asInt()).isEqualTo(1);
      assertThat(json.at("/ownTests/failed").asInt()).isZero();
      assertThat(json.at("/ownTests/skips/0/test").asString()).endsWith("agentId=nobody");
      assertThat(json.at("/ownTests/skips/0/message").asString())
          .startsWith("not demonstrated, the target does not know agent_id nobody: status 404.");
    }
  }

  @Test
  void isSkippedWithTheReasonWhereTheSettingsAreWrong(@TempDir Path folder) throws Exception {
    var wrong = ForkedRun.start(folder, Map.of(), List.of("-Dtarget.urls=x"), CACHE);
    assertThat(wrong.exitCode()).isEqualTo(1);
    assertThat(wrong.console()).contains("Test run finished", "[         1 containers failed");
    assertThat(wrong.console()).contains("[         0 tests failed");
  }

  private static List<String> messages(String member) {
    return report
        .path("ownTests")
        .path(member)
        .valueStream()
        .map(it -> it.path("test").asString() + ": " + it.path("message").asString())
        .toList();
  }

  private static JsonNode result(String method) throws IOException {
    try (Stream<Path> files = Files.list(output.resolve("allure-results"))) {
      return files
          .filter(it -> it.toString().endsWith("-result.json"))
          .map(it -> JSON.readTree(it.toFile()))
          .filter(it -> it.path("fullName").asString().endsWith("." + method))
          .findFirst()
          .orElseThrow();
    }
  }

  private static List<String> attachments(JsonNode result) throws IOException {
    var texts = new ArrayList<String>();
    for (var it : result.path("attachments")) {
      texts.add(
          Files.readString(output.resolve("allure-results").resolve(it.path("source").asString())));
    }
    return texts;
  }
}
