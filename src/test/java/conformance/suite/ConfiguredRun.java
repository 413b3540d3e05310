package conformance.suite;

import conformance.contract.Contract;
import conformance.contract.ContractException;
import conformance.contract.Contracts;
import conformance.contract.PathParameter;
import conformance.contract.RunResult;
import conformance.contract.Shard;
import conformance.contract.Strictness;
import conformance.fixture.Fixture;
import conformance.fixture.FixtureServer;
import conformance.http.Sender;
import conformance.http.Target;
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
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The run that the settings ask for: on a live URL, or on the embedded fixture.
 *
 * @param run the contract, and how strictly it is held
 * @param assignment the target, and what to ask it for
 * @param sender sends all requests
 * @param output folder of {@code report.json} and {@code summary.md}
 */
public record ConfiguredRun(ConformanceRun run, RunRequest assignment, Sender sender, Path output) {
  private static final Path SCHEMAS = Path.of("schemas");

  /**
   * Judges the target of the settings, and writes the files that machines read.
   *
   * @param output folder of {@code report.json} and {@code summary.md}
   */
  public static RunResult judge(
      Properties properties, Map<String, String> environment, Path output) {
    return of(properties, environment, output).judge(System.out::println);
  }

  /** Judges the target, and writes the files that machines read. */
  RunResult judge(Consumer<String> progress) {
    var report = run.judge(assignment, sender, progress);
    ReportFiles.write(report, output);
    SuggestedDeviations.write(report, output);
    return report;
  }

  /** Reads the settings; what is wrong with them is also written into {@code output}. */
  static ConfiguredRun of(Properties properties, Map<String, String> environment, Path output) {
    var given = new HashMap<String, String>();
    properties.stringPropertyNames().forEach(name -> given.put(name, properties.getProperty(name)));
    Sender.prepare();
    if (!SettingsSource.live(given, environment)) {
      FixtureServer.prepare();
    }
    var name = SettingsSource.contract(given, environment);
    try {
      var contract = Contracts.read(SCHEMAS, name);
      var parameters = parameters(contract);
      var settings = SettingsSource.read(given, environment, parameters);
      var known = new KnownDeviations(known(settings, parameters), LocalDate.now());
      var strictness = new Strictness(settings.strict(), settings.allowEmpty());
      var run = ConformanceRun.of(SCHEMAS, contract, known, strictness);
      var assignment = assignment(contract, settings);
      return new ConfiguredRun(run, assignment, new Sender(assignment.target()), output);
    } catch (ContractException | SettingsException | KnownDeviationsException e) {
      ReportFiles.writeError(name, e.getMessage(), output);
      throw e;
    }
  }

  /** The entries of the settings' file, and the shipped ones: those are about the examples. */
  private static List<KnownDeviation> known(Settings settings, Set<String> parameters) {
    return Stream.of(settings.known(), SettingsSource.KNOWN)
        .map(file -> file.toAbsolutePath().normalize())
        .distinct()
        .flatMap(file -> KnownDeviationsFile.read(file, parameters).stream())
        .toList();
  }

  private static RunRequest assignment(Contract contract, Settings settings) {
    var url = settings.url().orElseGet(() -> fixture(settings));
    // The fixture answers to its own token only, whatever else is set for live targets.
    var token = settings.url().flatMap(live -> settings.token()).orElse(FixtureServer.TOKEN);
    return new RunRequest(
        new Target(
            url,
            token,
            settings.timeout(),
            settings.rate(),
            settings.concurrency(),
            settings.route(),
            settings.maxBody()),
        settings.url().isPresent() ? "live" : "fixture",
        asked(contract, settings),
        settings.shard(),
        settings.rereadAfter(),
        probing(settings),
        settings.showPersonal());
  }

  /** Of several shards the first one probes for all. */
  private static ProbePolicy probing(Settings settings) {
    if (!settings.shard().map(Shard::leads).orElse(true)) {
      return ProbePolicy.NONE;
    }
    return settings.probeWrites() ? ProbePolicy.WRITING : ProbePolicy.READING;
  }

  private static URI fixture(Settings settings) {
    var names = Fixture.names(settings.contract());
    if (!names.contains(settings.fixture())) {
      throw new SettingsException(
          List.of(
              "target.fixture is '%s': expected one of %s"
                  .formatted(settings.fixture(), String.join(", ", names))));
    }
    return FixtureServer.url(settings.contract(), settings.fixture());
  }

  /** The values of the settings; for the fixture the documented examples, which it answers to. */
  private static Map<String, List<String>> asked(Contract contract, Settings settings) {
    var asked = new HashMap<String, List<String>>();
    contract.operations().stream()
        .flatMap(operation -> operation.parameters().stream())
        .forEach(parameter -> asked.put(parameter.name(), List.of(parameter.example())));
    asked.putAll(settings.parameters());
    return asked;
  }

  private static Set<String> parameters(Contract contract) {
    return contract.operations().stream()
        .flatMap(operation -> operation.parameters().stream())
        .map(PathParameter::name)
        .collect(Collectors.toSet());
  }
}
