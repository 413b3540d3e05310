package conformance.report;

import conformance.contract.Basis;
import conformance.contract.Contract;
import conformance.contract.Coverage;
import conformance.contract.Coverage.Kind;
import conformance.contract.Credential;
import conformance.contract.Deviation;
import conformance.contract.DocumentedResponse;
import conformance.contract.EnvironmentFault;
import conformance.contract.Exchange;
import conformance.contract.Finding;
import conformance.contract.Interaction;
import conformance.contract.InteractionResult;
import conformance.contract.Level;
import conformance.contract.Operation;
import conformance.contract.OwnTests;
import conformance.contract.PathParameter;
import conformance.contract.PreviousRead;
import conformance.contract.Request;
import conformance.contract.ResponseHead;
import conformance.contract.Rule;
import conformance.contract.RuleCounter;
import conformance.contract.RuleCounts;
import conformance.contract.RuleResult;
import conformance.contract.RunResult;
import conformance.contract.SecurityScheme;
import conformance.contract.Shard;
import conformance.contract.Source;
import conformance.contract.Strictness;
import conformance.contract.Verdict;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Sample findings about an invented API, for the tests of the report. */
public final class Sample {
  public static final String TRACEPARENT =
      "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

  public static final Deviation SECOND_89 =
      new Deviation(
          "/3/at",
          "an RFC 3339 date-time",
          "\"2024-02-29T04:22:89Z\"",
          "second 89 is outside 0-59");

  private static final Source SOURCE = new Source("Response > at", Basis.STATED);
  private static final String BASE = "http://localhost:8080";
  private static final String PATH = "/things/{owner}/all";

  private Sample() {}

  public static Rule rule(Level level) {
    return new Rule(
        "things/thing.schema.json#/properties/at/format",
        level,
        SOURCE,
        "Invalid timestamp",
        "at",
        "at is an RFC 3339 date-time",
        "an RFC 3339 date-time");
  }

  /** A finding about {@code examined} values with these deviations. */
  public static Finding finding(Level level, long examined, Deviation... deviations) {
    var rule = rule(level);
    var counter = new RuleCounter(List.of(rule));
    counter.examine(rule, examined);
    List.of(deviations).forEach(it -> counter.deviate(rule, it));
    var result = counter.results().get(0);
    return new Finding(
        interaction("o1"), result, Verdict.of(result, Verdict.NotDemonstrated.NO_DATA));
  }

  public static Finding with(Verdict verdict, Finding finding) {
    return new Finding(finding.interaction(), finding.counts(), verdict);
  }

  /** The finding, changed to a rule about {@code property}. */
  public static Finding about(String property, Finding finding) {
    var rule = finding.rule();
    var examined = finding.counts();
    var other =
        new Rule(
            rule.id().replace("/at/", "/" + property + "/"),
            rule.level(),
            rule.source(),
            rule.category(),
            property,
            rule.promise(),
            rule.expected());
    return new Finding(
        finding.interaction(),
        new RuleCounts(
            other,
            examined.examined(),
            examined.deviating(),
            examined.deviations(),
            examined.values()),
        finding.verdict());
  }

  /** A rule result with a single finding. */
  public static RuleResult ruleResult(InteractionResult result, Finding finding) {
    return new RuleResult(List.of(new RuleResult.Entry(result, finding)));
  }

  public static RuleResult ruleResult(Finding finding) {
    return ruleResult(result(finding), finding);
  }

  public static Interaction interaction(String owner) {
    var example = Optional.of(Path.of("example.json"));
    var response =
        new DocumentedResponse(200, "application/json", URI.create("a.json"), example, SOURCE);
    var operation =
        new Operation(
            "list",
            "list things",
            "GET",
            PATH,
            Set.of("GET"),
            Optional.of(SecurityScheme.BEARER),
            List.of(new PathParameter("owner", "", "o1", Optional.empty())),
            response,
            List.of(),
            Map.of());
    return new Interaction("list things", operation, Map.of("owner", owner));
  }

  /** The result of a request whose response has 12 items. */
  public static InteractionResult result(Finding... findings) {
    var interaction = interaction("o1");
    var request = new Request("GET", "/things/o1/all", "application/json", Credential.TOKEN);
    var exchange =
        new Exchange(
            request,
            URI.create(BASE + request.path()),
            Optional.empty(),
            "",
            0,
            Optional.empty(),
            List.of(),
            Instant.EPOCH,
            Duration.ZERO,
            TRACEPARENT);
    return new InteractionResult(
        interaction,
        Optional.of(exchange),
        Optional.empty(),
        Optional.empty(),
        12,
        List.of(),
        List.of(findings));
  }

  /** The result with a response that has this field. */
  public static InteractionResult answered(String field, String value, InteractionResult result) {
    var exchange = result.exchange().orElseThrow();
    var head = new ResponseHead(200, List.of(new ResponseHead.Header(field, value)));
    return new InteractionResult(
        result.interaction(),
        Optional.of(
            new Exchange(
                exchange.request(),
                exchange.url(),
                Optional.of(head),
                exchange.beginning(),
                exchange.bytes(),
                exchange.failure(),
                exchange.echoes(),
                exchange.began(),
                exchange.took(),
                exchange.traceparent())),
        result.previous(),
        result.environment(),
        result.items(),
        result.coverage(),
        result.findings());
  }

  /** The result, changed to another owner. */
  public static InteractionResult of(String owner, InteractionResult result) {
    var interaction = result.interaction();
    return in(
        new Interaction(interaction.name(), interaction.operation(), Map.of("owner", owner)),
        result);
  }

