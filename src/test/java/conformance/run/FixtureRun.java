package conformance.run;

import conformance.contract.Contract;
import conformance.contract.Contracts;
import conformance.contract.RunResult;
import conformance.contract.Strictness;
import conformance.fixture.FixtureServer;
import conformance.http.Target;
import conformance.http.Token;
import conformance.known.KnownDeviations;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/**
 * A run against a server of the tests, by default one that judges an unchanged fixture.
 *
 * <p>It judges the first operation of the contract alone: the servers of the tests know no other.
 *
 * @param contract what the server is held against
 * @param url base URL of the server
 * @param token the token that is sent
 * @param known the deviations that are accepted
 */
public record FixtureRun(String contract, URI url, Token token, KnownDeviations known) {
  private static final Path SCHEMAS = Path.of("schemas");
  private static final String CONTRACT = "batches";

  /** A run of the contract that the settings name when nobody names one. */
  public FixtureRun(URI url, Token token, KnownDeviations known) {
    this(CONTRACT, url, token, known);
  }

  /** A run on the fixture called {@code name}. */
  public static FixtureRun on(String name) {
    return at(FixtureServer.url(CONTRACT, name));
  }

  /** A run on the server at {@code url}. */
  public static FixtureRun at(URI url) {
    return at(CONTRACT, url);
  }

  /** A run of {@code contract} on the server at {@code url}. */
  public static FixtureRun at(String contract, URI url) {
    return new FixtureRun(
        contract, url, FixtureServer.TOKEN, new KnownDeviations(List.of(), LocalDate.EPOCH));
  }

  /** What the run finds out, asking for what the documentation gives as examples. */
  public RunResult report() {
    return report(ProbePolicy.NONE, line -> {});
  }

  /** The same with probes; {@code progress} is told what the run tells. */
  public RunResult report(ProbePolicy probing, Consumer<String> progress) {
    var whole = Contracts.read(SCHEMAS, contract);
    var read =
        new Contract(contract, whole.title(), whole.edition(), List.of(whole.operations().get(0)));
    var asked = new HashMap<String, List<String>>();
    read.operations().stream()
        .flatMap(operation -> operation.parameters().stream())
        .forEach(parameter -> asked.put(parameter.name(), List.of(parameter.example())));
    var target = new Target(url, token, Duration.ofSeconds(20), OptionalDouble.empty());
    return ConformanceRun.of(SCHEMAS, read, known, new Strictness(false, false))
        .judge(
            new RunRequest(target, "fixture", Map.copyOf(asked), Duration.ZERO, probing), progress);
  }
}
