package conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.Deviation;
import conformance.contract.InteractionResult;
import conformance.contract.Level;
import conformance.contract.RequestLink;
import conformance.contract.RunResult;
import conformance.contract.Strictness;
import conformance.contract.Verdict;
import conformance.run.FixtureRun;
import conformance.schema.keyword.ReportSchema;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SarifTest {
  private static final Strictness PLAIN = new Strictness(false, false);

  @ParameterizedTest
  @ValueSource(strings = {"conforming", "documented-example", "updated-at-second-89", "empty-list"})
  void isValid(String fixture) {
    assertThat(ReportSchema.faultsOfSarif(Sarif.of(FixtureRun.on(fixture).report()))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"startLine, line", "level, gravity", "kind, sort", "statusCode, status"})
  void hasASchemaThatTellsWhatIsWrong(String name, String other) {
    var known = new Verdict.Known("a", "b", "c", LocalDate.EPOCH);
    var finding = Sample.finding(Level.MUST, 12, Sample.SECOND_89);
    var result = Sample.answered("X-Request-Id", "7", Sample.result(Sample.with(known, finding)));
    var json = Sarif.of(Sample.report(PLAIN, result));
    assertThat(ReportSchema.faultsOfSarif(json)).isEmpty();
    assertThat(json).contains("\"" + name + "\"");
    assertThat(
            ReportSchema.faultsOfSarif(
                json.replace("\"%s\"".formatted(name), "\"%s\"".formatted(other))))
        .isNotEmpty();
  }

  @Test
  void tellsWhatIsWrongAndWhere() {
    var finding = Sample.finding(Level.MUST, 12, Sample.SECOND_89);
    var result = Sample.answered("X-Request-Id", "r 7", Sample.result(finding));
    var link = Optional.of(new RequestLink("https://logs.example.com/?q={}"));
    var run = Sample.report(PLAIN, result).with(Optional.empty(), link);
    var json = run(run);
    assertThat(json.at("/results")).hasSize(1);
    assertThat(json.at("/results/0").toPrettyString())
        .isEqualTo(
            """
            {
              "ruleId" : "things/thing.schema.json#/properties/at/format",
              "ruleIndex" : 0,
              "level" : "error",
              "message" : {
                "text" : "at is an RFC 3339 date-time: broken in 1 of 12. /3/at is \\"2024-02-29T04:22:89Z\\": second 89 is outside 0-59"
              },
              "locations" : [ {
                "physicalLocation" : {
                  "artifactLocation" : {
                    "uri" : "schemas/things/thing.schema.json"
                  },
                  "region" : {
                    "startLine" : 1
                  }
                },
                "logicalLocations" : [ {
                  "fullyQualifiedName" : "/3/at"
                } ]
              } ],
              "partialFingerprints" : {
                "conformance/v1" : "%1$s",
                "primaryLocationLineHash" : "%1$s"
              },
              "suppressions" : [ ],
              "properties" : {
                "interaction" : "list things, owner o1",
                "examined" : 12,
                "deviating" : 1,
                "requestLink" : "https://logs.example.com/?q=r%%207"
              },
              "webRequest" : {
                "method" : "GET",
                "target" : "http://localhost:8080/things/o1/all",
                "headers" : {
                  "traceparent" : "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
                }
              },
              "webResponse" : {
                "statusCode" : 200,
                "headers" : {
                  "X-Request-Id" : "r 7"
                }
              }
            }"""
                .formatted(fingerprint(result)));
    assertThat(json.at("/tool/driver/rules/0").toString())
        .isEqualTo(
            "{\"id\":\"things/thing.schema.json#/properties/at/format\","
                + "\"shortDescription\":{\"text\":\"at is an RFC 3339 date-time\"},"
                + "\"fullDescription\":{\"text\":\"at is an RFC 3339 date-time. Expected: an RFC 3339"
                + " date-time.\"},\"help\":{\"text\":\"A must. Documentation: Response > at (stated)."
                + " Rule: things/thing.schema.json#/properties/at/format.\"},"
                + "\"defaultConfiguration\":{\"level\":\"error\"},\"properties\":{\"tags\":[\"Invalid"
                + " timestamp\",\"must\"],\"category\":\"Invalid timestamp\",\"level\":\"must\","
                + "\"section\":\"Response > at\",\"basis\":\"stated\"}}");
  }

  @Test
  void hasAResultForEachPlaceWhateverItsIndex() {
    var places =
        IntStream.range(0, 40)
            .mapToObj(i -> new Deviation("/%d/a%d".formatted(i, i % 20), "", "", ""))
            .toArray(Deviation[]::new);
    assertThat(
            run(Sample.report(PLAIN, Sample.result(Sample.finding(Level.MUST, 40, places))))
                .path("results"))
        .hasSize(10);
    var same = Sample.finding(Level.SHOULD, 40, places[0], place("/7/a0"), place("/7/a0/1"));
    var json = run(Sample.report(PLAIN, Sample.result(same))).path("results");
    assertThat(json.findValuesAsString("fullyQualifiedName")).containsExactly("/0/a0", "/7/a0/1");
    assertThat(json.findValuesAsString("level")).containsOnly("warning");
  }

  /** Neither index, nor agent, nor value, nor how often it is broken. */
  @Test
  void hasFingerprintsByRulePlaceAndInteraction() {
    var first = Sample.result(Sample.finding(Level.MUST, 12, Sample.SECOND_89));
    var other = Sample.finding(Level.MUST, 99, place("/97/at"), place("/98/at"));
    var print = fingerprint(first);
    assertThat(print).matches("[0-9a-f]{64}");
    assertThat(fingerprint(Sample.of("o2", Sample.result(other)))).isEqualTo(print);
    assertThat(
            List.of(
                fingerprint(Sample.named("another", first)),
                fingerprint(Sample.result(Sample.finding(Level.MUST, 12, place("/3/b")))),
                fingerprint(Sample.result(Sample.about("b", first.findings().get(0)))),
                print))
        .doesNotHaveDuplicates();
  }

  @Test
  void suppressesWhatIsAccepted() {
    var known = new Verdict.Known("It is being mended.", "T-1", "team", LocalDate.EPOCH);
    var finding = Sample.with(known, Sample.finding(Level.MUST, 12, Sample.SECOND_89));
    assertThat(run(Sample.report(PLAIN, Sample.result(finding))).at("/results/0/suppressions"))
        .hasToString(
            "[{\"kind\":\"external\",\"status\":\"accepted\",\"justification\":\"until 1970-01-01:"
                + " It is being mended. Ticket: T-1. Owner: team.\"}]");
  }

  /** A run without results would look as if all were mended. */
  @Test
  void tellsWhatCouldNotBeJudged() {
    assertThat(notifications(run(Sample.report(PLAIN, Sample.refused()))))
        .containsExactly("list things, owner o1: the target refused the token. Check it.");
    assertThat(notifications(run(Sample.report(PLAIN, Sample.result())))).isEmpty();
    var json = Sarif.ofError("things", "no contract");
    assertThat(ReportSchema.faultsOfSarif(json)).isEmpty();
    assertThat(notifications(read(json))).containsExactly("no contract");
  }

  private static List<String> notifications(JsonNode run) {
    var invocation = run.at("/invocations/0");
    var texts = invocation.path("toolExecutionNotifications").findValuesAsString("text");
    assertThat(invocation.path("executionSuccessful").asBoolean()).isEqualTo(texts.isEmpty());
    return texts;
  }

  @Test
  void makesNoLinkOfWhatAServerSends() {
    var link = new Deviation("/0/at", "", "\"[x](https://evil.example)\"", "");
    var json = run(Sample.report(PLAIN, Sample.result(Sample.finding(Level.MUST, 1, link))));
    assertThat(json.at("/results/0/message/text").asString()).contains("[x] (https://evil");
  }

  private static Deviation place(String location) {
    return new Deviation(location, "", "", "");
  }

  private static String fingerprint(InteractionResult result) {
    return run(Sample.report(PLAIN, result))
        .at("/results/0/partialFingerprints/conformance~1v1")
        .asString();
  }

  private static JsonNode run(RunResult report) {
    return read(Sarif.of(report));
  }

  private static JsonNode read(String json) {
    return new JsonMapper().readTree(json).at("/runs/0");
  }
}
