package conformance.report;

import conformance.contract.Outcome;
import conformance.contract.RuleResult;
import conformance.contract.RunResult;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Writes {@code badge.json}, an endpoint of shields.io (schemaVersion 1). */
final class Badge {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Map<Outcome, String> COLOURS =
      Map.of(
          Outcome.CONFORMS, "brightgreen",
          Outcome.DEVIATES, "red",
          Outcome.OUTDATED, "orange",
          Outcome.UNDEMONSTRATED, "lightgrey",
          Outcome.ENVIRONMENT, "lightgrey",
          Outcome.ERROR, "lightgrey");

  private Badge() {}

  static String of(RunResult run) {
    return of(run.contract().name(), message(run), run.outcome());
  }

  static String ofError(String contract) {
    return of(contract, Outcome.ERROR.toString(), Outcome.ERROR);
  }

  /** {@code 169 kept, 6 broken}; where no number says why the run failed, how it ended. */
  private static String message(RunResult run) {
    var totals = Totals.ofTarget(RuleResult.of(run).stream().map(RuleResult::finding)).counts();
    var counts =
        Stream.of("kept", "broken")
            .filter(verdict -> totals.get(verdict) > 0)
            .map(verdict -> "%d %s".formatted(totals.get(verdict), verdict));
    var ending =
        run.outcome() == Outcome.CONFORMS || totals.get("broken") > 0
            ? Stream.<String>empty()
            : Stream.of(run.headline());
    return Stream.concat(counts, ending).collect(Collectors.joining(", "));
  }

  private static String of(String contract, String message, Outcome outcome) {
    return JSON.createObjectNode()
            .put("schemaVersion", 1)
            .put("label", contract)
            .put("message", message)
            .put("color", COLOURS.get(outcome))
            .toPrettyString()
        + "\n";
  }
}
