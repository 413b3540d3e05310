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
 * Provides the target of the run to your own tests, and adds their results to the run.
 *
 * <p>A parameter of type {@link RequestSpecification} in a test, a constructor or a method such as
 * {@code @BeforeEach} is resolved to the target of the settings: URL or embedded fixture, token,
 * rate, timeout (of a whole exchange; 30 s unless {@code target.timeout} is set), proxy and
 * certificates. Redirects are not followed, and {@code auth().none()} omits the token. Responses
 * are decoded, with the token masked.
 *
 * <p>Each exchange is attached to the test in Allure. A failed test makes the run deviate. A test
 * is skipped, with the reason, if network failures or overload prevented a response, or if the run
 * could not judge the same URL. The tests run one after another.
 */
public final class TargetExtension
    implements BeforeAllCallback,
        BeforeEachCallback,
        AfterEachCallback,
        ParameterResolver,
        TestExecutionExceptionHandler,
        LifecycleMethodExecutionExceptionHandler {

  /**
   * The values of a path parameter, such as {@code agent_id}, that the run requests. For use in a
   * method source.
   *
   * @throws IllegalArgumentException if the contract has no such parameter
   */
  public static Stream<String> values(String pathParameter) {
    var values = CurrentRun.current().configured().request().parameters();
    if (!values.containsKey(pathParameter)) {
      throw new IllegalArgumentException(
          "the contract has no path parameter '%s': expected one of %s"
              .formatted(pathParameter, String.join(", ", values.keySet())));
    }
    return values.getOrDefault(pathParameter, List.of()).stream();
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    CurrentRun.of(context).forgetExchanges();
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
    throw CurrentRun.of(context).reported(thrown);
  }

  @Override
  public void handleBeforeAllMethodExecutionException(ExtensionContext context, Throwable thrown)
      throws Throwable {
    throw CurrentRun.of(context).reported(thrown);
  }

  @Override
  public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable thrown)
      throws Throwable {
    throw CurrentRun.of(context).reported(thrown);
  }

  @Override
  public void handleAfterEachMethodExecutionException(ExtensionContext context, Throwable thrown)
      throws Throwable {
    throw CurrentRun.of(context).reported(thrown);
  }

  @Override
  public void handleAfterAllMethodExecutionException(ExtensionContext context, Throwable thrown)
      throws Throwable {
    throw CurrentRun.of(context).reported(thrown);
  }
}
