package conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.qameta.allure.listener.TestLifecycleListener;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.TestResult;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortMessagesTest {

  @ParameterizedTest
  @CsvSource({
    "'broken in 1 of 2\n\nwhere /0\n\nwhere /1', 'trace', broken in 1 of 2, "
        + "'broken in 1 of 2\n\nwhere /0\n\nwhere /1'",
    "'one line', 'trace', 'one line', trace",
    "'two\nlines', 'trace', 'two\nlines', trace",
    "'\n\nbegins empty', 'trace', '\n\nbegins empty', trace",
    ", trace, , trace"
  })
  void leavesTheFirstLineAsTheMessage(
      String message, String trace, String shortened, String folded) {
    var details = new StatusDetails().setMessage(message).setTrace(trace);
    new ShortMessages().beforeTestWrite(new TestResult().setStatusDetails(details));
    assertThat(details.getMessage()).isEqualTo(shortened);
    assertThat(details.getTrace()).isEqualTo(folded);
  }

  @Test
  void toleratesAResultWithoutDetails() {
    var result = new TestResult();
    new ShortMessages().beforeTestWrite(result);
    assertThat(result.getStatusDetails()).isNull();
  }

  @Test
  void isFoundByAllure() {
    assertThat(ServiceLoader.load(TestLifecycleListener.class))
        .anySatisfy(listener -> assertThat(listener).isInstanceOf(ShortMessages.class));
  }
}
