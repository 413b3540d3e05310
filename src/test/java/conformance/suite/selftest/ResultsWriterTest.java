package conformance.suite.selftest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import conformance.suite.AllureResults;
import conformance.suite.ResultsWriter;
import io.qameta.allure.Allure;
import io.qameta.allure.AllureResultsWriteException;
import io.qameta.allure.AllureResultsWriter;
import io.qameta.allure.FileSystemResultsWriter;
import io.qameta.allure.model.TestResult;
import io.qameta.allure.model.TestResultContainer;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ResultsWriterTest {
  @TempDir Path folder;

  @Test
  void isWhatAllureWritesWith() {
    var id = UUID.randomUUID().toString();
    var lifecycle = Allure.getLifecycle();
    lifecycle.startTestContainer(new TestResultContainer().setUuid(id));
    lifecycle.stopTestContainer(id);
    lifecycle.writeTestContainer(id);
    lifecycle.writeAttachment(id + "-attachment.txt", new ByteArrayInputStream(new byte[3]));
    assertThat(AllureResults.results().resolve(id + "-container.json")).doesNotExist();
    assertThat(AllureResults.results().resolve(id + "-attachment.txt")).hasSize(3);
  }

  @Test
  void hasWrittenEveryResultAndAttachmentWhenTheTestsAreOver() {
    var writer = new ResultsWriter(new FileSystemResultsWriter(folder));
    IntStream.range(0, 50).forEach(it -> writer.write(new TestResult().setUuid("r" + it)));
    writer.write("attachment.txt", new ByteArrayInputStream(new byte[3]));
    writer.testPlanExecutionFinished(null);
    assertThat(folder.resolve("attachment.txt")).hasSize(3);
    IntStream.range(0, 50)
        .forEach(it -> assertThat(folder.resolve("r" + it + "-result.json")).isNotEmptyFile());
  }

  @Test
  void writesTheResultsOfAllTestsThatFollowOneAnother() {
    var writer = new ResultsWriter(new FileSystemResultsWriter(folder));
    for (var plan : List.of("first", "second")) {
      writer.write(new TestResult().setUuid(plan));
      writer.testPlanExecutionFinished(null);
      assertThat(folder.resolve(plan + "-result.json")).isNotEmptyFile();
    }
  }

  @Timeout(20)
  @Test
  void doesNotKeepTheTestsWaiting() {
    var mayWrite = new CountDownLatch(1);
    var written = new ArrayList<String>();
    var writer =
        new ResultsWriter(
            new Slow(
                result -> {
                  mayWrite.await();
                  written.add(result.getUuid());
                }));
    writer.write(new TestResult().setUuid("one"));
    assertThat(written).isEmpty();
    mayWrite.countDown();
    writer.testPlanExecutionFinished(null);
    assertThat(written).containsExactly("one");
  }

  @Test
  void tellsWhatCouldNotBeWrittenAndWritesTheOthers() {
    var written = new ArrayList<String>();
    var writer =
        new ResultsWriter(
            new Slow(
                result -> {
                  if (result.getUuid().equals("bad")) {
                    throw new AllureResultsWriteException("no space left", null);
                  }
                  written.add(result.getUuid());
                }));
    List.of("one", "bad", "two").forEach(it -> writer.write(new TestResult().setUuid(it)));
    assertThatThrownBy(() -> writer.testPlanExecutionFinished(null))
        .hasRootCauseMessage("no space left");
    writer.write(new TestResult().setUuid("three"));
    writer.testPlanExecutionFinished(null);
    assertThat(written).containsExactly("one", "two", "three");
  }

  @FunctionalInterface
  private interface Step {
    void take(TestResult result) throws Exception;
  }

  private record Slow(Step step) implements AllureResultsWriter {
    @Override
    public void write(TestResult result) {
      try {
        step.take(result);
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void write(TestResultContainer container) {}

    @Override
    public void write(String source, InputStream attachment) {}
  }
}
