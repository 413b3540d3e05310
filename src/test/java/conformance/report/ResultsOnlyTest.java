package conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.qameta.allure.Allure;
import io.qameta.allure.model.TestResult;
import io.qameta.allure.model.TestResultContainer;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ResultsOnlyTest {
  private final String id = UUID.randomUUID().toString();

  @Test
  void writesNoContainer() {
    var lifecycle = Allure.getLifecycle();
    lifecycle.startTestContainer(new TestResultContainer().setUuid(id));
    lifecycle.stopTestContainer(id);
    lifecycle.writeTestContainer(id);
    assertThat(file("-container.json")).doesNotExist();
  }

  @Test
  void writesResultsAndAttachments() throws Exception {
    var lifecycle = Allure.getLifecycle();
    lifecycle.scheduleTestCase(new TestResult().setUuid(id));
    lifecycle.writeTestCase(id);
    lifecycle.writeAttachment(id + "-attachment.txt", new ByteArrayInputStream(new byte[3]));
    assertThat(file("-result.json")).isNotEmptyFile();
    assertThat(file("-attachment.txt")).hasSize(3);
    // Else it would be a test without a name in the report.
    Files.delete(file("-result.json"));
  }

  private Path file(String rest) {
    return AllureResults.results().resolve(id + rest);
  }
}
