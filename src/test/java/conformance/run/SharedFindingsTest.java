package conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.Basis;
import conformance.contract.Contracts;
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

/** A deviation that every error response has is one finding. */
class SharedFindingsTest {
  private static final Rule BODY = rule("body");
  private static final Rule WHOLE = rule("whole");
  private static final Verdict UNSEEN = new Verdict.NotApplicable("nobody asked");

  @Test
  void tellsAFaultOfSeveralAnswersOnceWithTheFirstOfThem() {
    var results =
        results(
            answer("first", kept(BODY), kept(WHOLE)),
            answer("second", broken(BODY), kept(WHOLE)),
            answer("third", broken(BODY), kept(WHOLE)));
    var finding = finding(BODY, results);
    assertThat(finding.verdict()).isInstanceOf(Verdict.Broken.class);
    assertThat(finding.counts().examined()).isEqualTo(3);
    assertThat(finding.counts().deviations().stream().map(Deviation::reason))
        .containsExactly(
            "it is wrong, in the response to the second",
            "it is wrong, in the response to the third");
    assertThat(path(BODY, results)).contains("/second");
  }

  @Test
  void putsARuleThatNothingBreaksWithTheFirstThatPutsItToTheTest() {
    var results =
        results(
            answer("first", RuleCounts.none(BODY), RuleCounts.none(WHOLE)),
            answer("second", kept(BODY), RuleCounts.none(WHOLE)),
            answer("third", kept(BODY), kept(WHOLE)));
    assertThat(finding(BODY, results).verdict()).isInstanceOf(Verdict.Kept.class);
    assertThat(path(BODY, results)).contains("/second");
    assertThat(path(WHOLE, results)).contains("/third");
  }

  /** A body that breaks off shows deviations before what was examined is counted. */
  @Test
  void losesNoDeviationOfARuleThatWasNotCounted() {
    var counter = new RuleCounter(List.of(BODY));
    counter.deviate(BODY, new Deviation("", "what is right", "what is not", "it is wrong"));
    var results = results(answer("first", counter.results().get(0), kept(WHOLE)));
    assertThat(finding(BODY, results).verdict()).isInstanceOf(Verdict.Broken.class);
  }

  @Test
  void saysWhatItIsToldOfARuleThatNoAnswerIsAbout() {
    var results = results(answer("first", kept(BODY), RuleCounts.none(WHOLE)));
    assertThat(finding(WHOLE, results).verdict()).isEqualTo(UNSEEN);
    assertThat(path(WHOLE, results)).isEmpty();
  }

  @Test
  void makesAResultOfEachExchangeInTheOrderOfTheRules() {
    var together = results(answer("first", broken(BODY), kept(WHOLE)));
    assertThat(together).hasSize(1);
    assertThat(together.get(0).findings().stream().map(Finding::rule)).containsExactly(BODY, WHOLE);
    assertThat(
            results(
                answer("first", kept(BODY), broken(WHOLE)),
                answer("second", broken(BODY), kept(WHOLE))))
        .map(it -> it.findings().get(0).rule())
        .containsExactly(BODY, WHOLE);
  }

  private static List<InteractionResult> results(ProbeResponse... answers) {
    var operation = Contracts.read(Path.of("schemas"), "batches").operations().get(0);
    return SharedFindings.of(
            new Interaction("errors", operation, Map.of()),
            List.of(BODY, WHOLE),
            List.of(answers),
            any -> UNSEEN)
        .toList();
  }

  private static Finding finding(Rule rule, List<InteractionResult> results) {
    return results.stream()
        .flatMap(it -> it.findings().stream())
        .filter(it -> it.rule().equals(rule))
        .findAny()
        .orElseThrow();
  }

  /** The paths of the exchanges that the rule is listed with. */
  private static Optional<String> path(Rule rule, List<InteractionResult> results) {
    return results.stream()
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
            Duration.ZERO,
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"),
        List.of(examined));
  }

  private static RuleCounts kept(Rule rule) {
    var counter = new RuleCounter(List.of(rule));
    counter.examine(rule, 1);
    return counter.results().get(0);
  }

  private static RuleCounts broken(Rule rule) {
    var counter = new RuleCounter(List.of(rule));
    counter.examine(rule, 1);
    counter.deviate(rule, new Deviation("", "what is right", "what is not", "it is wrong"));
    return counter.results().get(0);
  }

  private static Rule rule(String id) {
    var source = new Source("Errors", Basis.IMPLIED);
    return new Rule(
        "things#" + id, Level.MUST, source, "Kind", id, id + " is right", "what is right");
  }
}
