package conformance.report;

import io.qameta.allure.Allure;
import io.qameta.allure.AllureLifecycle;
import io.qameta.allure.AllureResultsWriter;
import io.qameta.allure.FileSystemResultsWriter;
import io.qameta.allure.model.TestResult;
import io.qameta.allure.model.TestResultContainer;
import java.io.InputStream;
import org.junit.platform.launcher.TestExecutionListener;

/**
 * Has Allure write no containers, which tell of set-up and tear-down: no rule has any, and a
 * container for each takes as long to write as the results.
 *
 * <p>JUnit makes it before Allure's own listener, since the tests stand first on the class path.
 */
public final class ResultsOnly implements TestExecutionListener {

  public ResultsOnly() {
    var files = new FileSystemResultsWriter(AllureResults.results());
    Allure.setLifecycle(new AllureLifecycle(new Writer(files)));
  }

  private record Writer(AllureResultsWriter files) implements AllureResultsWriter {
    @Override
    public void write(TestResult result) {
      files.write(result);
    }

    @Override
    public void write(TestResultContainer container) {}

    @Override
    public void write(String source, InputStream attachment) {
      files.write(source, attachment);
    }
  }
}
