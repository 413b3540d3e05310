package conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.Deviation;
import conformance.contract.Level;
import conformance.contract.RunResult;
import conformance.contract.Strictness;
import conformance.contract.Verdict;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The fields that GitLab documents: description, check_name, fingerprint, severity, location. */
class CodeQualityTest {
  private static final Strictness PLAIN = new Strictness(false, false);

  @Test
  void tellsWhatIsBrokenAndWhere() {
    var finding = Sample.finding(Level.MUST, 12, Sample.SECOND_89);
    var report =
        Sample.report(
            PLAIN,
            Sample.result(
                finding, Sample.about("b", Sample.finding(Level.SHOULD, 12, Sample.SECOND_89))));
    var issues = issues(report);
    assertThat(issues).hasSize(2);
    assertThat(issues.get(0))
        .hasToString(
            "{\"description\":\"at is an RFC 3339 date-time: broken in 1 of 12. /3/at is"
                + " \\\"2024-02-29T04:22:89Z\\\": second 89 is outside 0-59\","
                + "\"check_name\":\"things/thing.schema.json#/properties/at/format\","
                + "\"fingerprint\":\"%s\",\"severity\":\"critical\",".formatted(fingerprint(report))
                + "\"location\":{\"path\":\"schemas/things/thing.schema.json\","
                + "\"lines\":{\"begin\":1}}}");
    assertThat(issues.get(1).path("severity").asString()).isEqualTo("minor");
    assertThat(issues.findValuesAsString("fingerprint")).doesNotHaveDuplicates();
  }

  /** GitLab and code scanning know it by the same name. */
  private static String fingerprint(RunResult report) {
    return new JsonMapper()
        .readTree(Sarif.of(report))
        .at("/runs/0/results/0/partialFingerprints/primaryLocationLineHash")
        .asString();
  }

  @Test
  void leavesOutWhatIsAccepted() {
    var known = new Verdict.Known("a", "b", "c", LocalDate.EPOCH);
    var finding = Sample.with(known, Sample.finding(Level.MUST, 12, Sample.SECOND_89));
    assertThat(CodeQuality.of(Sample.report(PLAIN, Sample.result(finding)))).isEqualTo("[ ]\n");
  }

  /** For one agent, at a place of its own, where the rule is broken for another one. */
  @Test
  void leavesOutWhatIsAcceptedForOneAgent() {
    var known = new Verdict.Known("a", "b", "c", LocalDate.EPOCH);
    var other = new Deviation("/at", "a string", "7", "it is a number");
    var report =
        Sample.report(
            PLAIN,
            Sample.result(Sample.finding(Level.MUST, 12, Sample.SECOND_89)),
            Sample.of(
                "o2", Sample.result(Sample.with(known, Sample.finding(Level.MUST, 12, other)))));
    assertThat(issues(report))
        .singleElement()
        .extracting(issue -> issue.path("description").asString())
        .asString()
        .contains("/3/at for owner o1 is ");
  }

  /** Without an issue it would look as if all were mended. */
  @Test
  void tellsWhatCouldNotBeJudged() {
    var issues = issues(Sample.report(PLAIN, Sample.refused()));
    assertThat(issues.get(0).path("severity").asString()).isEqualTo("blocker");
    assertThat(issues.get(0).path("description").asString())
        .isEqualTo("list things, owner o1: the target refused the token. Check it.");
    assertThat(issues.get(0).at("/location/path").asString())
        .isEqualTo("schemas/things/openapi.yaml");
    var error = new JsonMapper().readTree(CodeQuality.ofError("things", "no contract"));
    assertThat(error).hasSize(1);
    assertThat(error.get(0).path("description").asString()).isEqualTo("no contract");
  }

  private static JsonNode issues(RunResult report) {
    return new JsonMapper().readTree(CodeQuality.of(report));
  }
}
