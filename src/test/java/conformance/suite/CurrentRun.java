package conformance.suite;

import conformance.contract.ContractException;
import conformance.contract.Exchange;
import conformance.contract.OwnTests;
import conformance.contract.OwnTests.Reason;
import conformance.contract.RunResult;
import conformance.known.KnownDeviationsException;
import conformance.report.EnvironmentSummary;
import conformance.report.GitHubCommands;
import conformance.report.Summary;
import conformance.settings.SettingsException;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/**
 * Settings, sender and result, shared by {@link ContractIT} and the user's own tests. JUnit closes
 * it after the last test, and that completes the report files.
 */
final class CurrentRun implements AutoCloseable {
  private static volatile Optional<CurrentRun> current = Optional.empty();

  private final RecentExchanges exchanges = new RecentExchanges();
  private Optional<String> error = Optional.empty();
  private Optional<ConfiguredRun> configured = Optional.empty();
  private Optional<RunResult> report = Optional.empty();

  private CurrentRun() {
    current = Optional.of(this);
  }

  /** The run of the tests that {@code context} belongs to. */
  static CurrentRun of(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(CurrentRun.class))
        .getOrComputeIfAbsent(CurrentRun.class, key -> new CurrentRun(), CurrentRun.class);
  }

  /** The run in progress. */
  static CurrentRun current() {
    return current.orElseThrow(
        () -> new IllegalStateException("no test class with @ExtendWith(TargetExtension.class)"));
  }

  /** Judges the target. */
  RunResult judge() {
    var first = new AtomicBoolean(OwnTestsListener.planned());
    Consumer<String> progress =
        line ->
            System.out.println(
                // The first line states the number of requests for the contract.
                first.getAndSet(false) ? line + "; tests of your own send more" : line);
    var judged = configured().judge(progress);
    AllureResults.describe(judged);
    report = Optional.of(judged);
    return judged;
  }

  /** Reads the settings once. If they are invalid, every later test is skipped. */
  ConfiguredRun configured() {
    error.ifPresent(CurrentRun::skip);
    if (configured.isEmpty()) {
      AllureResults.begin();
      var output = Path.of(System.getProperty("conformance.output", "target/conformance"));
      try {
        configured =
            Optional.of(ConfiguredRun.of(System.getProperties(), ContractIT.environment, output));
      } catch (ContractException | SettingsException | KnownDeviationsException e) {
        error = Optional.of(e.getMessage());
        throw e instanceof ContractException
            ? new ContractError(e.getMessage())
            : new EnvironmentError(e.getMessage());
      }
    }
    return configured.get();
  }

  /** The result, if the target has been judged. */
  Optional<RunResult> report() {
    return report;
  }

  /** A specification for requests to the target; it records each exchange of the test. */
  RequestSpecification target() {
    var run = configured();
    return run.sender().specification(run.run().contract().security(), exchanges::add);
  }

  /** Removes and returns the exchanges of the finished test, with personal data masked. */
  List<Exchange> takeExchanges() {
    var run = configured();
    var personal = run.run().personal();
    return exchanges.take().stream()
        .map(e -> run.request().showPersonal() ? e : e.withBeginning(personal::inJson))
        .toList();
  }

  /** Drops the exchanges of what another class has set up or cleaned up. */
  void forgetExchanges() {
    exchanges.take();
  }

  /** Skips the test if the run could not judge the target at all. */
  void requireTarget() {
    configured();
    report
        .filter(
            run ->
                run.results().stream()
                    .noneMatch(r -> r.exchange().isPresent() && r.environment().isEmpty()))
        .flatMap(run -> EnvironmentSummary.lines(run).stream().findFirst())
        .ifPresent(CurrentRun::skip);
  }

  /** The exception to report to JUnit: masked, or a skipped test for an environment fault. */
  Throwable reported(Throwable thrown) {
    if (thrown instanceof TestAbortedException || configured.isEmpty()) {
      return thrown;
    }
    exchanges.fault(report).ifPresent(fault -> skip(fault.toString()));
    return FailedTest.of(thrown, configured.get().sender().redaction());
  }

  private static void skip(String reason) {
    throw new SkippedRule("not demonstrated, " + reason);
  }

  @Override
  public void close() {
    current = Optional.empty();
    // Failsafe does not print failures: those of rules and of own tests are in the summary.
    error.ifPresent(message -> System.out.println("error: " + message));
    OwnTestsListener.defects().forEach(System.out::println);
    if (report.isEmpty() && error.isEmpty()) {
      System.out.println(
          "ContractIT did not run: there is no report.json of the tests of your own");
    }
    report.ifPresent(
        contract -> {
          var all = OwnTestsListener.result().map(own -> finish(contract, own)).orElse(contract);
          System.out.println(Summary.text(all));
          if ("true".equals(ContractIT.environment.get("GITHUB_ACTIONS"))) {
            GitHubCommands.of(all).forEach(System.out::println);
          }
          System.out.println(
              "report\n  " + System.getProperty("conformance.report", "none was made"));
        });
    configured
        .filter(run -> run.sender().tokenCommand().isPresent())
        .ifPresent(CurrentRun::searchForTokens);
  }

  /** The last step of the build does not know what a command gave, so this one searches for it. */
  private static void searchForTokens(ConfiguredRun run) {
    for (var folder : List.of(run.output(), AllureResults.results())) {
      try {
        System.out.println(LeakScan.scan(folder, run.sender().secrets()));
      } catch (IOException e) {
        throw new UncheckedIOException("what the run has left behind cannot be read", e);
      } catch (IllegalStateException leak) {
        // What JUnit does with the message depends on who has started it.
        System.out.println(leak.getMessage());
        throw leak;
      }
    }
  }

  private RunResult finish(RunResult contract, OwnTests tests) {
    var run = configured();
    var all =
        contract.with(
            new OwnTests(tests.passed(), masked(tests.failures()), masked(tests.skips())),
            run.sender().requests());
    run.write(all);
    AllureResults.describe(all);
    return all;
  }

  private List<Reason> masked(List<Reason> reasons) {
    var redaction = configured().sender().redaction();
    return reasons.stream()
        .map(r -> new Reason(redaction.apply(r.test()), redaction.apply(r.message())))
        .toList();
  }
}
