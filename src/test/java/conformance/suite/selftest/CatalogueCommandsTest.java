package conformance.suite.selftest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.Contracts;
import conformance.contract.Excerpt;
import conformance.contract.Finding;
import conformance.contract.InteractionResult;
import conformance.contract.Strictness;
import conformance.fixture.Fixture;
import conformance.fixture.FixtureServer;
import conformance.http.Target;
import conformance.known.KnownDeviations;
import conformance.report.Messages;
import conformance.report.Sample;
import conformance.run.ConformanceRun;
import conformance.run.ProbePolicy;
import conformance.run.RunRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The commands of all findings of the catalogue show the values as they were sent. */
@Tag("slow")
class CatalogueCommandsTest {
  private static final Path SCHEMAS = Path.of("schemas");

  static List<String> contracts() {
    return Contracts.names(SCHEMAS);
  }

  @BeforeAll
  static void needsTheProgramsOfTheCommands() {
    ReproductionRunTest.needsTheProgramsOfTheCommands();
  }

  /** A finding with a place in the body, and its command. */
  private record Shown(Fixture fixture, InteractionResult result, Finding finding, String command) {
    String location() {
      return finding.counts().deviations().get(0).location();
    }

    /** The place, or the value around it if the place is cut. */
    SentValue sent() {
      var place = Excerpt.beginningOfCut(location());
      var whole = result.exchange().orElseThrow().beginning();
      return SentValue.at(
          whole, place.map(it -> it.substring(0, it.lastIndexOf('/'))).orElse(location()));
    }

    boolean isShownBy(String output) {
      return comparesReads() ? sent().isWithin(output) : sent().isShownBy(output);
    }

    private boolean comparesReads() {
      return result.previous(finding.rule()).isPresent();
    }

    /** A fixture whose second read differs is asked as often as in the run. */
    String script(Path output) {
      var reset = "curl -sS -o '%s' -X POST '%s'; ".formatted(output, admin());
      var before =
          result.previous().isEmpty()
              ? ""
              : comparesReads()
                  ? reset
                  : reset + result.exchange().orElseThrow().curl() + " -o '%s'; ".formatted(output);
      return "%s{ %s; } >'%s' 2>&1\n".formatted(before, command, output);
    }

    private URI admin() {
      return FixtureServer.url(fixture.contract(), fixture.name())
          .resolve("/__admin/scenarios/reset");
    }

    @Override
    public String toString() {
      return "%s, case %s, %s at %s: %s"
          .formatted(fixture.contract(), fixture.name(), finding.rule().id(), location(), command);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("contracts")
  void showEveryValueAsItWasSent(String contract, @TempDir Path outputs) throws Exception {
    var run =
        ConformanceRun.of(
            SCHEMAS,
            Contracts.read(SCHEMAS, contract),
            new KnownDeviations(List.of(), LocalDate.EPOCH),
            new Strictness(false, false));
    var all =
        Fixture.all(contract).stream()
            .filter(it -> it.deviations().stream().anyMatch(at -> at.location().startsWith("/")))
            .flatMap(fixture -> shown(run, fixture))
            // Otherwise a fixture of two reads might be left after its first.
            .sorted(Comparator.comparing(it -> it.result().previous().isPresent()))
            .toList();
    assertThat(all).hasSizeGreaterThan(100);
    // The reads of a fixture need no time between them.
    var script = new StringBuilder("sleep() { :; }\n");
    for (var i = 0; i < all.size(); i++) {
      script.append(all.get(i).script(outputs.resolve("" + i)));
    }
    run(Files.writeString(outputs.resolve("script"), script));
    var wrong = new ArrayList<String>();
    for (var i = 0; i < all.size(); i++) {
      var output = Files.readString(outputs.resolve("" + i)).strip();
      var shown = all.get(i);
      if (!shown.isShownBy(output)) {
        wrong.add("%s\nsent  %s\nshown %s".formatted(shown, shown.sent(), output));
      }
    }
    assertThat(wrong).as("%d commands", all.size()).isEmpty();
  }

  private static Stream<Shown> shown(ConformanceRun run, Fixture fixture) {
    var url = FixtureServer.url(fixture.contract(), fixture.name());
    var target =
        new Target(url, FixtureServer.TOKEN, Duration.ofSeconds(20), OptionalDouble.empty());
    var policy = fixture.probed() ? ProbePolicy.WRITING : ProbePolicy.NONE;
    var request =
        new RunRequest(
            target,
            "fixture",
            Map.of(),
            Map.of(),
            Optional.empty(),
            Duration.ZERO,
            policy,
            Optional.empty(),
            true);
    return run.judge(request, line -> {}).results().stream()
        .filter(result -> result.exchange().isPresent())
        .flatMap(result -> result.findings().stream().flatMap(it -> shown(fixture, result, it)));
  }

  private static Stream<Shown> shown(Fixture fixture, InteractionResult result, Finding finding) {
    return finding.counts().deviations().stream()
        .limit(1)
        .filter(first -> first.location().startsWith("/"))
        .flatMap(first -> Messages.command(Sample.ruleResult(result, finding)).stream())
        .map(command -> new Shown(fixture, result, finding, command));
  }

  private static void run(Path script) throws IOException, InterruptedException {
    var builder = new ProcessBuilder("bash", script.toString()).redirectErrorStream(true);
    builder.environment().put("TARGET_TOKEN", "fixture-token");
    var process = builder.start();
    assertThat(new String(process.getInputStream().readAllBytes(), UTF_8)).isEmpty();
    assertThat(process.waitFor(5, MINUTES)).isTrue();
  }
}
