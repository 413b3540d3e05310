package conformance.suite;

import conformance.contract.OwnTests;
import conformance.contract.OwnTests.Reason;
import java.io.PrintWriter;
import java.io.StringWriter;
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
 * Counts the results of the user's own tests, which are those in other classes than {@link
 * ContractIT}. Failures outside of a test, such as in a method source, count as well.
 */
public final class OwnTestsListener implements TestExecutionListener {
  // Static, since JUnit creates the listener and gives no access to it.
  private static boolean planned;
  private static int passed;
  private static final List<Reason> FAILURES = new ArrayList<>();
  private static final List<Reason> SKIPS = new ArrayList<>();
  private static final List<String> DEFECTS = new ArrayList<>();

  /** Whether there are own tests. */
  static synchronized boolean planned() {
    return planned;
  }

  /** The results so far; empty if there are no own tests. */
  static synchronized Optional<OwnTests> result() {
    return planned ? Optional.of(new OwnTests(passed, FAILURES, SKIPS)) : Optional.empty();
  }

  @Override
  public void testPlanExecutionStarted(TestPlan plan) {
    var types =
        plan.getRoots().stream()
            .flatMap(root -> plan.getDescendants(root).stream())
            .flatMap(test -> type(test).stream())
            .distinct()
            .toList();
    synchronized (OwnTestsListener.class) {
      planned = types.contains(ContractIT.class.getName()) && types.size() > 1;
      passed = 0;
      FAILURES.clear();
      SKIPS.clear();
      DEFECTS.clear();
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
      case FAILED -> {
        add(FAILURES, test, message);
        result.getThrowable().filter(it -> !isOwn(test)).ifPresent(OwnTestsListener::addDefect);
      }
      case ABORTED -> add(SKIPS, test, message);
      case SUCCESSFUL -> {
        if (test.isTest() && isOwn(test)) {
          pass();
        }
      }
    }
  }

  /** Failures of {@link ContractIT} that say nothing of the target, with their stack traces. */
  static synchronized List<String> defects() {
    return List.copyOf(DEFECTS);
  }

  private static synchronized void addDefect(Throwable thrown) {
    if (!(thrown instanceof BrokenRule)
        && !(thrown instanceof EnvironmentError)
        && !(thrown instanceof ContractError)) {
      var trace = new StringWriter();
      thrown.printStackTrace(new PrintWriter(trace));
      DEFECTS.add("the suite itself failed: " + trace);
    }
  }

  private static synchronized void pass() {
    passed++;
  }

  private static void add(List<Reason> reasons, TestIdentifier test, String message) {
    synchronized (OwnTestsListener.class) {
      if (isOwn(test)) {
        reasons.add(new Reason(name(test), message));
      }
    }
  }

  private static String message(Throwable thrown) {
    return thrown.getMessage() == null ? thrown.toString() : thrown.getMessage();
  }

  private static boolean isOwn(TestIdentifier test) {
    return type(test).filter(name -> !name.equals(ContractIT.class.getName())).isPresent();
  }

  /** The class of a test or of a container of tests. */
  private static Optional<String> type(TestIdentifier test) {
    return test.getUniqueIdObject().getSegments().stream()
        .filter(segment -> segment.getType().equals("class"))
        .map(UniqueId.Segment::getValue)
        .findFirst();
  }

  /** {@code CacheControlIT.noSharedCacheKeepsTheList [1] agentId = 3c90c3cc}. */
  private static String name(TestIdentifier test) {
    var type = type(test).orElseThrow().replaceFirst(".*\\.", "");
    var method =
        test.getSource()
            .filter(MethodSource.class::isInstance)
            .map(source -> ((MethodSource) source).getMethodName())
            .orElse("");
    var title = test.getDisplayName();
    var plain = title.equals(type) || !method.isEmpty() && title.startsWith(method + "(");
    return type + (method.isEmpty() ? "" : "." + method) + (plain ? "" : " " + title);
  }
}
