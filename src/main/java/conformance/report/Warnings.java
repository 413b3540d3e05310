package conformance.report;

import conformance.contract.RunResult;
import java.util.List;
import java.util.stream.Stream;

/** What nobody should miss about a run that may be green all the same. */
public final class Warnings {
  private Warnings() {}

  public static List<String> of(RunResult run) {
    var unjudged =
        run.unjudgedButAllowed()
            ? EnvironmentSummary.all(run).stream()
                .limit(1)
                .map(
                    fault ->
                        ("not judged, and green only because contract.allowEnvironment is true:"
                                + " %s")
                            .formatted(fault))
            : Stream.<String>empty();
    return Stream.concat(unjudged, run.knownWarnings().stream()).toList();
  }
}
