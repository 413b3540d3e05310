package conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.Basis;
import conformance.contract.ContractReader;
import conformance.contract.Credential;
import conformance.contract.Deviation;
import conformance.contract.Exchange;
import conformance.contract.Finding;
import conformance.contract.Interaction;
import conformance.contract.InteractionResult;
import conformance.contract.Level;
import conformance.contract.Request;
import conformance.contract.Rule;
import conformance.contract.RuleCounter;
import conformance.contract.RuleCounts;
import conformance.contract.Source;
import conformance.contract.Verdict;
import conformance.run.SharedFindings.ProbeResponse;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A fault that every error has is one finding. */
class SharedFindingsTest {
  private static final Rule BODY = rule("body");
  private static final Rule WHOLE = rule("whole");
  private static final Verdict UNSEEN = new Verdict.NotApplicable("nobody asked");

  @Test
  void tellsAFaultOfSeveralAnswersOnceWithTheFirstOfThem() {
    var chapters =
        chapters(
            answer("first", kept(BODY), kept(WHOLE)),
            answer("second", broken(BODY), kept(WHOLE)),
            answer("third", broken(BODY), kept(WHOLE)));
    var finding = finding(BODY, chapters);
    assertThat(finding.verdict()).isInstanceOf(Verdict.Broken.class);
    assertThat(finding.examined().examined()).isEqualTo(3);
    assertThat(finding.examined().deviations().stream().map(Deviation::reason))
        .containsExactly(
            "it is wrong, in the response to the second",
            "it is wrong, in the response to the third");
    assertThat(path(BODY, chapters)).contains("/second");
  }

  @Test
  void putsARuleThatNothingBreaksWithTheFirstThatPutsItToTheTest() {
    var chapters =
        chapters(
            answer("first", RuleCounts.none(BODY), RuleCounts.none(WHOLE)),
            answer("second", kept(BODY), RuleCounts.none(WHOLE)),
            answer("third", kept(BODY), kept(WHOLE)));
    assertThat(finding(BODY, chapters).verdict()).isInstanceOf(Verdict.Kept.class);
    assertThat(path(BODY, chapters)).contains("/second");
    assertThat(path(WHOLE, chapters)).contains("/third");
  }

  @Test
  void saysWhatItIsToldOfARuleThatNoAnswerIsAbout() {
    var chapters = chapters(answer("first", kept(BODY), RuleCounts.none(WHOLE)));
    assertThat(finding(WHOLE, chapters).verdict()).isEqualTo(UNSEEN);
    assertThat(path(WHOLE, chapters)).isEmpty();
  }

  @Test
  void makesAChapterOfEachExchangeInTheOrderOfTheRules() {
    var together = chapters(answer("first", broken(BODY), kept(WHOLE)));
    assertThat(together).hasSize(1);
    assertThat(together.get(0).findings().stream().map(Finding::rule)).containsExactly(BODY, WHOLE);
    assertThat(
            chapters(
                answer("first", kept(BODY), broken(WHOLE)),
                answer("second", broken(BODY), kept(WHOLE))))
        .map(it -> it.findings().get(0).rule())
        .containsExactly(BODY, WHOLE);
  }

  private static List<InteractionResult> chapters(ProbeResponse... answers) {
    var operation = ContractReader.read(Path.of("schemas"), "batches").operations().get(0);
    return SharedFindings.of(
            new Interaction("errors", operation, Map.of()),
            List.of(BODY, WHOLE),
            List.of(answers),
            UNSEEN)
        .toList();
  }

  private static Finding finding(Rule rule, List<InteractionResult> chapters) {
    return chapters.stream()
        .flatMap(it -> it.findings().stream())
        .filter(it -> it.rule().equals(rule))
        .findAny()
        .orElseThrow();
  }

  /** What was asked for where the rule stands. */
  private static Optional<String> path(Rule rule, List<InteractionResult> chapters) {
    return chapters.stream()
        .filter(it -> it.findings().stream().anyMatch(finding -> finding.rule().equals(rule)))
        .flatMap(it -> it.exchange().stream())
        .map(it -> it.request().path())
        .findAny();
  }

  private static ProbeResponse answer(String name, RuleCounts... examined) {
    var request = new Request("GET", "/" + name, "application/json", Credential.TOKEN);
    return new ProbeResponse(
        name,
        new Exchange(
            request,
            URI.create("http://localhost/" + name),
            Optional.empty(),
            "",
            0,
            Optional.empty(),
            List.of(),
            Instant.EPOCH,
            Duration.ZERO),
        List.of(examined));
  }

  private static RuleCounts kept(Rule rule) {
    var tally = new RuleCounter(List.of(rule));
    tally.examine(rule, 1);
    return tally.results().get(0);
  }

  private static RuleCounts broken(Rule rule) {
    var tally = new RuleCounter(List.of(rule));
    tally.examine(rule, 1);
    tally.deviate(rule, new Deviation("", "what is right", "what is not", "it is wrong"));
    return tally.results().get(0);
  }

  private static Rule rule(String id) {
    var source = new Source("Errors", Basis.IMPLIED);
    return new Rule("things#" + id, Level.MUST, source, id, id + " is right", "what is right");
  }
}
