package conformance.suite;

import io.qameta.allure.Allure;
import io.qameta.allure.AllureLifecycle;
import io.qameta.allure.AllureResultsWriter;
import io.qameta.allure.FileSystemResultsWriter;
import io.qameta.allure.model.TestResult;
import io.qameta.allure.model.TestResultContainer;
import java.io.InputStream;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/**
 * Writes Allure's results in the background, since writing a file takes as long as running a test.
 * Omits the containers, which describe set-up and tear-down: no rule has any.
 *
 * <p>JUnit creates it before Allure's own listener, since the test classes come first on the class
 * path.
 */
public final class ResultsWriter implements AllureResultsWriter, TestExecutionListener {
  private final AllureResultsWriter files;
  private final Executor thread = Executors.newSingleThreadExecutor(ResultsWriter::daemon);
  private final Queue<CompletableFuture<Void>> results = new ConcurrentLinkedQueue<>();

  /** Called by JUnit. */
  public ResultsWriter() {
    this(new FileSystemResultsWriter(AllureResults.results()));
    Allure.setLifecycle(new AllureLifecycle(this));
  }

  public ResultsWriter(AllureResultsWriter files) {
    this.files = files;
  }

  @Override
  public void write(TestResult result) {
    ExchangeTimes.apply(result);
    results.add(CompletableFuture.runAsync(() -> files.write(result), thread));
  }

  @Override
  public void write(TestResultContainer container) {}

  @Override
  public void write(String source, InputStream attachment) {
    files.write(source, attachment);
  }

  /** Waits until all results have been written; throws if one could not be written. */
  @Override
  public void testPlanExecutionFinished(TestPlan plan) {
    var all = CompletableFuture.allOf(results.toArray(CompletableFuture[]::new));
    // The same process may execute another test plan.
    results.clear();
    all.join();
  }

  private static Thread daemon(Runnable task) {
    var thread = new Thread(task, "allure results");
    thread.setDaemon(true);
    return thread;
  }
}
