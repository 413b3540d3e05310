package conformance.report;

import io.qameta.allure.listener.TestLifecycleListener;
import io.qameta.allure.model.TestResult;

/**
 * Leaves the first line of a failure as its message, and the rest as what Allure folds away.
 *
 * <p>Allure groups by message and repeats it in its lists. It finds this class as a service.
 */
public final class ShortMessages implements TestLifecycleListener {

  @Override
  public void beforeTestWrite(TestResult result) {
    var details = result.getStatusDetails();
    if (details == null || details.getMessage() == null) {
      return;
    }
    var end = details.getMessage().indexOf("\n\n");
    if (end > 0) {
      details.setTrace(details.getMessage());
      details.setMessage(details.getMessage().substring(0, end));
    }
  }
}
