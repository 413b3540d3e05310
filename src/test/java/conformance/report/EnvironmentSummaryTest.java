package conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.EnvironmentFault;
import conformance.contract.InteractionResult;
import conformance.contract.Strictness;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The same fault for many agents is listed once; different faults are listed separately. */
class EnvironmentSummaryTest {

  @Test
  void tellsOnceWhatDiffersInTheAgentOnly() {
    assertThat(lines(IntStream.range(0, 300).mapToObj(i -> unknown("o" + i)).toList()))
        .containsExactly(
            "list things, owner o0, o1, o2 and 297 more: nobody knows owner o0. Ask for another.");
  }

  @Test
  void tellsDifferentFaultsEach() {
    assertThat(lines(List.of(unknown("o1"), Sample.refused(), unknown("o2"))))
        .containsExactly(
            "list things, owner o1, o2: nobody knows owner o1. Ask for another.",
            "list things, owner o1: the target refused the token. Check it.");
  }

  @Test
  void tellsDifferentFaultsEachThoughAValueIsPartOfTheirWords() {
    assertThat(lines(List.of(fault("1", "status 401"), fault("3", "status 403"))))
        .containsExactly(
            "list things, owner 1: status 401. Ask for another.",
            "list things, owner 3: status 403. Ask for another.");
  }

  @Test
  void tellsABoundedNumber() {
    var faults =
        IntStream.range(0, 12).mapToObj(i -> fault("o", "fault %s".formatted((char) ('A' + i))));
    assertThat(lines(faults.toList()))
        .hasSize(11)
        .endsWith("list things, owner o: fault J. Ask for another.", "and 2 more in report.json");
  }

  @Test
  void leavesOutNoneThatThereIsRoomFor() {
    var faults = IntStream.range(0, 10).mapToObj(i -> fault("o", "fault " + (char) ('A' + i)));
    assertThat(lines(faults.toList())).hasSize(10).last().asString().contains("fault J");
  }

  private static List<String> lines(List<InteractionResult> results) {
    var report =
        Sample.report(new Strictness(false, false), results.toArray(InteractionResult[]::new));
    return EnvironmentSummary.lines(report);
  }

  private static InteractionResult unknown(String owner) {
    return fault(owner, "nobody knows owner " + owner);
  }

  private static InteractionResult fault(String owner, String reason) {
    var result = Sample.of(owner, Sample.refused());
    return new InteractionResult(
        result.interaction(),
        result.exchange(),
        Optional.empty(),
        Optional.of(new EnvironmentFault(reason, "Ask for another.")),
        0,
        List.of(),
        List.of());
  }
}