  /** The result, changed to an interaction with another name. */
  public static InteractionResult named(String name, InteractionResult result) {
    var interaction = interaction("o1");
    return in(new Interaction(name, interaction.operation(), interaction.parameters()), result);
  }

  /** The result, changed to a second read seven seconds later. */
  public static InteractionResult again(InteractionResult result) {
    var again = in(result.interaction().again(), result);
    return new InteractionResult(
        again.interaction(),
        result.exchange().map(it -> at(it.began().plusSeconds(7), it.took(), it)),
        result.exchange().map(it -> new PreviousRead(it, List.of(rule(Level.MUST)))),
        again.environment(),
        again.items(),
        again.coverage(),
        again.findings());
  }

  private static Exchange at(Instant began, Duration took, Exchange exchange) {
    return new Exchange(
        exchange.request(),
        exchange.url(),
        exchange.head(),
        exchange.beginning(),
        exchange.bytes(),
        exchange.failure(),
        exchange.echoes(),
        began,
        took,
        exchange.traceparent());
  }

  private static InteractionResult in(Interaction interaction, InteractionResult result) {
    return new InteractionResult(
        interaction,
        result.exchange(),
        Optional.empty(),
        result.environment(),
        result.items(),
        result.coverage(),
        result.findings().stream()
            .map(it -> new Finding(interaction, it.counts(), it.verdict()))
            .toList());
  }

  /** The result with coverage: the documented values v0, v1, ... were seen this often. */
  public static InteractionResult covering(InteractionResult result, Long... counts) {
    var seen = new LinkedHashMap<String, Long>();
    List.of(counts).forEach(count -> seen.put("v" + seen.size(), count));
    return new InteractionResult(
        result.interaction(),
        result.exchange(),
        Optional.empty(),
        result.environment(),
        result.items(),
        List.of(
            new Coverage(
                "things/thing.schema.json#/properties/kind/enum", Kind.VALUES, "kind", seen)),
        result.findings());
  }

  /** The documentation's own example, which has no exchange. */
  public static InteractionResult example(Finding... findings) {
    var interaction = Interaction.documentedExample(interaction("o1").operation());
    return new InteractionResult(
        interaction,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        12,
        List.of(),
        List.of(findings).stream()
            .map(it -> new Finding(interaction, it.counts(), it.verdict()))
            .toList());
  }

  public static InteractionResult refused(Finding... findings) {
    var result = result(findings);
    var fault = new EnvironmentFault("the target refused the token", "Check it.");
    return new InteractionResult(
        result.interaction(),
        result.exchange(),
        Optional.empty(),
        Optional.of(fault),
        0,
        List.of(),
        result.findings());
  }

  /** The report, changed to that of a shard. */
  public static RunResult in(Optional<Shard> shard, RunResult report) {
    return new RunResult(
        report.contract(),
        report.url(),
        report.mode(),
        report.parameters(),
        shard,
        report.strictness(),
        report.startedAt(),
        report.duration(),
        report.requests(),
        report.results(),
        report.knownProblems(),
        report.knownWarnings(),
        report.notices(),
        report.ownTests(),
        report.since(),
        report.requestLink());
  }

  /** The report with problems of the known deviations. */
  public static RunResult with(List<String> knownProblems, RunResult report) {
    return new RunResult(
        report.contract(),
        report.url(),
        report.mode(),
        report.parameters(),
        report.shard(),
        report.strictness(),
        report.startedAt(),
        report.duration(),
        report.requests(),
        report.results(),
        knownProblems,
        report.knownWarnings(),
        report.notices(),
        report.ownTests(),
        report.since(),
        report.requestLink());
  }

  /** The report with warnings about the known deviations. */
  public static RunResult warning(List<String> warnings, RunResult report) {
    return new RunResult(
        report.contract(),
        report.url(),
        report.mode(),
        report.parameters(),
        report.shard(),
        report.strictness(),
        report.startedAt(),
        report.duration(),
        report.requests(),
        report.results(),
        report.knownProblems(),
        warnings,
        report.notices(),
        report.ownTests(),
        report.since(),
        report.requestLink());
  }

  /** The report with notices of what is no fault. */
  public static RunResult noticing(List<String> notices, RunResult report) {
    return new RunResult(
        report.contract(),
        report.url(),
        report.mode(),
        report.parameters(),
        report.shard(),
        report.strictness(),
        report.startedAt(),
        report.duration(),
        report.requests(),
        report.results(),
        report.knownProblems(),
        report.knownWarnings(),
        notices,
        report.ownTests(),
        report.since(),
        report.requestLink());
  }

  /** The result with an exchange of this duration. */
  public static InteractionResult took(long millis, InteractionResult result) {
    var exchange = result.exchange().orElseThrow();
    return new InteractionResult(
        result.interaction(),
        Optional.of(at(exchange.began(), Duration.ofMillis(millis), exchange)),
        Optional.empty(),
        result.environment(),
        result.items(),
        result.coverage(),
        result.findings());
  }

  /** Results of a user's own tests, one of which fails. */
  static final OwnTests OWN_TESTS =
      new OwnTests(
          4,
          List.of(
              new OwnTests.Reason(
                  "CacheIT.isPrivate [1] o1",
                  "1 expectation failed.\nExpected header \"Age\"\twas *0*\n")),
          List.of(new OwnTests.Reason("CacheIT", "not yet")));

  public static RunResult report(Strictness strictness, InteractionResult... results) {
    return new RunResult(
        new Contract("things", "Things", "2024-02", List.of(interaction("o1").operation())),
        URI.create(BASE),
        "live",
        Map.of("owner", List.of("o1")),
        Optional.empty(),
        strictness,
        Instant.EPOCH,
        Duration.ofMillis(1_234),
        2,
        List.of(results),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
