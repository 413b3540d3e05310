package conformance.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import conformance.contract.Exchange;
import conformance.contract.Failure;
import conformance.contract.SecurityScheme;
import io.restassured.config.JsonConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.filter.log.RequestLoggingFilter;
import io.restassured.filter.log.ResponseLoggingFilter;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What a user's own test sends through REST Assured, and what it can see. */
class TargetFilterTest {
  private static final String JSON = "HTTP/1.1 200 OK\nContent-Type: application/json\n";
  private static final WireServer.Answer OK = WireServer.text(JSON + "Connection: close\n\n[1]");

  private final List<Exchange> exchanges = new ArrayList<>();

  /** The first use of REST Assured takes a while, since it loads classes. */
  @BeforeAll
  static void load() throws IOException {
    try (var server = new WireServer(OK)) {
      TestSender.get(server.url(), TestSender.LONG);
    }
  }

  @Test
  void leavesTheTraceOfATestAsItIs() throws IOException {
    try (var server = new WireServer(OK)) {
      given().spec(target(server.url())).header("traceparent", "00-a-b-00").get("/things");
      assertThat(server.requests().get(0)).containsOnlyOnce("\r\ntraceparent: 00-a-b-00\r\n");
      assertThat(exchanges.get(0).traceparent()).isEqualTo("00-a-b-00");
    }
  }

  @Test
  void sendsWhatTheTestAsksForWithTheTokenToTheTarget() throws IOException {
    try (var server = new WireServer(OK)) {
      given()
          .spec(target(URI.create(server.url() + "/v1")))
          .pathParam("id", "a b")
          .queryParam("page", 2)
          .contentType(ContentType.JSON)
          .body("{\"x\": 1}")
          .when()
          .post("/things/{id}")
          .then()
          .statusCode(200)
          .contentType(ContentType.JSON)
          .body("[0]", equalTo(1));
      assertThat(server.requests().get(0))
          .startsWith("POST /v1/things/a%20b?page=2 HTTP/1.1\r\n")
          .contains("\r\nAuthorization: Bearer " + TestSender.SECRET + "\r\n")
          .contains("\r\nUser-Agent: batch-contract-suite\r\n")
          .contains("\r\nAccept-Encoding: gzip\r\n")
          .contains("\r\nContent-Length: 8\r\n")
          .contains("\r\ntraceparent: " + exchanges.get(0).traceparent() + "\r\n");
      assertThat(exchanges).hasSize(1);
      assertThat(exchanges.get(0).transcript())
          .startsWith("POST " + server.url() + "/v1/things/a%20b?page=2\n")
          .contains("Authorization: Bearer $TARGET_TOKEN\n", "HTTP 200\n", "\n\n[1]\n", "3 bytes");
    }
  }

  @Test
  void leavesTheCredentialToTheTestThatGivesAnother() throws IOException {
    try (var server = new WireServer(OK)) {
      given().spec(target(server.url())).auth().none().get("/things");
      given().spec(target(server.url())).header("Authorization", "Basic eDp5").get("/things");
      assertThat(server.requests()).noneMatch(it -> it.contains(TestSender.SECRET));
      assertThat(server.requests().get(1)).contains("\r\nAuthorization: Basic eDp5\r\n");
      assertThat(exchanges).noneMatch(it -> it.transcript().contains("Authorization"));
    }
  }

  /** A test of a wrong or a weaker credential is not given the right one. */
  @Test
  void sendsNoTokenWhereTheTestShowsAnotherCredential() throws IOException {
    try (var server = new WireServer(OK, OK)) {
      given().spec(target(server.url())).auth().oauth2("wrong").get("/a").then().statusCode(200);
      given().spec(target(server.url())).auth().basic("u", "p").get("/b").then().statusCode(200);
      assertThat(server.requests()).hasSize(2);
      assertThat(server.requests()).noneMatch(it -> it.contains(TestSender.SECRET));
    }
  }

