package conformance.report;

import conformance.contract.Deviation;
import conformance.contract.Excerpt;
import conformance.contract.Finding;
import conformance.contract.RuleCounts;
import conformance.contract.RuleResult;
import conformance.contract.Severity;
import conformance.contract.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The words in which a finding is told to people. The first line alone says what is wrong. */
public final class Messages {
  /** More places are told in the attachment only. */
  private static final int PLACES = 5;

  private Messages() {}

  /** All that is to be read about findings that are not kept; the first line is told by itself. */
  public static String of(RuleResult result) {
    var finding = result.finding();
    var deviating = finding.counts().deviating();
    var blocks = new ArrayList<>(List.of(firstLine(result)));
    places(result).limit(PLACES).forEach(blocks::add);
    if (deviating > blocks.size() - 1) {
      blocks.add("%,d more places".formatted(deviating - (blocks.size() - 1)));
    }
    if (deviating > 1) {
      blocks.add("values    " + values(result));
    }
    if (finding.verdict() instanceof Verdict.Known known) {
      why(known).map("accepted  "::concat).ifPresent(blocks::add);
    }
    var rule = finding.rule();
    blocks.add(
        "source    %s\nrule      %s (%s)%s"
            .formatted(
                rule.source(),
                rule.id(),
                rule.level(),
                command(result).map("\nshow it   "::concat).orElse("")));
    return String.join("\n\n", blocks);
  }

  /** The places of one, or of several the first place of each that deviates. */
  private static Stream<String> places(RuleResult result) {
    return result.several()
        ? result.deviating().stream().map(Messages::share)
        : result.finding().counts().deviations().stream().map(Messages::place);
  }

  private static String share(RuleResult.Entry entry) {
    var counts = entry.finding().counts();
    return "for       %s, %s%s\n%s"
        .formatted(
            entry.result().interaction().subject(),
            frequency(counts),
            entry.severity() == Severity.KNOWN ? ", known" : "",
            place(counts.deviations().get(0)));
  }

  private static String place(Deviation deviation) {
    return "where     %s\nexpected  %s\nactual    %s\nwhy       %s"
        .formatted(
            name(deviation.location()),
            deviation.expected(),
            deviation.actual(),
            deviation.reason());
  }

  /** The distinct values that deviate, each with the number of its places. */
  public static String values(RuleResult result) {
    var atLeast = result.allValues() ? "" : "at least ";
    var values =
        result.finding().counts().values().entrySet().stream()
            .map(
                seen ->
                    "%s (%s%s)".formatted(seen.getKey(), atLeast, count(seen.getValue(), "time")))
            .toList();
    return String.join(", ", Summary.bounded(values, PLACES, "and others"));
  }

  /** The shell command that shows the finding again; none if nothing deviates. */
  public static Optional<String> command(RuleResult result) {
    var finding = result.finding();
    return finding.counts().deviations().stream()
        .findFirst()
        .map(first -> Reproduction.of(result.result(), finding.rule(), first));
  }

  /** What is wrong, or why nothing was found out, in one line. */
  public static String firstLine(RuleResult result) {
    var finding = result.finding();
    return finding.counts().deviations().isEmpty()
        ? why(finding.verdict()).orElse("kept") + ": " + promise(finding)
        : (finding.verdict() instanceof Verdict.Known ? "known: " : "") + headline(result);
  }

  /** What was promised, and in which interaction if that is not clear from it. */
  public static String promise(Finding finding) {
    var promise = finding.rule().promise();
    var interaction = finding.interaction();
    return interaction.name().equals(interaction.operation().name())
            || promise.contains(interaction.name())
        ? promise
        : promise + ", " + interaction.name();
  }

  /**
   * One line: which promise, how often, and the first place with its reason.
   *
   * <p>It is printed by CI jobs, some of which obey {@code ##vso[...]} or {@code ##[...]} in it.
   */
  public static String headline(RuleResult result) {
    var finding = result.finding();
    var first = finding.counts().deviations().get(0);
    return "%s: broken in %s%s. %s%s is %s: %s"
        .formatted(
            promise(finding),
            frequency(finding.counts()),
            result.spread(),
            name(first.location()),
            result.several() ? " for " + result.result().interaction().subject() : "",
            first.actual(),
            first.reason())
        .replaceAll("##(?=\\[|vso|teamcity)", "# #");
  }

  /** Why a verdict is neither kept nor broken; of a known deviation why, by whom and until when. */
  public static Optional<String> why(Verdict verdict) {
    if (verdict instanceof Verdict.NotDemonstrated unseen) {
      return Optional.of("not demonstrated, " + unseen.reason());
    }
    if (verdict instanceof Verdict.NotApplicable off) {
      return Optional.of("not applicable, " + off.reason());
    }
    return verdict instanceof Verdict.Known known
        ? Optional.of(
            "until %s: %s Ticket: %s. Owner: %s."
                .formatted(known.expires(), known.reason(), known.ticket(), known.owner()))
        : Optional.empty();
  }

  /** A place as people call it: the empty JSON Pointer is the body. */
  public static String name(String location) {
    return location.isEmpty() ? "the body" : Excerpt.visible(location);
  }

  /** {@code 1 item}, {@code 2 items}. */
  static String count(long number, String noun) {
    return "%,d %s%s".formatted(number, noun, number == 1 ? "" : "s");
  }

  /** How many of those that were counts deviate: {@code 412 of 5,000}. */
  static String frequency(RuleCounts counts) {
    return "%,d of %,d".formatted(counts.deviating(), counts.examined());
  }
}
