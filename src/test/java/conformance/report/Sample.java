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
import conformance.contract.Rule;
import conformance.contract.RuleCounter;
import conformance.contract.RuleCounts;
import conformance.contract.RuleResult;
import conformance.contract.RunResult;
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

/** Made-up findings about a made-up API, for the tests of how findings are told. */
public final class Sample {
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
        "at",
        "at is an RFC 3339 date-time",
        "an RFC 3339 date-time");
  }

  /** A finding that rests on {@code examined} values, of which these deviate. */
  public static Finding finding(Level level, long examined, Deviation... deviations) {
    var rule = rule(level);
    var tally = new RuleCounter(List.of(rule));
    tally.examine(rule, examined);
    List.of(deviations).forEach(it -> tally.deviate(rule, it));
    var result = tally.results().get(0);
    return new Finding(interaction("o1"), result, Verdict.of(result, "no item has it"));
  }

  public static Finding with(Verdict verdict, Finding finding) {
    return new Finding(finding.interaction(), finding.examined(), verdict);
  }

  /** The same about a rule of its own. */
  public static Finding about(String property, Finding finding) {
    var rule = finding.rule();
    var examined = finding.examined();
    var other =
        new Rule(
            rule.id().replace("/at/", "/" + property + "/"),
            rule.level(),
            rule.source(),
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

  /** A finding by itself. */
  public static RuleResult group(InteractionResult chapter, Finding finding) {
    return new RuleResult(List.of(new RuleResult.Entry(chapter, finding)));
  }

  public static RuleResult group(Finding finding) {
    return group(chapter(finding), finding);
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
            true,
            List.of(new PathParameter("owner", "", "o1")),
            response,
            List.of(),
            Map.of());
    return new Interaction("list things", operation, Map.of("owner", owner));
  }

  /** What became of a request whose answer held 12 items. */
  public static InteractionResult chapter(Finding... findings) {
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
            Duration.ZERO);
    return new InteractionResult(
        interaction,
        Optional.of(exchange),
        Optional.empty(),
        Optional.empty(),
        12,
        List.of(),
        List.of(findings));
  }

  /** The same, asked for another owner. */
  public static InteractionResult of(String owner, InteractionResult chapter) {
    var interaction = chapter.interaction();
    return in(
        new Interaction(interaction.name(), interaction.operation(), Map.of("owner", owner)),
        chapter);
  }

  /** The same, of an interaction of another name. */
  public static InteractionResult named(String name, InteractionResult chapter) {
    var interaction = interaction("o1");
    return in(new Interaction(name, interaction.operation(), interaction.parameters()), chapter);
  }

  /** The second read of the same, seven seconds later. */
  public static InteractionResult again(InteractionResult chapter) {
    var again = in(chapter.interaction().again(), chapter);
    return new InteractionResult(
        again.interaction(),
        chapter.exchange().map(it -> at(it.began().plusSeconds(7), it.took(), it)),
        chapter.exchange().map(it -> new PreviousRead(it, List.of(rule(Level.MUST)))),
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
        took);
  }

  private static InteractionResult in(Interaction interaction, InteractionResult chapter) {
    return new InteractionResult(
        interaction,
        chapter.exchange(),
        Optional.empty(),
        chapter.environment(),
        chapter.items(),
        chapter.coverage(),
        chapter.findings().stream()
            .map(it -> new Finding(interaction, it.examined(), it.verdict()))
            .toList());
  }

  /** The same, in which the documented kinds v0, v1, ... were seen so often. */
  public static InteractionResult covering(InteractionResult chapter, Long... counts) {
    var seen = new LinkedHashMap<String, Long>();
    List.of(counts).forEach(count -> seen.put("v" + seen.size(), count));
    return new InteractionResult(
        chapter.interaction(),
        chapter.exchange(),
        Optional.empty(),
        chapter.environment(),
        chapter.items(),
        List.of(
            new Coverage(
                "things/thing.schema.json#/properties/kind/enum", Kind.VALUES, "kind", seen)),
        chapter.findings());
  }

  /** The documentation's own example, which nobody was asked for. */
  public static InteractionResult example(Finding... findings) {
    var interaction =
        new Interaction("documented example", interaction("o1").operation(), Map.of());
    return new InteractionResult(
        interaction,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        12,
        List.of(),
        List.of(findings));
  }

  public static InteractionResult refused(Finding... findings) {
    var chapter = chapter(findings);
    var fault = new EnvironmentFault("the target refused the token", "Check it.");
    return new InteractionResult(
        chapter.interaction(),
        chapter.exchange(),
        Optional.empty(),
        Optional.of(fault),
        0,
        List.of(),
        chapter.findings());
  }

  /** The same as one of several shards. */
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
        report.chapters(),
        report.knownProblems());
  }

  /** The same, with something wrong about the entries of known deviations. */
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
        report.chapters(),
        knownProblems);
  }

  /** The same, whose answer took so long. */
  public static InteractionResult took(long millis, InteractionResult chapter) {
    var exchange = chapter.exchange().orElseThrow();
    return new InteractionResult(
        chapter.interaction(),
        Optional.of(at(exchange.began(), Duration.ofMillis(millis), exchange)),
        Optional.empty(),
        chapter.environment(),
        chapter.items(),
        chapter.coverage(),
        chapter.findings());
  }

  /** A few tests of one's own, one of which fails. */
  static final OwnTests OWN_TESTS =
      new OwnTests(
          4,
          List.of(
              new OwnTests.Reason(
                  "CacheIT.isPrivate [1] o1",
                  "1 expectation failed.\nExpected header \"Age\"\twas *0*\n")),
          List.of(new OwnTests.Reason("CacheIT", "not yet")));

  public static RunResult report(Strictness strictness, InteractionResult... chapters) {
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
        List.of(chapters),
        List.of());
  }
}