  @Test
  void sendsAKeyInItsFieldUnlessTheTestShowsAnother() throws IOException {
    try (var server = new WireServer(OK, OK)) {
      var sender = TestSender.sender(server.url(), TestSender.LONG, OptionalDouble.empty());
      var target = sender.specification(SecurityScheme.apiKey("X-Key"), exchanges::add);
      given().spec(target).get("/a").then().statusCode(200);
      given().spec(target).header("x-key", "wrong").get("/b").then().statusCode(200);
      assertThat(server.requests().get(0))
          .contains("\r\nX-Key: " + TestSender.SECRET + "\r\n")
          .doesNotContain("Authorization");
      assertThat(server.requests().get(1)).doesNotContain(TestSender.SECRET);
      assertThat(exchanges.get(0).curl()).contains("-H \"X-Key: $TARGET_TOKEN\"");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v10/x", "/v1/../v2/x", "/"})
  void sendsNothingBesideTheTargetsPath(String path) throws IOException {
    try (var server = new WireServer(OK)) {
      var target = target(URI.create(server.url() + "/v1"));
      assertThatThrownBy(() -> given().spec(target).get(server.url() + path))
          .hasMessageContaining("it is not below the target, " + server.url() + "/v1");
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void masksAPartOfTheTokenInTheBody() throws IOException {
    var cut = TestSender.SECRET.substring(0, TestSender.SECRET.length() - 2);
    var echo = WireServer.text(JSON + "Connection: close\n\n[\"" + cut + "...\"]");
    try (var server = new WireServer(echo)) {
      var body = given().spec(target(server.url())).get("/a").asString();
      assertThat(body).doesNotContain(cut);
    }
  }

  @Test
  void keepsAskingTheSameWayWhenTheTestConfiguresRestAssured() throws IOException {
    try (var server = new WireServer(WireServer.text(JSON + gzipHead(), gzip("[1.5]")))) {
      given()
          .spec(target(server.url()))
          .config(RestAssuredConfig.config().jsonConfig(JsonConfig.jsonConfig()))
          .get("/things")
          .then()
          .header("Content-Encoding", "gzip")
          .body("[0]", equalTo(1.5f));
      assertThat(server.requests().get(0)).contains("Authorization: Bearer " + TestSender.SECRET);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 307})
  void followsNoRedirectEvenIfAsked(int status) throws IOException {
    try (var other = new WireServer(OK);
        var server =
            new WireServer(
                WireServer.text(
                    "HTTP/1.1 %d Elsewhere\nLocation: %s\nContent-Length: 0\n\n"
                        .formatted(status, other.url())))) {
      given().spec(target(server.url())).get("/things").then().statusCode(status);
      given()
          .spec(target(server.url()))
          .redirects()
          .follow(true)
          .get("/things")
          .then()
          .statusCode(status);
      assertThat(other.requests()).isEmpty();
    }
  }

  @Test
  void sendsNothingToAnyoneElse() throws IOException {
    try (var other = new WireServer(OK);
        var server = new WireServer(OK)) {
      var base = URI.create(server.url() + "/v1");
      assertThatThrownBy(() -> given().spec(target(base)).get(other.url() + "/v1/things"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "GET %s/v1/things was not sent: it is not below the target, %s. Give a path, which"
                      .formatted(other.url(), base)
                  + " follows the target's");
      assertThatThrownBy(() -> given().spec(target(base)).get(server.url() + "/v2"))
          .hasMessageContaining("was not sent");
      assertThat(server.requests()).isEmpty();
      assertThat(other.requests()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Spelling.class)
  void masksATokenThatTheTargetEchoesBeforeTheTestSeesIt(Spelling how) throws IOException {
    var echo = how.of(TestSender.SECRET);
    var answer =
        JSON + "X-Echo: %s\nSet-Cookie: t=%s; Domain=other.example\n\n".formatted(echo, echo);
    var console = new ByteArrayOutputStream();
    var err = System.err;
    try (var server =
        new WireServer(WireServer.text(answer + new JsonMapper().writeValueAsString(echo)))) {
      System.setErr(new PrintStream(console));
      var response = given().spec(target(server.url())).get("/things");
      assertThat(response.header("X-Echo")).contains("[token]").doesNotContain(echo);
      assertThat(response.cookie("t")).contains("[token]");
      assertThat(response.asString()).contains("[token]").doesNotContain(echo);
      assertThat(exchanges.get(0).transcript()).contains("[token]").doesNotContain(echo);
      assertThat(console.toString()).doesNotContain(echo);
    } finally {
      System.setErr(err);
    }
  }

  @Test
  void showsTheTokenInNoLogAndNoFailureOfRestAssured() throws IOException {
    var answer =
        JSON.replace("OK", TestSender.SECRET)
            + "X-Echo: %1$s\n\n[\"%1$s\"]".formatted(TestSender.SECRET);
    var log = new ByteArrayOutputStream();
    try (var server = new WireServer(WireServer.text(answer))) {
      assertThatThrownBy(
              () ->
                  given()
                      .spec(target(server.url()))
                      .filter(new RequestLoggingFilter(new PrintStream(log)))
                      .filter(new ResponseLoggingFilter(new PrintStream(log)))
                      .get("/things")
                      .then()
                      .header("X-Echo", not(containsString("[token]")))
                      .body("[0]", equalTo("x")))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("Expected header \"X-Echo\" was not not a string containing")
          .hasMessageContaining("was \"[token]\"")
          .hasMessageNotContaining(TestSender.SECRET);
      assertThat(log.toString())
          .contains("Request URI", "[token]")
          .doesNotContain(TestSender.SECRET);
    }
  }

  @Test
  @Timeout(20)
  @Tag("slow")
  void givesASlowBodyUpWhenTheTimeOfTheExchangeIsOver() throws IOException {
    try (var server = new WireServer(WireServer.trickle(WireServer.text(JSON + "\n[")))) {
      var sender = TestSender.sender(server.url(), Duration.ofMillis(500), OptionalDouble.empty());
      assertThatThrownBy(
              () ->
                  given()
                      .spec(sender.specification(SecurityScheme.BEARER, exchanges::add))
                      .get("/things"))
          .isInstanceOf(AssertionError.class)
          .hasMessage("GET %s/things: the body did not end within 500 ms".formatted(server.url()));
      assertThat(exchanges).hasSize(1);
      assertThat(exchanges.get(0).transcript())
          .contains("[", "--- the body did not end within 500 ms");
    }
  }

  @Test
  void tellsAConnectionThatFails() {
    var url = URI.create("http://127.0.0.1:1");
    assertThatThrownBy(() -> given().spec(target(url)).get("/things"))
        .isInstanceOf(AssertionError.class)
        .hasMessage("GET http://127.0.0.1:1/things: 127.0.0.1:1 refused the connection");
    assertThat(exchanges.get(0).failure().map(Failure::kind)).contains(Failure.Kind.CONNECTION);
  }

  @Test
  void sendsNoRequestAgainThatWasDropped() throws IOException {
    try (var server = new WireServer(socket -> {})) {
      assertThatThrownBy(() -> given().spec(target(server.url())).get("/things"))
          .hasMessageEndingWith("/things: the connection was closed without a response");
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void leavesMistakesOfTheTestToRestAssured() {
    var url = URI.create("http://127.0.0.1:1");
    assertThatThrownBy(() -> given().spec(target(url)).get("/things/{id}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Undefined path parameters are: id");
    assertThat(exchanges).isEmpty();
  }

  @Test
  void countsAndPacesItsRequestsWithThoseOfTheRun() throws IOException {
    try (var server = new WireServer(OK)) {
      var sender = TestSender.sender(server.url(), TestSender.LONG, OptionalDouble.of(10));
      var began = System.nanoTime();
      TestSender.get(sender);
      given().spec(sender.specification(SecurityScheme.BEARER, exchanges::add)).get("/things");
      given().spec(sender.specification(SecurityScheme.BEARER, exchanges::add)).head("/things");
      assertThat(System.nanoTime() - began).isGreaterThan(190_000_000);
      assertThat(sender.requests()).isEqualTo(3);
      assertThat(server.requests()).hasSize(3);
    }
  }

  @Test
  void asksAProxyForTheWayAndNothingElse() throws IOException {
    try (var proxy = new WireServer(WireServer.text("HTTP/1.1 200 Go on\n\n"))) {
      var route = new Route(Optional.of(proxy.url()), Optional.empty());
      var sender = TestSender.sender(URI.create("https://doors.example"), route);
      assertThatThrownBy(
              () ->
                  given()
                      .spec(sender.specification(SecurityScheme.BEARER, exchanges::add))
                      .get("/things"))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("no trusted TLS connection");
      assertThat(proxy.requests().get(0))
          .startsWith("CONNECT doors.example:443 HTTP/1.1\r\n")
          .doesNotContain(TestSender.SECRET);
    }
  }

  @Test
  void takesTheAnswerOfAProxyForNoneOfTheTarget() throws IOException {
    try (var proxy = new WireServer(WireServer.text("HTTP/1.1 502 No Way\n\n"))) {
      var route = new Route(Optional.of(proxy.url()), Optional.empty());
      var sender = TestSender.sender(URI.create("https://doors.example"), route);
      assertThatThrownBy(
              () ->
                  given()
                      .spec(sender.specification(SecurityScheme.BEARER, exchanges::add))
                      .get("/things"))
          .hasMessage("the proxy did not lead to the target: HTTP/1.1 502 No Way");
    }
  }

  private RequestSpecification target(URI url) {
    return TestSender.sender(url, TestSender.LONG, OptionalDouble.empty())
        .specification(SecurityScheme.BEARER, exchanges::add);
  }

  private static String gzipHead() {
    return "Content-Encoding: gzip\n\n";
  }

  private static byte[] gzip(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes());
    }
    return bytes.toByteArray();
  }
}
