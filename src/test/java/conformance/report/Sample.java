package conformance.report;

import conformance.contract.Basis;
import conformance.contract.Contract;
import conformance.contract.Coverage;
import conformance.contract.Coverage.Kind;
import conformance.contract.Deviation;
import conformance.contract.DocumentedResponse;
import conformance.contract.Environment;
import conformance.contract.Examined;
import conformance.contract.Finding;
import conformance.contract.Interaction;
import conformance.contract.Level;
import conformance.contract.Operation;
import conformance.contract.PathParameter;
import conformance.contract.Rule;
import conformance.contract.Source;
import conformance.contract.Tally;
import conformance.contract.Verdict;
import conformance.exchange.Credential;
import conformance.exchange.Exchange;
import conformance.exchange.Request;
import conformance.settings.Shard;
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
final class Sample {
  static final Deviation SECOND_89 =
      new Deviation(
          "/3/at",
          "an RFC 3339 date-time",
          "\"2024-02-29T04:22:89Z\"",
          "second 89 is outside 0-59");

  private static final Source SOURCE = new Source("Response > at", Basis.STATED);
  private static final String BASE = "http://localhost:8080";
  private static final String PATH = "/things/{owner}/all";

  private Sample() {}

  static Rule rule(Level level) {
    return new Rule(
        "things/thing.schema.json#/properties/at/format",
        level,
        SOURCE,
        "at",
        "at is an RFC 3339 date-time",
        "an RFC 3339 date-time");
  }

  /** A finding that rests on {@code examined} values, of which these deviate. */
  static Finding finding(Level level, long examined, Deviation... deviations) {
    var rule = rule(level);
    var tally = new Tally(List.of(rule));
    tally.examine(rule, examined);
    List.of(deviations).forEach(it -> tally.deviate(rule, it));
    var result = tally.results().get(0);
    return new Finding(interaction("o1"), result, Verdict.of(result, "no item has it"));
  }

  static Finding with(Verdict verdict, Finding finding) {
    return new Finding(finding.interaction(), finding.examined(), verdict);
  }

  /** The same about a rule of its own. */
  static Finding about(String property, Finding finding) {
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
        new Examined(
            other,
            examined.examined(),
            examined.deviating(),
            examined.deviations(),
            examined.values()),
        finding.verdict());
  }

  /** A finding by itself. */
  static GroupedFinding group(Chapter chapter, Finding finding) {
    return new GroupedFinding(List.of(new GroupedFinding.Entry(chapter, finding)));
  }

  static GroupedFinding group(Finding finding) {
    return group(chapter(finding), finding);
  }

  static Interaction interaction(String owner) {
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
  static Chapter chapter(Finding... findings) {
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
    return new Chapter(
        interaction, Optional.of(exchange), Optional.empty(), 12, List.of(), List.of(findings));
  }

  /** The same, asked for another owner. */
  static Chapter of(String owner, Chapter chapter) {
    var interaction = chapter.interaction();
    return in(
        new Interaction(interaction.name(), interaction.operation(), Map.of("owner", owner)),
        chapter);
  }

  /** The same, of an interaction of another name. */
  static Chapter named(String name, Chapter chapter) {
    var interaction = interaction("o1");
    return in(new Interaction(name, interaction.operation(), interaction.parameters()), chapter);
  }

  /** The second read of the same, seven seconds later. */
  static Chapter again(Chapter chapter) {
    var interaction = chapter.interaction();
    var again =
        in(
            new Interaction("read again", interaction.operation(), interaction.parameters()),
            chapter);
    return new Chapter(
        again.interaction(),
        chapter.exchange().map(it -> at(it.began().plusSeconds(7), it.took(), it)),
        chapter.exchange().map(it -> new Before(it, List.of(rule(Level.MUST)))),
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

  private static Chapter in(Interaction interaction, Chapter chapter) {
    return new Chapter(
        interaction,
        chapter.exchange(),
        chapter.environment(),
        chapter.items(),
        chapter.coverage(),
        chapter.findings().stream()
            .map(it -> new Finding(interaction, it.examined(), it.verdict()))
            .toList());
  }

  /** The same, in which the documented kinds v0, v1, ... were seen so often. */
  static Chapter covering(Chapter chapter, Long... counts) {
    var seen = new LinkedHashMap<String, Long>();
    List.of(counts).forEach(count -> seen.put("v" + seen.size(), count));
    return new Chapter(
        chapter.interaction(),
        chapter.exchange(),
        chapter.environment(),
        chapter.items(),
        List.of(
            new Coverage(
                "things/thing.schema.json#/properties/kind/enum", Kind.VALUES, "kind", seen)),
        chapter.findings());
  }

  /** The documentation's own example, which nobody was asked for. */
  static Chapter example(Finding... findings) {
    var interaction =
        new Interaction("documented example", interaction("o1").operation(), Map.of());
    return new Chapter(
        interaction, Optional.empty(), Optional.empty(), 12, List.of(), List.of(findings));
  }

  static Chapter refused(Finding... findings) {
    var chapter = chapter(findings);
    var fault = new Environment("the target refused the token", "Check it.");
    return new Chapter(
        chapter.interaction(),
        chapter.exchange(),
        Optional.of(fault),
        0,
        List.of(),
        chapter.findings());
  }

  /** The same as one of several shards. */
  static Report in(Optional<Shard> shard, Report report) {
    return new Report(
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
  static Report with(List<String> knownProblems, Report report) {
    return new Report(
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
  static Chapter took(long millis, Chapter chapter) {
    var exchange = chapter.exchange().orElseThrow();
    return new Chapter(
        chapter.interaction(),
        Optional.of(at(exchange.began(), Duration.ofMillis(millis), exchange)),
        chapter.environment(),
        chapter.items(),
        chapter.coverage(),
        chapter.findings());
  }

  static Report report(Strictness strictness, Chapter... chapters) {
    return new Report(
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
