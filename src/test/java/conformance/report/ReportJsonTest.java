package conformance.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import conformance.contract.Deviation;
import conformance.contract.Level;
import conformance.contract.RequestLink;
import conformance.contract.Shard;
import conformance.contract.Strictness;
import conformance.contract.Verdict;
import conformance.fixture.FixtureServer;
import conformance.http.Token;
import conformance.known.KnownDeviations;
import conformance.known.KnownDeviationsFile;
import conformance.run.FixtureRun;
import conformance.schema.keyword.ReportSchema;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ReportJsonTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final KnownDeviations SHIPPED =
      new KnownDeviations(
          KnownDeviationsFile.read(Path.of("fixtures/known-deviations.yaml"), Set.of("agent_id")),
          LocalDate.of(2026, 1, 1));

  static Stream<Arguments> runs() {
    var wrongToken = Token.of("wrong-token");
    return Stream.of(
        arguments(on("conforming"), "conforms"),
        arguments(on("variant-2000-items"), "conforms"),
        arguments(on("empty-list"), "undemonstrated"),
        arguments(on("documented-example"), "deviates"),
        arguments(on("three-faults"), "deviates"),
        arguments(on("every-item"), "deviates"),
        arguments(on("execution-status-odd-name"), "conforms"),
        arguments(on("content-type-text"), "deviates"),
        arguments(on("status-500"), "deviates"),
        arguments(on("body-html"), "deviates"),
        arguments(on("connection-reset"), "deviates"),
        arguments(
            new FixtureRun(
                on("conforming").url().resolve("no-such-fixture"), FixtureServer.TOKEN, SHIPPED),
            "environment"),
        arguments(new FixtureRun(on("conforming").url(), wrongToken, SHIPPED), "environment"),
        arguments(
            new FixtureRun(URI.create("http://localhost:1"), wrongToken, SHIPPED), "environment"));
  }

  @ParameterizedTest
  @MethodSource("runs")
  void hasThePublishedForm(FixtureRun run, String outcome) {
    var json = ReportJson.of(run.report());
    assertThat(ReportSchema.faults(json)).isEmpty();
    assertThat(JSON.readTree(json).path("outcome").asString()).isEqualTo(outcome);
  }

  @Test
  void tellsWhatWasAskedForAndWhatIsWrongWithTheKnownDeviations() {
    var report = Sample.report(new Strictness(false, false), Sample.result());
    var json = JSON.readTree(ReportJson.of(Sample.with(List.of("expired"), report)));
    assertThat(json.path("target"))
        .hasToString(
            "{\"url\":\"http://localhost:8080\",\"mode\":\"live\","
                + "\"parameters\":{\"owner\":[\"o1\"]}}");
    assertThat(json.path("strictness"))
        .hasToString("{\"strict\":false,\"allowEmpty\":false,\"allowEnvironment\":false}");
    assertThat(json.path("knownDeviationProblems")).hasToString("[\"expired\"]");
    assertThat(json.path("outcome").asString()).isEqualTo("outdated");
    assertThat(json.has("error")).isFalse();
    assertThat(ReportSchema.faults(json.toString())).isEmpty();
  }

  @Test
  void tellsWhatBecameOfTheTestsOfOnesOwn() {
    var report = Sample.report(new Strictness(false, false));
    assertThat(JSON.readTree(ReportJson.of(report)).has("ownTests")).isFalse();
    var json = JSON.readTree(ReportJson.of(report.with(Sample.OWN_TESTS, 7)));
    assertThat(ReportSchema.faults(json.toString())).isEmpty();
    assertThat(json.path("outcome").asString()).isEqualTo("deviates");
    assertThat(json.path("requests").asInt()).isEqualTo(7);
    assertThat(json.path("ownTests").toString())
        .isEqualTo(
            "{\"passed\":4,\"failed\":1,\"skipped\":1,\"failures\":[{\"test\":\"CacheIT.isPrivate"
                + " [1] o1\",\"message\":\"1 expectation failed.\\nExpected header \\\"Age\\\""
                + "\\twas *0*\\n\"}],\"skips\":[{\"test\":\"CacheIT\",\"message\":\"not yet\"}]}");
  }

  @Test
  void tellsWhatHappenedAndIsNoFault() {
    var report = Sample.report(new Strictness(false, false, true), Sample.refused());
    assertThat(ReportJson.of(report)).doesNotContain("\"notices\"");
    var json = JSON.readTree(ReportJson.of(Sample.noticing(List.of("another token"), report)));
    assertThat(json.path("notices").toString()).isEqualTo("[\"another token\"]");
    assertThat(ReportSchema.faults(json.toString())).isEmpty();
  }

  @Test
  void warnsOfWhatFailsNothing() {
    var report = Sample.report(new Strictness(false, false, true), Sample.refused());
    var json = JSON.readTree(ReportJson.of(Sample.warning(List.of("it expires soon"), report)));
    assertThat(json.path("outcome").asString()).isEqualTo("environment");
    assertThat(json.path("warnings").values().stream().map(it -> it.asString()))
        .containsExactly(
            "not judged, and green only because contract.allowEnvironment is true: list things,"
                + " owner o1: the target refused the token. Check it.",
            "it expires soon");
    assertThat(ReportSchema.faults(json.toString())).isEmpty();
  }

  @Test
  void tellsWhichPartOfAFleetWasJudged() {
    var report = Sample.report(new Strictness(false, false), Sample.result());
    var json = JSON.readTree(ReportJson.of(Sample.in(Optional.of(new Shard(2, 8)), report)));
    assertThat(json.at("/target/shard").asString()).isEqualTo("2/8");
    assertThat(json.has("error")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"no contract", "", "two\nlines \033[31m <b>"})
  void hasThePublishedFormWhenTheRunCannotBegin(String message) {
    var json = ReportJson.ofError("things", message);
    assertThat(ReportSchema.faults(json)).isEmpty();
    assertThat(JSON.readTree(json).path("error").asString()).isEqualTo(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "/", "/0/a~1b", "/0/a\nb\u2028", "/\ud83d\ude00", "header:Date", "status"})
  void hasThePublishedFormWhateverThePlace(String location) {
    var finding = Sample.finding(Level.MUST, 1, new Deviation(location, "", "", ""));
    var json = ReportJson.of(Sample.report(new Strictness(true, true), Sample.result(finding)));
    assertThat(ReportSchema.faults(json)).isEmpty();
    assertThat(JSON.readTree(json).at("/findings/0/deviations/0/location").asString())
        .isEqualTo(location);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"outcome\" : \"conforms\"",
        "\"mode\" : \"live\"",
        "\"/3/at\"",
        "\"deviating\" : 1",
        "\"1970-01-01T00:00:00Z\""
      })
  void hasAFormThatTellsWhatIsWrong(String part) {
    var finding = Sample.finding(Level.MUST, 1, Sample.SECOND_89);
    var report = Sample.report(new Strictness(false, false), Sample.result(finding));
    var json = ReportJson.of(report).replace("\"deviates\"", "\"conforms\"");
    assertThat(json).contains(part);
    assertThat(ReportSchema.faults(json)).isEmpty();
    var name = part.contains(" : ") ? part.replaceAll(" : .*", " : ") : "";
    assertThat(ReportSchema.faults(json.replace(part, name + "\"nonsense\""))).isNotEmpty();
  }

  @Test
  void tellsEveryFindingThatIsNotKept() {
    var unseen = new Verdict.NotApplicable("off");
    var report =
        Sample.report(
            new Strictness(false, false),
            Sample.result(
                Sample.finding(Level.MUST, 12),
                Sample.finding(Level.MUST, 12, Sample.SECOND_89),
                Sample.with(unseen, Sample.finding(Level.SHOULD, 0))),
            Sample.refused(Sample.finding(Level.MUST, 0)));
    var json = JSON.readTree(ReportJson.of(report));
    assertThat(json.path("findings").findValuesAsString("verdict"))
        .isEqualTo(List.of("broken", "notApplicable", "notDemonstrated"));
    assertThat(json.at("/findings/0/values")).hasToString("{\"\\\"2024-02-29T04:22:89Z\\\"\":1}");
    assertThat(json.at("/findings/0/reproduce").asString()).endsWith(" | jq '.[3].at'");
    assertThat(json.at("/findings/1").has("reproduce")).isFalse();
    assertThat(json.at("/findings/1/reason").asString()).isEqualTo("not applicable, off");
    assertThat(json.path("environment"))
        .hasToString(
            "[{\"interaction\":\"list things\",\"reason\":\"the target refused the token\","
                + "\"advice\":\"Check it.\",\"parameters\":{\"owner\":\"o1\"},"
                + "\"traceparent\":\""
                + Sample.TRACEPARENT
                + "\"}]");
    assertThat(json.at("/coverage/rules"))
        .hasToString("{\"things/thing.schema.json#/properties/at/format\":24}");
  }

  @Test
  void namesTheRequestsThatShowADeviation() {
    var broken = Sample.finding(Level.MUST, 12, Sample.SECOND_89);
    var unseen = Sample.about("b", Sample.finding(Level.MUST, 0));
    var result = Sample.answered("X-Correlation-Id", "a b", Sample.result(broken, unseen));
    var run = Sample.report(new Strictness(false, false), result);
    var link = Optional.of(new RequestLink("https://logs.example.com/{}"));
    var json = ReportJson.of(run.with(Optional.empty(), link));
    assertThat(ReportSchema.faults(json)).isEmpty();
    var finding = JSON.readTree(json).at("/findings/0");
    assertThat(finding.path("traceparent").asString()).isEqualTo(Sample.TRACEPARENT);
    assertThat(finding.path("requestId"))
        .hasToString("{\"field\":\"X-Correlation-Id\",\"value\":\"a b\"}");
    assertThat(finding.path("requestLink").asString()).isEqualTo("https://logs.example.com/a%20b");
    assertThat(JSON.readTree(json).at("/findings/1").has("traceparent")).isFalse();
  }

  @Test
  void countsTheDocumentationApartFromTheTarget() {
    var kept = Sample.finding(Level.MUST, 1);
    var plain = new Strictness(false, false);
    var json = JSON.readTree(ReportJson.of(Sample.report(plain, Sample.result(kept))));
    assertThat(json.has("documentation")).isFalse();
    var report = Sample.report(plain, Sample.refused(), Sample.example(kept, kept));
    json = JSON.readTree(ReportJson.of(report));
    assertThat(ReportSchema.faults(json.toString())).isEmpty();
    assertThat(json.at("/totals/kept").asInt()).isZero();
    assertThat(json.at("/documentation"))
        .hasToString(
            "{\"kept\":2,\"broken\":0,\"advice\":0,\"known\":0,\"notDemonstrated\":0,"
                + "\"notApplicable\":0}");
    assertThat(json.at("/coverage/rules").isEmpty()).isTrue();
  }

  @Test
  void tellsHowOftenEachDocumentedValueWasSeen() {
    var report =
        Sample.report(new Strictness(false, false), Sample.covering(Sample.result(), 3L, 0L));
    assertThat(JSON.readTree(ReportJson.of(report)).at("/coverage/values"))
        .hasToString("{\"things/thing.schema.json#/properties/kind/enum\":{\"v0\":3,\"v1\":0}}");
  }

  private static FixtureRun on(String fixture) {
    var run = FixtureRun.on(fixture);
    return new FixtureRun(run.url(), run.token(), SHIPPED);
  }
}
