package conformance.suite;

import conformance.contract.Contract;
import conformance.contract.ContractException;
import conformance.contract.Contracts;
import conformance.contract.PathParameter;
import conformance.contract.RequestLink;
import conformance.contract.RunResult;
import conformance.contract.Shard;
import conformance.contract.Strictness;
import conformance.fixture.Fixture;
import conformance.fixture.FixtureServer;
import conformance.http.Sender;
import conformance.http.Target;
import conformance.http.Tokens;
import conformance.known.KnownDeviation;
import conformance.known.KnownDeviations;
import conformance.known.KnownDeviationsException;
import conformance.known.KnownDeviationsFile;
import conformance.known.SuggestedDeviations;
import conformance.report.ReportFiles;
import conformance.run.ConformanceRun;
import conformance.run.ProbePolicy;
import conformance.run.RunRequest;
import conformance.settings.Settings;
import conformance.settings.SettingsException;
import conformance.settings.SettingsSource;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The run that the settings define, on a live URL or on the embedded fixture.
 *
 * @param run the contract and its strictness
 * @param request the target and the parameters to request
 * @param sender sends all requests
 * @param previous the run before, with which this one is compared
 * @param requestLink where the target's logs of a request are found
 * @param output the folder for {@code report.json} and {@code summary.md}
 */
public record ConfiguredRun(
    ConformanceRun run,
    RunRequest request,
    Sender sender,
    PreviousRun previous,
    Optional<RequestLink> requestLink,
    Path output) {
  private static final Path SCHEMAS = Contracts.FOLDER;

  /** Judges the target of the settings, and writes the report files into {@code output}. */
  public static RunResult judge(
      Properties properties, Map<String, String> environment, Path output) {
    return of(properties, environment, output).judge(System.out::println);
  }

  /** Judges the target, and writes the report files. */
  RunResult judge(Consumer<String> progress) {
    var judged = run.judge(request, sender, progress);
    var report = judged.with(previous.since(judged), requestLink);
    write(report);
    SuggestedDeviations.write(report, output);
    return report;
  }

  /** Writes the report files, and keeps what the next run is compared with. */
  void write(RunResult report) {
    ReportFiles.write(report, output);
    previous.replace(report, output);
  }

  /** Reads the settings, and writes their errors into {@code output}, too. */
  static ConfiguredRun of(Properties properties, Map<String, String> environment, Path output) {
    var given = new HashMap<String, String>();
    properties.stringPropertyNames().forEach(name -> given.put(name, properties.getProperty(name)));
    Sender.prepare();
    if (!SettingsSource.live(given, environment)) {
      FixtureServer.prepare();
    }
    var name = SettingsSource.contract(given, environment);
    try {
      SettingsSource.checkContract(given, environment, Contracts.names(SCHEMAS));
      var contract = Contracts.read(SCHEMAS, name);
      var parameters = parameterNames(contract);
      var settings = SettingsSource.read(given, environment, parameters, contract.security());
      var known =
          new KnownDeviations(
              known(settings, parameters),
              LocalDate.now(),
              settings.allowMended(),
              settings.expiryWarning());
      var strictness =
          new Strictness(settings.strict(), settings.allowEmpty(), settings.allowEnvironment());
      var run = ConformanceRun.of(SCHEMAS, contract, known, strictness);
      var request = request(contract, settings);
      var previous = PreviousRun.of(settings, properties, contract);
      settings.notices().forEach(System.out::println);
      return new ConfiguredRun(
          run, request, new Sender(request.target()), previous, settings.requestLink(), output);
    } catch (ContractException | SettingsException | KnownDeviationsException e) {
      ReportFiles.writeError(name, e.getMessage(), output);
      throw e;
    }
  }

  /** The entries of the configured file, and the shipped ones about the documented examples. */
  private static List<KnownDeviation> known(Settings settings, Set<String> parameters) {
    return Stream.of(settings.known(), SettingsSource.KNOWN)
        .map(file -> file.toAbsolutePath().normalize())
        .distinct()
        .flatMap(file -> KnownDeviationsFile.read(file, parameters).stream())
        .toList();
  }

  private static RunRequest request(Contract contract, Settings settings) {
    var url = settings.url().orElseGet(() -> fixture(settings));
    return new RunRequest(
        new Target(
            url,
            tokens(contract, settings),
            settings.timeout(),
            settings.rate(),
            settings.concurrency(),
            settings.route(),
            settings.maxBody()),
        settings.url().isPresent() ? "live" : "fixture",
        parameters(contract, settings),
        others(contract, settings),
        settings.shard(),
        settings.rereadAfter(),
        probePolicy(settings),
        settings.expectedHeader(),
        settings.showPersonal());
  }

  /** The fixture accepts its own tokens only, so tokens for live targets are ignored. */
  private static Tokens tokens(Contract contract, Settings settings) {
    return settings.url().isEmpty() ? Fixture.tokens(contract.security()) : settings.tokens();
  }

  /** With several shards, only the first sends probes. */
  private static ProbePolicy probePolicy(Settings settings) {
    if (!settings.shard().map(Shard::isFirst).orElse(true)) {
      return ProbePolicy.NONE;
    }
    return new ProbePolicy(true, settings.probeWrites(), settings.probeTokens());
  }

  private static URI fixture(Settings settings) {
    if (!Fixture.exists(settings.contract(), settings.fixture())) {
      var names = Fixture.names(settings.contract());
      throw new SettingsException(
          List.of(
              "target.fixture is '%s': expected one of %s"
                  .formatted(settings.fixture(), String.join(", ", names))));
    }
    return FixtureServer.url(settings.contract(), settings.fixture());
  }

  /** The configured parameter values, or else the documented examples, which the fixture knows. */
  private static Map<String, List<String>> parameters(Contract contract, Settings settings) {
    var values = new HashMap<String, List<String>>();
    contract.operations().stream()
        .flatMap(operation -> operation.parameters().stream())
        .forEach(parameter -> values.put(parameter.name(), List.of(parameter.example())));
    values.putAll(settings.parameters());
    return values;
  }

  /** The same of the other owner; none where the target is live and the settings name none. */
  private static Map<String, String> others(Contract contract, Settings settings) {
    var values = new HashMap<String, String>();
    if (settings.url().isEmpty()) {
      contract.operations().stream()
          .flatMap(operation -> operation.parameters().stream())
          .forEach(it -> it.otherExample().ifPresent(value -> values.put(it.name(), value)));
    }
    values.putAll(settings.otherParameters());
    return values;
  }

  private static Set<String> parameterNames(Contract contract) {
    return contract.operations().stream()
        .flatMap(operation -> operation.parameters().stream())
        .map(PathParameter::name)
        .collect(Collectors.toSet());
  }
}
