package conformance.report;

import conformance.contract.Deviation;
import conformance.contract.Finding;
import conformance.contract.Verdict;
import java.util.Optional;
import java.util.stream.Collectors;

/** The words in which a finding is told to people. The first line alone says what is wrong. */
public final class Messages {
  /** More places are told in the attachment only. */
  private static final int PLACES = 5;

  private Messages() {}

  /** What is to be read first about a finding that is not kept. */
  public static String of(Chapter chapter, Finding finding) {
    var examined = finding.examined();
    if (examined.deviations().isEmpty()) {
      return why(finding.verdict()).orElse("kept") + "\n\n" + footer(finding);
    }
    var message = new StringBuilder(headline(finding)).append("\n");
    why(finding.verdict()).ifPresent(why -> message.append("\n").append(why).append("\n"));
    examined.deviations().stream()
        .limit(PLACES)
        .forEach(deviation -> message.append("\n").append(place(deviation)).append("\n"));
    if (examined.deviating() > PLACES) {
      message.append("\n%,d more places\n".formatted(examined.deviating() - PLACES));
    }
    if (examined.deviating() > 1) {
      message.append("\nvalues    %s\n".formatted(values(finding)));
    }
    message.append("\n").append(footer(finding));
    message.append("\nshow it   ").append(Reproduction.of(chapter, examined.deviations().get(0)));
    return message.toString();
  }

  /** One line: which promise, how often, and the first place with its reason. */
  public static String headline(Finding finding) {
    var examined = finding.examined();
    var first = examined.deviations().get(0);
    return "%s: broken in %,d of %,d. %s is %s: %s"
        .formatted(
            finding.rule().promise(),
            examined.deviating(),
            examined.examined(),
            name(first.location()),
            first.actual(),
            first.reason());
  }

  /** Why a verdict is neither kept nor broken. */
  public static Optional<String> why(Verdict verdict) {
    if (verdict instanceof Verdict.Known known) {
      return Optional.of(
          "known until %s: %s (%s, owner %s)"
              .formatted(known.expires(), known.reason(), known.ticket(), known.owner()));
    }
    if (verdict instanceof Verdict.NotDemonstrated unseen) {
      return Optional.of("not demonstrated: " + unseen.reason());
    }
    return verdict instanceof Verdict.NotApplicable off
        ? Optional.of("not applicable: " + off.reason())
        : Optional.empty();
  }

  /** A place as people call it: the empty JSON Pointer is the body. */
  public static String name(String location) {
    return location.isEmpty() ? "the body" : location;
  }

  private static String place(Deviation deviation) {
    return "where     %s\nexpected  %s\nactual    %s\nwhy       %s"
        .formatted(
            name(deviation.location()),
            deviation.expected(),
            deviation.actual(),
            deviation.reason());
  }

  private static String values(Finding finding) {
    return finding.examined().values().entrySet().stream()
        .limit(PLACES)
        .map(entry -> "%s (%,d times)".formatted(entry.getKey(), entry.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String footer(Finding finding) {
    return "source    %s\nrule      %s (%s)"
        .formatted(finding.rule().source(), finding.rule().id(), finding.rule().level());
  }
}
