package conformance.report;

import conformance.contract.Deviation;
import conformance.contract.Excerpt;
import conformance.contract.Finding;
import conformance.contract.RuleResult;
import conformance.contract.Severity;
import conformance.contract.Verdict;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words in which a finding is told to people. The first line alone says what is wrong. */
public final class Messages {
  /** More places are told in the attachment only. */
  private static final int PLACES = 5;

  private Messages() {}

  /** All that is to be read about findings that are not kept; the first line is told by itself. */
  public static String of(RuleResult group) {
    var finding = group.finding();
    var examined = finding.examined();
    var message = new StringBuilder(firstLine(group)).append("\n");
    var places = places(group).limit(PLACES).toList();
    places.forEach(place -> message.append("\n").append(place).append("\n"));
    if (examined.deviating() > places.size()) {
      message.append("\n%,d more places\n".formatted(examined.deviating() - places.size()));
    }
    if (examined.deviating() > 1) {
      message.append("\nvalues    %s\n".formatted(values(group)));
    }
    accepted(finding.verdict()).ifPresent(it -> message.append("\naccepted  %s\n".formatted(it)));
    message.append("\n").append(footer(finding));
    command(group).ifPresent(it -> message.append("\nshow it   ").append(it));
    return message.toString();
  }

  /** The places of one, or of several the first place of each that deviates. */
  private static Stream<String> places(RuleResult group) {
    return group.several()
        ? group.deviating().stream().map(it -> share(it) + place(first(it.finding())))
        : group.finding().examined().deviations().stream().map(Messages::place);
  }

  private static String share(RuleResult.Entry entry) {
    var examined = entry.finding().examined();
    return "for       %s, %,d of %,d%s\n"
        .formatted(
            entry.chapter().interaction().subject(),
            examined.deviating(),
            examined.examined(),
            entry.gravity() == Severity.KNOWN ? ", known" : "");
  }

  /** The shell command that shows the finding again; none if nothing deviates. */
  public static Optional<String> command(RuleResult group) {
    return group.finding().examined().deviations().stream()
        .findFirst()
        .map(first -> Reproduction.of(group.chapter(), group.finding().rule(), first));
  }

  /** What is wrong, or why nothing was found out, in one line. */
  public static String firstLine(RuleResult group) {
    var finding = group.finding();
    return finding.examined().deviations().isEmpty()
        ? why(finding.verdict()).orElse("kept") + ": " + promise(finding)
        : (finding.verdict() instanceof Verdict.Known ? "known: " : "") + headline(group);
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
  public static String headline(RuleResult group) {
    var finding = group.finding();
    var examined = finding.examined();
    var first = first(finding);
    return "%s: broken in %,d of %,d%s. %s%s is %s: %s"
        .formatted(
            promise(finding),
            examined.deviating(),
            examined.examined(),
            group.spread(),
            name(first.location()),
            group.several() ? " for " + group.chapter().interaction().subject() : "",
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
    return location.isEmpty() ? "the body" : Excerpt.visible(location);
  }

  /** {@code 1 item}, {@code 2 items}. */
  static String count(long number, String noun) {
    return "%,d %s%s".formatted(number, noun, number == 1 ? "" : "s");
  }

  private static Deviation first(Finding finding) {
    return finding.examined().deviations().get(0);
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
  public static String values(RuleResult group) {
    var values = group.finding().examined().values();
    var atLeast = group.allValues() ? "" : "at least ";
    return values.entrySet().stream()
            .limit(PLACES)
            .map(it -> "%s (%s%s)".formatted(it.getKey(), atLeast, count(it.getValue(), "time")))
            .collect(Collectors.joining(", "))
        + (values.size() > PLACES ? ", and others" : "");
  }

  private static String footer(Finding finding) {
    return "source    %s\nrule      %s (%s)"
        .formatted(finding.rule().source(), finding.rule().id(), finding.rule().level());
  }
}
