package conformance.report;

import conformance.contract.Deviation;
import conformance.contract.Finding;
import conformance.contract.Verdict;
import conformance.json.Shown;
import java.util.Optional;
import java.util.stream.Collectors;

/** The words in which a finding is told to people. The first line alone says what is wrong. */
public final class Messages {
  /** More places are told in the attachment only. */
  private static final int PLACES = 5;

  private Messages() {}

  /** All that is to be read about a finding that is not kept; the first line is told by itself. */
  public static String of(Chapter chapter, Finding finding) {
    var examined = finding.examined();
    var message = new StringBuilder(firstLine(finding)).append("\n");
    examined.deviations().stream()
        .limit(PLACES)
        .forEach(deviation -> message.append("\n").append(place(deviation)).append("\n"));
    if (examined.deviating() > PLACES) {
      message.append("\n%,d more places\n".formatted(examined.deviating() - PLACES));
    }
    if (examined.deviating() > 1) {
      message.append("\nvalues    %s\n".formatted(values(finding)));
    }
    accepted(finding.verdict()).ifPresent(it -> message.append("\naccepted  %s\n".formatted(it)));
    message.append("\n").append(footer(finding));
    command(chapter, finding).ifPresent(it -> message.append("\nshow it   ").append(it));
    return message.toString();
  }

  /** The shell command that shows the finding again; none if nothing deviates. */
  public static Optional<String> command(Chapter chapter, Finding finding) {
    return finding.examined().deviations().stream()
        .findFirst()
        .map(first -> Reproduction.of(chapter, first));
  }

  /** What is wrong, or why nothing was found out, in one line. */
  public static String firstLine(Finding finding) {
    return finding.examined().deviations().isEmpty()
        ? why(finding.verdict()).orElse("kept") + ": " + promise(finding)
        : (finding.verdict() instanceof Verdict.Known ? "known: " : "") + headline(finding);
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
  public static String headline(Finding finding) {
    var examined = finding.examined();
    var first = examined.deviations().get(0);
    return "%s: broken in %,d of %,d. %s is %s: %s"
        .formatted(
            promise(finding),
            examined.deviating(),
            examined.examined(),
            name(first.location()),
            first.actual(),
            first.reason())
        .replaceAll("##(?=\\[|vso|teamcity)", "# #");
  }

  /** Why a verdict is neither kept nor broken. */
  public static Optional<String> why(Verdict verdict) {
    if (verdict instanceof Verdict.NotDemonstrated unseen) {
      return Optional.of("not demonstrated, " + unseen.reason());
    }
    return verdict instanceof Verdict.NotApplicable off
        ? Optional.of("not applicable, " + off.reason())
        : accepted(verdict);
  }

  /** Why, by whom and until when a known deviation is accepted. */
  public static Optional<String> accepted(Verdict verdict) {
    return verdict instanceof Verdict.Known known
        ? Optional.of(
            "until %s: %s Ticket: %s. Owner: %s."
                .formatted(known.expires(), known.reason(), known.ticket(), known.owner()))
        : Optional.empty();
  }

  /** A place as people call it: the empty JSON Pointer is the body. */
  public static String name(String location) {
    return location.isEmpty() ? "the body" : Shown.visible(location);
  }

  /** {@code 1 item}, {@code 2 items}. */
  static String count(long number, String noun) {
    return "%,d %s%s".formatted(number, noun, number == 1 ? "" : "s");
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
  public static String values(Finding finding) {
    return finding.examined().values().entrySet().stream()
            .limit(PLACES)
            .map(entry -> "%s (%s)".formatted(entry.getKey(), count(entry.getValue(), "time")))
            .collect(Collectors.joining(", "))
        + (finding.examined().values().size() > PLACES ? ", and others" : "");
  }

  private static String footer(Finding finding) {
    return "source    %s\nrule      %s (%s)"
        .formatted(finding.rule().source(), finding.rule().id(), finding.rule().level());
  }
}
