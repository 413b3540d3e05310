package conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.Basis;
import conformance.contract.Contracts;
import conformance.contract.Credential;
import conformance.contract.Deviation;
import conformance.contract.EnvironmentFault;
import conformance.contract.Exchange;
import conformance.contract.Finding;
import conformance.contract.Interaction;
import conformance.contract.InteractionResult;
import conformance.contract.Level;
import conformance.contract.Request;
import conformance.contract.ResponseHead;
import conformance.contract.Rule;
import conformance.contract.RuleCounter;
import conformance.contract.RuleCounts;
import conformance.contract.Source;
import conformance.contract.Verdict;
import conformance.fixture.ApiServer;
import conformance.protocol.ResponseCheck;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every rule gets a verdict, or the reason why there is none. */
class VerdictsTest {
  private static final Interaction INTERACTION =
      new Interaction(
          "list batches",
          Contracts.read(Path.of("schemas"), "batches").operations().get(0),
          Map.of("agent_id", "7 8"));
  private static final Rule RULE =
      new Rule(
          "things#status",
          Level.MUST,
          new Source("Response", Basis.STATED),
          "Transport",
          "status",
          "status is right",
          "what is right");
  private static final Deviation WRONG =
      new Deviation("status", "what is right", "secret", "it is wrong");

  /** A check that always finds a deviation. */
  private static final ResponseCheck CHECK =
      new ResponseCheck(RULE, any -> true, any -> List.of(WRONG));

  private final RuleCounter counter = new RuleCounter(List.of(RULE));

  @Test
  void asksForTheOperationWithItsParameters() {
    assertThat(ReadRunner.request(INTERACTION))
        .isEqualTo(new Request("GET", "/batches/7%208/all", "application/json", Credential.TOKEN));
  }

  @Test
  void judgesAResponseAndHidesTheToken() {
    var counter = new RuleCounter(List.of(RULE), text -> text.replace("secret", "[token]"));
    CHECK.examine(answer(200), counter);
    var result =
        InteractionResult.of(
            INTERACTION, Optional.of(answer(200)), 12, counter, it -> Verdict.of(it, "unseen"));
    assertThat(result.items()).isEqualTo(12);
    assertThat(result.exchange()).contains(answer(200));
    assertThat(result.environment()).isEmpty();
    assertThat(result.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.verdict()).isInstanceOf(Verdict.Broken.class);
              assertThat(finding.counts().deviations().get(0).actual()).isEqualTo("[token]");
            });
  }

  @Test
  void saysWhyTheEnvironmentKeptATargetFromBeingJudged() {
    var busy = new EnvironmentFault("the target was busy", "Try later.");
    var result = InteractionResult.prevented(INTERACTION, Optional.of(answer(429)), busy, counter);
    assertThat(result.environment()).contains(busy);
    assertThat(result.exchange()).contains(answer(429));
    assertThat(verdict(result)).isEqualTo(new Verdict.NotDemonstrated("the target was busy"));
  }

  @Test
  void judgesNothingWhereTheTokenIsRefused() {
    try (var server = ApiServer.worse((request, documented) -> ApiServer.error(403, "no"))) {
      assertThat(FixtureRun.at(server.url()).report().findings())
          .filteredOn(it -> it.interaction().name().equals("list batches"))
          .filteredOn(it -> !it.rule().id().endsWith("/token-not-repeated"))
          .isNotEmpty()
          .allSatisfy(
              it ->
                  assertThat(it.verdict())
                      .isEqualTo(
                          new Verdict.NotDemonstrated("the target refused the token: status 403")));
    }
  }

  @Test
  void saysWhyAResponsePutsNothingToTheTest() {
    assertThat(unseen(answer(500), 0)).isEqualTo("there was no response with status 200");
    assertThat(unseen(answer(200), 0)).isEqualTo("the body held nothing to judge");
    assertThat(unseen(answer(200), 1)).isEqualTo("nothing in the response put it to the test");
  }

  /** One fault: not one of each rule on what an item holds. */
  @Test
  void givesOneReasonForAllRulesOnWhatAWrappedBodyHides() {
    var report = FixtureRun.on("list-in-an-envelope").report();
    assertThat(
            report
                .findings()
                .filter(it -> it.ofTarget() && it.verdict() instanceof Verdict.NotDemonstrated)
                .filter(it -> it.interaction().name().equals("list batches"))
                .map(Finding::verdict))
        .hasSizeGreaterThan(20)
        .containsOnly(new Verdict.NotDemonstrated("the body as a whole is not what is documented"));
  }

  private static String unseen(Exchange exchange, long items) {
    return ReadRunner.notExercised(INTERACTION.operation(), exchange, items);
  }

  @Test
  void missesNothingInAnExample() {
    assertThat(CompiledOperation.ofExample(counts()))
        .isEqualTo(
            new Verdict.NotApplicable("the documentation's example does not put it to the test"));
    counter.examine(RULE, 1);
    assertThat(CompiledOperation.ofExample(counts())).isEqualTo(new Verdict.Kept());
    counter.deviate(RULE, WRONG);
    assertThat(CompiledOperation.ofExample(counts())).isEqualTo(new Verdict.Broken());
  }

  @Test
  void losesNoRuleOfAProbe() {
    assertThat(ProbeRunner.ownVerdict(counts(), answer(200)))
        .isEqualTo(new Verdict.NotApplicable("the request was not refused"));
    assertThat(ProbeRunner.ownVerdict(counts(), answer(500)))
        .isEqualTo(new Verdict.NotDemonstrated("the target failed over the request"));
    counter.examine(RULE, 1);
    assertThat(ProbeRunner.ownVerdict(counts(), answer(200))).isEqualTo(new Verdict.Kept());
  }

  private RuleCounts counts() {
    return counter.results().get(0);
  }

  @Test
  void tellsWhatWasNotSent() {
    var off = new Verdict.NotApplicable("it is off");
    assertThat(verdict(InteractionResult.notSent(INTERACTION, List.of(RULE), off))).isEqualTo(off);
  }

  private static Verdict verdict(InteractionResult result) {
    assertThat(result.interaction()).isEqualTo(INTERACTION);
    assertThat(result.findings()).hasSize(1);
    assertThat(result.findings().get(0).rule()).isEqualTo(RULE);
    return result.findings().get(0).verdict();
  }

  private static Exchange answer(int status) {
    return new Exchange(
        ReadRunner.request(INTERACTION),
        URI.create("http://localhost"),
        Optional.of(new ResponseHead(status, List.of())),
        "",
        0,
        Optional.empty(),
        List.of(),
        Instant.EPOCH,
        Duration.ZERO,
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
  }
}
