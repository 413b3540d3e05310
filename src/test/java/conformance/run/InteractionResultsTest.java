package conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.Basis;
import conformance.contract.ContractReader;
import conformance.contract.Credential;
import conformance.contract.Deviation;
import conformance.contract.EnvironmentFault;
import conformance.contract.Exchange;
import conformance.contract.Interaction;
import conformance.contract.InteractionResult;
import conformance.contract.Level;
import conformance.contract.Request;
import conformance.contract.ResponseHead;
import conformance.contract.Rule;
import conformance.contract.RuleCounter;
import conformance.contract.Source;
import conformance.contract.Verdict;
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
class InteractionResultsTest {
  private static final Interaction INTERACTION =
      new Interaction(
          "list batches",
          ContractReader.read(Path.of("schemas"), "batches").operations().get(0),
          Map.of("agent_id", "7 8"));
  private static final Rule RULE =
      new Rule(
          "things#status",
          Level.MUST,
          new Source("Response", Basis.STATED),
          "status",
          "status is right",
          "what is right");
  private static final Deviation WRONG =
      new Deviation("status", "what is right", "secret", "it is wrong");

  /** A check that finds fault with everything. */
  private static final ResponseCheck CHECK =
      new ResponseCheck(RULE, any -> true, any -> Optional.of(WRONG));

  private final RuleCounter tally = new RuleCounter(List.of(RULE));

  @Test
  void asksForTheOperationWithItsParameters() {
    assertThat(InteractionResults.request(INTERACTION))
        .isEqualTo(new Request("GET", "/batches/7%208/all", "application/json", Credential.TOKEN));
  }

  @Test
  void judgesAnAnswerAndHidesTheToken() {
    var chapter =
        InteractionResults.of(
            INTERACTION,
            answer(200),
            12,
            tally,
            List.of(CHECK),
            text -> text.replace("secret", "[token]"));
    assertThat(chapter.items()).isEqualTo(12);
    assertThat(chapter.exchange()).contains(answer(200));
    assertThat(chapter.environment()).isEmpty();
    assertThat(chapter.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.verdict()).isInstanceOf(Verdict.Broken.class);
              assertThat(finding.examined().deviations().get(0).actual()).isEqualTo("[token]");
            });
  }

  @Test
  void judgesNothingWhereTheTargetCouldNotBeReached() {
    var chapter =
        InteractionResults.of(INTERACTION, answer(403), 0, tally, List.of(CHECK), text -> text);
    assertThat(chapter.environment()).isPresent();
    assertThat(verdict(chapter))
        .isEqualTo(new Verdict.NotDemonstrated("the target refused the token: status 403"));
  }

  @Test
  void saysWhyAnAnswerPutsNothingToTheTest() {
    assertThat(unseen(answer(500), 0)).isEqualTo("there was no answer with status 200");
    assertThat(unseen(answer(200), 0)).isEqualTo("the body held nothing to judge");
    assertThat(unseen(answer(200), 1)).isEqualTo("nothing in the response put it to the test");
  }

  private String unseen(Exchange exchange, long items) {
    var chapter =
        InteractionResults.of(INTERACTION, exchange, items, tally, List.of(), text -> text);
    return ((Verdict.NotDemonstrated) verdict(chapter)).reason();
  }

  @Test
  void missesNothingInAnExample() {
    assertThat(verdict(InteractionResults.ofExample(INTERACTION, 2, tally.results())))
        .isEqualTo(
            new Verdict.NotApplicable("the documentation's example does not put it to the test"));
    tally.examine(RULE, 1);
    assertThat(verdict(InteractionResults.ofExample(INTERACTION, 2, tally.results())))
        .isEqualTo(new Verdict.Kept());
    tally.deviate(RULE, WRONG);
    var broken = InteractionResults.ofExample(INTERACTION, 2, tally.results());
    assertThat(verdict(broken)).isEqualTo(new Verdict.Broken());
    assertThat(broken.items()).isEqualTo(2);
    assertThat(broken.exchange()).isEmpty();
  }

  @Test
  void tellsOfAProbeOnlyWhatItPutToTheTest() {
    assertThat(
            InteractionResults.ofProbe(INTERACTION, answer(200), Optional.empty(), tally.results()))
        .satisfies(it -> assertThat(it.findings()).isEmpty())
        .satisfies(it -> assertThat(it.exchange()).isPresent());
    tally.examine(RULE, 1);
    assertThat(
            verdict(
                InteractionResults.ofProbe(
                    INTERACTION, answer(200), Optional.empty(), tally.results())))
        .isEqualTo(new Verdict.Kept());
  }

  @Test
  void saysWhyAProbeWasNotJudged() {
    var busy = Optional.of(new EnvironmentFault("the target was busy", "Try later."));
    var chapter = InteractionResults.ofProbe(INTERACTION, answer(429), busy, tally.results());
    assertThat(chapter.environment()).isEqualTo(busy);
    assertThat(verdict(chapter)).isEqualTo(new Verdict.NotDemonstrated("the target was busy"));
  }

  @Test
  void tellsWhatDidNotTakePlace() {
    assertThat(verdict(InteractionResults.ofSwitchedOff(INTERACTION, "it is off", List.of(RULE))))
        .isEqualTo(new Verdict.NotApplicable("it is off"));
    assertThat(verdict(InteractionResults.ofNothing(INTERACTION, "nobody answered", tally)))
        .isEqualTo(new Verdict.NotDemonstrated("nobody answered"));
  }

  private static Verdict verdict(InteractionResult chapter) {
    assertThat(chapter.interaction()).isEqualTo(INTERACTION);
    assertThat(chapter.findings()).hasSize(1);
    assertThat(chapter.findings().get(0).rule()).isEqualTo(RULE);
    return chapter.findings().get(0).verdict();
  }

  private static Exchange answer(int status) {
    return new Exchange(
        InteractionResults.request(INTERACTION),
        URI.create("http://localhost"),
        Optional.of(new ResponseHead(status, List.of())),
        "",
        0,
        Optional.empty(),
        List.of(),
        Instant.EPOCH,
        Duration.ZERO);
  }
}
