package conformance.report;

import conformance.contract.Deviation;
import conformance.contract.Excerpt;
import conformance.contract.Exchange;
import conformance.contract.Finding;
import conformance.contract.RuleCounts;
import conformance.contract.RuleResult;
import conformance.contract.Severity;
import conformance.contract.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The message about a finding. Its first line alone says what is wrong. */
public final class Messages {
  /** The most places to list; the attachment lists them all. */
  private static final int PLACES = 5;

  private Messages() {}

  /** The whole message about findings that are not kept, including the first line. */
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
        "source    %s\n%srule      %s (%s)%s%s"
            .formatted(
                rule.source(),
                deviating == 0 ? "" : "category  %s\n".formatted(category(finding)),
                rule.id(),
                rule.level(),
                request(result).map("\nrequest   "::concat).orElse(""),
                command(result).map("\nshow it   "::concat).orElse("")));
    return String.join("\n\n", blocks);
  }

  /** The category, by which Allure groups the tests; a known deviation is apart from the others. */
  private static String category(Finding finding) {
    return finding.rule().category()
        + (finding.verdict() instanceof Verdict.Known ? ", known" : "");
  }

  /** The places of a single interaction, or the first place of each deviating one. */
  private static Stream<String> places(RuleResult result) {
    return result.several()
        ? result.deviating().stream().map(Messages::place)
        : result.finding().counts().deviations().stream().map(Messages::place);
  }

  private static String place(RuleResult.Entry entry) {
    var counts = entry.finding().counts();
    return "for       %s, %s%s\n%s"
        .formatted(
            entry.result().interaction().parametersOrName(),
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

  /** The distinct deviating values with their counts. */
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

  /** The shell command that reproduces the finding; empty if nothing deviates. */
  public static Optional<String> command(RuleResult result) {
    var finding = result.finding();
    return finding.counts().deviations().stream()
        .findFirst()
        .map(first -> Reproduction.of(result.result(), finding.rule(), first));
  }

  /** By which names the target's logs know the first deviating request; empty if none was sent. */
  public static Optional<String> request(RuleResult result) {
    return result.deviating().isEmpty()
        ? Optional.empty()
        : result.result().exchange().map(Messages::request);
  }

  private static String request(Exchange exchange) {
    var id = exchange.requestId();
    return id.map(field -> field.name() + " " + field.value() + ", ").orElse("")
        + "traceparent "
        + exchange.traceparent();
  }

  /** What is wrong, or why the rule was not judged, in one line. */
  public static String firstLine(RuleResult result) {
    var finding = result.finding();
    return finding.counts().deviations().isEmpty()
        ? why(finding.verdict()).orElse("kept") + ": " + promise(finding)
        : (finding.verdict() instanceof Verdict.Known ? "known: " : "") + headline(result);
  }

  /** The promise, with the interaction's name unless the promise contains it. */
  public static String promise(Finding finding) {
    var promise = finding.rule().promise();
    var interaction = finding.interaction();
    return interaction.name().equals(interaction.operation().name())
            || promise.contains(interaction.name().replaceFirst(" request$", ""))
        ? promise
        : promise + ", " + interaction.name();
  }

  /** The promise, how often it is broken, and the first place with its reason. */
  public static String headline(RuleResult result) {
    var first = result.deviating().get(0);
    return headline(result, first, first.finding().counts().deviations().get(0));
  }

  /** The same with another place. */
  static String headline(RuleResult result, RuleResult.Entry entry, Deviation deviation) {
    var finding = result.finding();
    return Excerpt.withoutCommands(
        "%s: broken in %s%s. %s%s is %s: %s"
            .formatted(
                promise(finding),
                frequency(finding.counts()),
                result.spread(),
                name(deviation.location()),
                result.several() ? " for " + entry.result().interaction().parametersOrName() : "",
                deviation.actual(),
                deviation.reason()));
  }

  /** The reason for a verdict; for a known deviation also its expiry, ticket and owner. */
  public static Optional<String> why(Verdict verdict) {
    if (verdict instanceof Verdict.NotDemonstrated notDemonstrated) {
      return Optional.of("not demonstrated, " + notDemonstrated.reason());
    }
    if (verdict instanceof Verdict.NotApplicable notApplicable) {
      return Optional.of("not applicable, " + notApplicable.reason());
    }
    return verdict instanceof Verdict.Known known
        ? Optional.of(
            "until %s: %s Ticket: %s. Owner: %s."
                .formatted(known.expires(), known.reason(), known.ticket(), known.owner()))
        : Optional.empty();
  }

  /** A location in words: the empty JSON Pointer is the body. */
  public static String name(String location) {
    return location.isEmpty() ? "the body" : Excerpt.visible(location);
  }

  /** {@code 1 item}, {@code 2 items}. */
  static String count(long number, String noun) {
    return "%,d %s%s".formatted(number, noun, number == 1 ? "" : "s");
  }

  /** How many of the examined values deviate: {@code 412 of 5,000}. */
  static String frequency(RuleCounts counts) {
    return "%,d of %,d".formatted(counts.deviating(), counts.examined());
  }
}
