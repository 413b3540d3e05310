package conformance.suite;

import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * For tests of your own: gives them the target of the run, and the run what becomes of them.
 *
 * <p>A parameter of type {@link RequestSpecification}, of a test, a constructor or a method such as
 * {@code @BeforeEach}, is the target of the settings: its URL or the embedded fixture, the token,
 * rate, timeout (30 s on a whole exchange unless {@code target.timeout} says otherwise), proxy and
 * authorities. No redirect is followed, and {@code auth().none()} leaves the token out. What comes
 * back is decoded, and the token is masked in it.
 *
 * <p>Each exchange is attached to the test in Allure. A test that fails makes the run deviate. One
 * whose requests the network or the load kept from being answered, or for what the run could not
 * judge either, is skipped with that reason. The tests run one after another.
 */
public final class TargetExtension
    implements BeforeAllCallback,
        BeforeEachCallback,
        AfterEachCallback,
        ParameterResolver,
        TestExecutionExceptionHandler,
        LifecycleMethodExecutionExceptionHandler {

  /**
   * The values of a path parameter that the run asks for, such as {@code agent_id}, for a method
   * source.
   *
   * @throws IllegalArgumentException if the contract has no such parameter; it names those it has
   */
  public static Stream<String> values(String pathParameter) {
    var values = CurrentRun.current().configured().assignment().parameters();
    if (!values.containsKey(pathParameter)) {
      throw new IllegalArgumentException(
          "the contract has no path parameter '%s': expected one of %s"
              .formatted(pathParameter, String.join(", ", values.keySet())));
    }
    return values.getOrDefault(pathParameter, List.of()).stream();
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    CurrentRun.of(context);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    var run = CurrentRun.of(context);
    AllureOwnTest.describe(context.getRequiredTestClass(), run.report());
    run.requireTarget();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    AllureOwnTest.attach(CurrentRun.of(context).takeExchanges());
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == RequestSpecification.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return CurrentRun.of(context).target();
  }

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable thrown)
      throws Throwable {
    throw CurrentRun.of(context).told(thrown);
  }

  @Override
  public void handleBeforeAllMethodExecutionException(ExtensionContext context, Throwable thrown)
      throws Throwable {
    throw CurrentRun.of(context).told(thrown);
  }

  @Override
  public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable thrown)
      throws Throwable {
    throw CurrentRun.of(context).told(thrown);
  }

  @Override
  public void handleAfterEachMethodExecutionException(ExtensionContext context, Throwable thrown)
      throws Throwable {
    throw CurrentRun.of(context).told(thrown);
  }

  @Override
  public void handleAfterAllMethodExecutionException(ExtensionContext context, Throwable thrown)
      throws Throwable {
    throw CurrentRun.of(context).told(thrown);
  }
}
