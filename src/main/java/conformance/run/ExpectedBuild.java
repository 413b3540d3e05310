package conformance.run;

import conformance.contract.EnvironmentFault;
import conformance.contract.Exchange;
import conformance.contract.ExpectedHeader;
import conformance.contract.Finding;
import conformance.contract.Interaction;
import conformance.contract.InteractionResult;
import conformance.contract.JudgedBuild;
import conformance.contract.Request;
import conformance.contract.RuleCounts;
import conformance.contract.Verdict;
import conformance.http.Sender;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Waits for the build that is to be judged, and notices if another one answered. */
final class ExpectedBuild {
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

  /** Of the looks that find the same, every so many is told. */
  private static final int TOLD = 6;

  /** A field that tells no build may have another value in each response. */
  private static final int MAX_SEEN = 10;

  private final ExpectedHeader header;
  private final Sender sender;
  private final Request ordinary;
  private final Duration betweenLooks;
  private final Set<String> seen = new LinkedHashSet<>();

  ExpectedBuild(ExpectedHeader header, Sender sender, Interaction ordinary, Duration betweenLooks) {
    this.header = header;
    this.sender = sender;
    this.ordinary = ReadRunner.request(ordinary);
    this.betweenLooks = betweenLooks;
  }

  /** The build that {@code request} expects, if it does, looked for with the first operation. */
  static Optional<ExpectedBuild> of(
      RunRequest request, List<CompiledOperation> operations, Sender sender) {
    return request
        .expectedHeader()
        .map(
            header -> {
              var first = operations.get(0).operation();
              var asked = new Interaction(first.name(), first, request.combinations(first).get(0));
              return new ExpectedBuild(header, sender, asked, BETWEEN_LOOKS);
            });
  }

  /**
   * Waits until the target answers with the expected field.
   *
   * @param lines receives a line for what else comes, every half a minute
   * @return why it cannot be judged: the field did not come in time
   */
  Optional<EnvironmentFault> await(Consumer<String> lines) {
    var end = Instant.now().plus(header.within());
    var last = "";
    for (var looks = 0; ; looks++) {
      var exchange = look();
      if (isExpected(exchange)) {
        note(exchange);
        return Optional.empty();
      }
      var came = words(exchange);
      var left = Duration.between(Instant.now(), end);
      if (left.isNegative() || left.isZero()) {
        note(exchange);
        return Optional.of(absent(came));
      }
      if (looks % TOLD == 0 || !came.equals(last)) {
        lines.accept(
            "waiting for %s %s, %,d s at most: now %s"
                .formatted(header.field().name(), wanted(), left.toSeconds(), came));
      }
      last = came;
      Pause.of(left.compareTo(betweenLooks) < 0 ? left : betweenLooks);
    }
  }

  private EnvironmentFault absent(String came) {
    return new EnvironmentFault(
        "%s was not %s within %,d s, at last %s"
            .formatted(header.field().name(), wanted(), header.within().toSeconds(), came),
        "Wait until that build is deployed, or mend target.expect_header or target.wait.");
  }

  /**
   * Looks once more, after the last request.
   *
   * @param reads the results of all ordinary requests
   * @return why nothing is kept: another build answered one of them, or nothing answers any more
   */
  Optional<EnvironmentFault> changed(List<InteractionResult> reads) {
    return Stream.concat(
            reads.stream()
                .filter(read -> read.environment().isEmpty())
                .flatMap(read -> read.exchange().stream()),
            Stream.of(look()))
        .peek(this::note)
        .filter(exchange -> !isExpected(exchange))
        .toList()
        .stream()
        .findFirst()
        .map(
            other ->
                new EnvironmentFault(
                    "%s was %s, and then %s: %s"
                        .formatted(
                            header.field().name(),
                            wanted(),
                            words(other),
                            other.head().isPresent()
                                ? "another build answered on the way"
                                : "which build answers now is not known"),
                    "Run again when its deployment has ended. Nothing of this run is kept."));
  }

  /** The result without anything that was found out about the target. */
  static InteractionResult withheld(InteractionResult result, EnvironmentFault fault) {
    var interaction = result.interaction();
    if (interaction.isDocumentedExample()) {
      return result;
    }
    // The reason is told once, and not for each probe.
    var first = interaction.name().equals(interaction.operation().name());
    var findings = new ArrayList<Finding>();
    for (var finding : result.findings()) {
      findings.add(
          finding.verdict() instanceof Verdict.NotApplicable
              ? finding
              : new Finding(
                  interaction,
                  RuleCounts.none(finding.rule()),
                  new Verdict.NotDemonstrated(fault.reason())));
    }
    return new InteractionResult(
        interaction,
        result.exchange(),
        Optional.empty(),
        first ? Optional.of(fault) : Optional.empty(),
        0,
        List.of(),
        findings);
  }

  JudgedBuild judged() {
    return new JudgedBuild(header, List.copyOf(seen));
  }

  private Exchange look() {
    return sender.send(ordinary, (head, body) -> {});
  }

  private String wanted() {
    return JudgedBuild.words(header.field().value());
  }

  private boolean isExpected(Exchange exchange) {
    return exchange.head().map(header::in).filter(header.field().value()::equals).isPresent();
  }

  private void note(Exchange exchange) {
    exchange.head().map(header::in).filter(any -> seen.size() < MAX_SEEN).ifPresent(seen::add);
  }

  private String words(Exchange exchange) {
    return exchange
        .head()
        .map(header::in)
        .map(JudgedBuild::words)
        .orElseGet(() -> exchange.failure().map(it -> it.reason()).orElse("no response"));
  }
}
