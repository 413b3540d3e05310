package conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.Contracts;
import conformance.contract.RunResult;
import conformance.contract.Strictness;
import conformance.fixture.ApiServer;
import conformance.fixture.ApiServer.Answer;
import conformance.fixture.FixtureServer;
import conformance.fixture.Fleet;
import conformance.http.Target;
import conformance.known.KnownDeviation;
import conformance.known.KnownDeviations;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.Test;

/** What is reported of a second read besides the comparison. */
class SecondReadsTest {
  private static final Path SCHEMAS = Path.of("schemas");
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);
  private static final String STATUS = "batches/batch.schema.json#/properties/status/enum";
  private static final String GOOD = ApiServer.DATA.body();
  private static final String BAD = GOOD.replace("\"executed\"", "\"done\"");

  @Test
  void tellsNothingTwice() {
    assertThat(ofStatus(report(1, (agent, read) -> BAD))).containsExactly("list batches: Broken");
  }

  @Test
  void tellsWhatIsWorseThanAKnownDeviation() {
    var known = known(Optional.empty(), Optional.of("/0/status"));
    var other = "[" + inside(GOOD) + ", " + inside(BAD).replace("0000\"", "0001\"") + "]";
    assertThat(ofStatus(report(1, (agent, read) -> read.equals("1") ? BAD : other, known)))
        .containsExactly("list batches: Known", "list batches, read again: Broken");
    // Otherwise an entry for the first read alone would never be enough.
    var ofFirst = known(Optional.of("list batches"), Optional.of("/0/status"));
    assertThat(ofStatus(report(1, (agent, read) -> BAD, ofFirst)))
        .containsExactly("list batches: Known");
  }

  @Test
  void tellsARuleThatOneOfSeveralBreaksOfAll() {
    var report = report(3, (agent, read) -> agent.equals("1") && read.equals("2") ? BAD : GOOD);
    assertThat(ofStatus(report))
        .containsExactlyInAnyOrder(
            "list batches: Kept",
            "list batches: Kept",
            "list batches: Kept",
            "list batches, read again: Kept",
            "list batches, read again: Kept",
            "list batches, read again: Broken");
    assertThat(conformance.report.Summary.text(report))
        .contains("read again: broken in 1 of 3, for 1 of 3 values of agent_id.");
  }

  /** With many agents, fewer deviations are kept than an entry would have to cover. */
  @Test
  void acceptsOfTheSecondReadWhatIsAcceptedOfTheFirst() {
    var many = String.join(", ", Collections.nCopies(200, inside(BAD)));
    var known = known(Optional.of("list batches"), Optional.of("/*/status"));
    assertThat(ofStatus(report(50, (agent, read) -> "[" + many + "]", known)))
        .containsOnly("list batches: Known")
        .hasSize(50);
  }

  @Test
  void saysThatADeviationIsGoneThoughASecondReadShowsNothing() {
    var known = known(Optional.empty(), Optional.empty());
    assertThat(report(1, (agent, read) -> read.equals("1") ? GOOD : "[]", known).knownProblems())
        .singleElement()
        .asString()
        .endsWith("fixed: remove it (API-1)");
  }

  @Test
  void tellsThatAKnownDeviationOfASecondReadIsGone() {
    var known = known(Optional.of("list batches, read again"), Optional.empty());
    assertThat(report(1, (agent, read) -> GOOD, known).knownProblems())
        .singleElement()
        .asString()
        .endsWith("fixed: remove it (API-1)");
    assertThat(report(1, (agent, read) -> read.equals("2") ? BAD : GOOD, known).knownProblems())
        .isEmpty();
  }

  private static String inside(String list) {
    return list.substring(1, list.length() - 1);
  }

  private static KnownDeviation known(Optional<String> interaction, Optional<String> location) {
    return new KnownDeviation(
        STATUS, interaction, Map.of(), location, "why", "API-1", "us", LocalDate.MAX);
  }

  private static List<String> ofStatus(RunResult report) {
    return report
        .findings()
        .filter(it -> it.rule().id().equals(STATUS))
        .filter(it -> it.interaction().name().startsWith("list batches"))
        .map(it -> it.interaction().name() + ": " + it.verdict().getClass().getSimpleName())
        .toList();
  }

  /** The results for that many agents, with responses by the numbers of agent and read. */
  private static RunResult report(
      int agents, BinaryOperator<String> bodies, KnownDeviation... known) {
    var reads = Collections.synchronizedMap(new HashMap<String, Integer>());
    try (var server =
        ApiServer.worse(
            (request, documented) -> {
              var read = reads.merge(request.path(), 1, Integer::sum);
              var agent = Fleet.agents(agents).indexOf(request.path().split("/")[2]);
              return Answer.of(200, bodies.apply("" + agent, "" + read));
            })) {
      var target =
          new Target(
              server.url(), FixtureServer.TOKEN, Duration.ofSeconds(20), OptionalDouble.empty());
      var parameters = Map.of("agent_id", Fleet.agents(agents));
      return ConformanceRun.of(
              SCHEMAS,
              Contracts.read(SCHEMAS, "batches"),
              new KnownDeviations(List.of(known), TODAY),
              new Strictness(false, false))
          .judge(
              new RunRequest(target, "live", parameters, Duration.ZERO, ProbePolicy.NONE),
              line -> {});
    }
  }
}
