package conformance.run;

import conformance.contract.Contract;
import conformance.contract.Contracts;
import conformance.contract.RunResult;
import conformance.contract.Strictness;
import conformance.fixture.FixtureServer;
import conformance.http.Target;
import conformance.http.Token;
import conformance.known.KnownDeviations;
import conformance.known.KnownDeviationsFile;
import conformance.settings.SettingsSource;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A run against a server of the tests, by default one that serves an unchanged fixture.
 *
 * <p>It judges only the first operation of the contract, the only one that these servers implement.
 *
 * @param contract the contract that the server is judged by
 * @param url base URL of the server
 * @param token the token that is sent
 * @param known the known deviations
 */
public record FixtureRun(String contract, URI url, Token token, KnownDeviations known) {
  private static final Path SCHEMAS = Path.of("schemas");
  private static final String CONTRACT = "batches";

  /** A run of the default contract. */
  public FixtureRun(URI url, Token token, KnownDeviations known) {
    this(CONTRACT, url, token, known);
  }

  /** A run on the fixture named {@code name}. */
  public static FixtureRun on(String name) {
    return at(FixtureServer.url(CONTRACT, name));
  }

  public static FixtureRun at(URI url) {
    return at(CONTRACT, url);
  }

  public static FixtureRun at(String contract, URI url) {
    return new FixtureRun(
        contract, url, FixtureServer.TOKEN, new KnownDeviations(List.of(), LocalDate.EPOCH));
  }

  /** The same with the shipped entries, about the documented example. */
  FixtureRun withShippedEntries() {
    var entries = KnownDeviationsFile.read(SettingsSource.KNOWN, Set.of("agent_id"));
    return new FixtureRun(contract, url, token, new KnownDeviations(entries, LocalDate.now()));
  }

  /** The result of the run with the documented examples of parameters. */
  public RunResult report() {
    return report(ProbePolicy.NONE, line -> {});
  }

  /** The same with probes; {@code progress} receives the progress lines. */
  public RunResult report(ProbePolicy probing, Consumer<String> progress) {
    var whole = Contracts.read(SCHEMAS, contract);
    var read =
        new Contract(contract, whole.title(), whole.edition(), List.of(whole.operations().get(0)));
    var parameters = new HashMap<String, List<String>>();
    read.operations().stream()
        .flatMap(operation -> operation.parameters().stream())
        .forEach(parameter -> parameters.put(parameter.name(), List.of(parameter.example())));
    var target = new Target(url, token, Duration.ofSeconds(20), OptionalDouble.empty());
    return ConformanceRun.of(SCHEMAS, read, known, new Strictness(false, false))
        .judge(
            new RunRequest(target, "fixture", Map.copyOf(parameters), Duration.ZERO, probing),
            progress);
  }
}
