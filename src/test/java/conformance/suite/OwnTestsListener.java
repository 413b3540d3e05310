package conformance.suite;

import conformance.contract.OwnTests;
import conformance.contract.OwnTests.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Counts what becomes of the tests that run beside {@link ContractIT}: whatever stands in another
 * class, and what failed before it was a test, such as a method source.
 */
public final class OwnTestsListener implements TestExecutionListener {
  // JUnit makes the listener, and tells nobody where it is.
  private static boolean planned;
  private static int passed;
  private static final List<Reason> FAILURES = new ArrayList<>();
  private static final List<Reason> SKIPS = new ArrayList<>();

  /** Whether there are such tests. */
  static synchronized boolean planned() {
    return planned;
  }

  /** What has become of them so far, if there are any. */
  static synchronized Optional<OwnTests> result() {
    return planned ? Optional.of(new OwnTests(passed, FAILURES, SKIPS)) : Optional.empty();
  }

  @Override
  public void testPlanExecutionStarted(TestPlan plan) {
    var types =
        plan.getRoots().stream()
            .flatMap(it -> plan.getDescendants(it).stream())
            .flatMap(it -> type(it).stream())
            .distinct()
            .toList();
    synchronized (OwnTestsListener.class) {
      planned = types.contains(ContractIT.class.getName()) && types.size() > 1;
      passed = 0;
      FAILURES.clear();
      SKIPS.clear();
    }
  }

  @Override
  public void executionSkipped(TestIdentifier test, String reason) {
    add(SKIPS, test, reason);
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    var message = result.getThrowable().map(OwnTestsListener::message).orElse("");
    switch (result.getStatus()) {
      case FAILED -> add(FAILURES, test, message);
      case ABORTED -> add(SKIPS, test, message);
      case SUCCESSFUL -> {
        if (test.isTest() && own(test)) {
          pass();
        }
      }
    }
  }

  private static synchronized void pass() {
    passed++;
  }

  private static void add(List<Reason> reasons, TestIdentifier test, String message) {
    synchronized (OwnTestsListener.class) {
      if (own(test)) {
        reasons.add(new Reason(name(test), message));
      }
    }
  }

  private static String message(Throwable thrown) {
    return thrown.getMessage() == null ? thrown.toString() : thrown.getMessage();
  }

  private static boolean own(TestIdentifier test) {
    return type(test).filter(it -> !it.equals(ContractIT.class.getName())).isPresent();
  }

  /** The class that a test, or what holds several, belongs to. */
  private static Optional<String> type(TestIdentifier test) {
    return test.getUniqueIdObject().getSegments().stream()
        .filter(it -> it.getType().equals("class"))
        .map(UniqueId.Segment::getValue)
        .findFirst();
  }

  /** {@code CacheControlIT.noSharedCacheKeepsTheList [1] agentId = 3c90c3cc}. */
  private static String name(TestIdentifier test) {
    var type = type(test).orElseThrow().replaceFirst(".*\\.", "");
    var method =
        test.getSource()
            .filter(MethodSource.class::isInstance)
            .map(it -> ((MethodSource) it).getMethodName())
            .orElse("");
    var words = test.getDisplayName();
    var plain = words.equals(type) || !method.isEmpty() && words.startsWith(method + "(");
    return type + (method.isEmpty() ? "" : "." + method) + (plain ? "" : " " + words);
  }
}
