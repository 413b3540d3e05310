package conformance.suite;

import conformance.contract.ContractException;
import conformance.contract.Exchange;
import conformance.contract.OwnTests;
import conformance.contract.OwnTests.Reason;
import conformance.contract.RunResult;
import conformance.known.KnownDeviationsException;
import conformance.report.EnvironmentSummary;
import conformance.report.ReportFiles;
import conformance.report.Summary;
import conformance.settings.SettingsException;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/**
 * What {@link ContractIT} and the tests of one's own share while JUnit executes them: settings,
 * sender and result. JUnit closes it after the last of them, and then the files of the run are
 * finished.
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

  /** The run whose tests are being executed. */
  static CurrentRun current() {
    return current.orElseThrow(
        () -> new IllegalStateException("no test class with @ExtendWith(TargetExtension.class)"));
  }

  /** Judges the target. */
  RunResult judge() {
    var more = new AtomicBoolean(OwnTestsListener.planned());
    Consumer<String> progress =
        line ->
            System.out.println(
                // The first line tells how many requests the contract takes.
                more.getAndSet(false) ? line + "; tests of your own send more" : line);
    var judged = configured().judge(progress);
    AllureResults.describe(judged);
    report = Optional.of(judged);
    return judged;
  }

  /** What is wrong with the settings is told once, and keeps all that follows from running. */
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
        // Where in our code that was found out helps nobody.
        throw new EnvironmentError(e.getMessage());
      }
    }
    return configured.get();
  }

  /** The result, if the target has been judged. */
  Optional<RunResult> report() {
    return report;
  }

  /** How to ask the target, with each exchange kept until the test is over. */
  RequestSpecification target() {
    return configured().sender().specification(exchanges::add);
  }

  /** The exchanges of the test that is over, without personal data. */
  List<Exchange> takeExchanges() {
    var run = configured();
    var personal = run.run().personal();
    return exchanges.take().stream()
        .map(it -> run.assignment().showPersonal() ? it : it.withBeginning(personal::inJson))
        .toList();
  }

  /** Aborts a test where the run has found out that nothing of the target can be judged. */
  void requireTarget() {
    configured();
    report
        .filter(
            it ->
                it.results().stream()
                    .noneMatch(c -> c.exchange().isPresent() && c.environment().isEmpty()))
        .flatMap(it -> EnvironmentSummary.lines(it).stream().findFirst())
        .ifPresent(CurrentRun::skip);
  }

  /** What JUnit is told of what a test has thrown: masked, and no failure of the environment's. */
  Throwable told(Throwable thrown) {
    if (thrown instanceof TestAbortedException || configured.isEmpty()) {
      return thrown;
    }
    exchanges.fault(report).ifPresent(it -> skip(it.toString()));
    return FailedTest.of(thrown, configured.get().sender().redaction());
  }

  private static void skip(String reason) {
    throw new SkippedRule("not demonstrated, " + reason, "not demonstrated, " + reason);
  }

  @Override
  public void close() {
    current = Optional.empty();
    if (report.isEmpty() && error.isEmpty()) {
      System.out.println(
          "ContractIT did not run: there is no report.json of the tests of your own");
    }
    report.ifPresent(
        contract -> {
          var all = OwnTestsListener.result().map(it -> finish(contract, it)).orElse(contract);
          System.out.println(Summary.text(all));
          System.out.println(
              "report\n  " + System.getProperty("conformance.report", "none was made"));
        });
  }

  private RunResult finish(RunResult contract, OwnTests tests) {
    var run = configured();
    var all =
        contract.with(
            new OwnTests(tests.passed(), masked(tests.failures()), masked(tests.skips())),
            run.sender().requests());
    ReportFiles.write(all, run.output());
    AllureResults.describe(all);
    return all;
  }

  private List<Reason> masked(List<Reason> reasons) {
    var redaction = configured().sender().redaction();
    return reasons.stream()
        .map(it -> new Reason(redaction.apply(it.test()), redaction.apply(it.message())))
        .toList();
  }
}
