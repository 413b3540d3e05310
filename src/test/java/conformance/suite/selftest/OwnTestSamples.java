package conformance.suite.selftest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import conformance.suite.TargetExtension;
import io.restassured.specification.RequestSpecification;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests as users may write them, for runs of the self-tests only. */
final class OwnTestSamples {
  private static final String LIST = "/batches/{agent_id}/all";

  private OwnTestSamples() {}

  @ExtendWith(TargetExtension.class)
  static class Passing {
    private final RequestSpecification target;

    Passing(RequestSpecification target) {
      this.target = target;
    }

    @BeforeAll
    static void ask(RequestSpecification target) {
      given().spec(target).get("/before-all").then().statusCode(404);
    }

    @BeforeEach
    void ask() {
      given().spec(target).get("/before-each").then().statusCode(404);
    }

    @Test
    void listsOneBatch() {
      TargetExtension.values("agent_id")
          .forEach(it -> given().spec(target).get(LIST, it).then().body("size()", equalTo(1)));
    }
  }

  @ExtendWith(TargetExtension.class)
  static class Mistaken {

    static Stream<String> agents() {
      return TargetExtension.values("agent");
    }

    @ParameterizedTest
    @MethodSource("agents")
    void asksForAnUnknownParameter(String agent) {}

    @Test
    void throwsWhatIsNoAssertion(RequestSpecification target) {
      throw new IllegalStateException("beep\u0007");
    }

    @Test
    @Disabled("not yet")
    void isDisabled() {}

    @Test
    void assumesWhatIsNotSo() {
      assumeTrue(false, "it is not so");
    }
  }

  @ExtendWith(TargetExtension.class)
  static class Unlucky {

    @Test
    void findsNobody(RequestSpecification target) {
      given().spec(target).proxy("127.0.0.1", 1).get("/anything").then().statusCode(200);
    }

    @Test
    void findsTheTargetBusy(RequestSpecification target) {
      given().spec(target).get("/busy").then().statusCode(200);
    }

    @Test
    void expectsTheTargetToBeBusy(RequestSpecification target) {
      given().spec(target).get("/busy").then().statusCode(503);
    }
  }

  /** Leaves a fault behind, which is no other class's. */
  @ExtendWith(TargetExtension.class)
  static class Careless {

    @Test
    void passes() {}

    @AfterAll
    static void cleanUp(RequestSpecification target) {
      given().spec(target).get("/busy").then().statusCode(503);
    }
  }

  /** Fails for reasons of its own, though the target was busy before. */
  @ExtendWith(TargetExtension.class)
  static class Wrong {

    @Test
    void expectsAnotherStatus(RequestSpecification target) {
      throw new AssertionError("the list is not as it should be");
    }

    @Test
    void goesOnAfterTheTargetWasBusy(RequestSpecification target) {
      given().spec(target).get("/busy").then().statusCode(503);
      given().spec(target).get("/anything").then().statusCode(418);
    }
  }

  /** Quotes all that came, in every way that there is. */
  @ExtendWith(TargetExtension.class)
  static class Quoting {

    static Stream<String> ways() {
      return TargetExtension.values("agent_id");
    }

    @ParameterizedTest
    @MethodSource("ways")
    void quotesTheBody(String way, RequestSpecification target) {
      var response = given().spec(target).log().all().get(LIST, way);
      response.then().log().all();
      throw new AssertionError("it was [" + response.asString() + "] " + response.headers());
    }

    @ParameterizedTest
    @MethodSource("ways")
    void expectsOtherValues(String way, RequestSpecification target) {
      given().spec(target).get(LIST, way).then().body("flatten().toString()", equalTo("x"));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void expectsAnotherStatusLine(String way, RequestSpecification target) {
      given().spec(target).get(LIST, way).then().header("X-0", "x").statusLine("x");
    }

    @ParameterizedTest
    @MethodSource("ways")
    void failsInTheMessageOfAnotherException(String way, RequestSpecification target) {
      var body = given().spec(target).get(LIST, way).asString();
      throw new IllegalStateException("outer", new IllegalArgumentException(body));
    }
  }
}
