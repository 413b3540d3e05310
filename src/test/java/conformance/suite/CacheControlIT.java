package conformance.suite;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.restassured.specification.RequestSpecification;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Shared caches must not store a list that only an authorized client may read. */
@DisplayName("Caches")
@ExtendWith(TargetExtension.class)
class CacheControlIT {

  /** A few suffice, since the field hardly depends on the agent. */
  static Stream<String> agents() {
    return TargetExtension.values("agent_id").limit(3);
  }

  @DisplayName("no shared cache keeps the list")
  @ParameterizedTest
  @MethodSource("agents")
  void noSharedCacheKeepsTheList(String agentId, RequestSpecification target) {
    given()
        .spec(target)
        .pathParam("agent_id", agentId)
        .when()
        .get("/batches/{agent_id}/all")
        .then()
        .statusCode(200)
        .header("Cache-Control", not(containsString("public"))); // RFC 9111, section 3.5
  }
}
