package conformance.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.Credential;
import conformance.contract.EnvironmentFault;
import conformance.contract.Exchange;
import conformance.contract.Failure.Kind;
import conformance.contract.Interaction;
import conformance.contract.Operation;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Environment faults and deviations are outcome apart. */
class EnvironmentFaultsTest {
  private static final Interaction DOORS =
      new Interaction(
          "list doors", RoomsApi.operation(true, "uuid", "GET"), Map.of("room_id", RoomsApi.ID));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "401 | the target refused the token: status 401 | Check TARGET_TOKEN or target.token_file: is it valid, and meant for this target?",
        "403 | the target refused the token: status 403 | Check TARGET_TOKEN or target.token_file: is it valid, and meant for this target?",
        "404 | the target does not know room_id "
            + RoomsApi.ID
            + ": status 404 | Check target.url (http://localhost/rooms/{room_id}/doors was asked for) and target.room_id: does the token's owner have it?",
        "429 | the target was busy at every attempt: status 429 | Try later, or lower target.rate.",
        "503 | the target was busy at every attempt: status 503 | Try later, or lower target.rate.",
      })
  void blamesTheSettingsOrTheLoad(int status, String reason, String advice) {
    assertThat(EnvironmentFaults.environment(DOORS, RoomsApi.response(status, "")))
        .contains(new EnvironmentFault(reason, advice));
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 204, 302, 400, 405, 500, 501, 505})
  void leavesEveryOtherStatusToBeJudged(int status) {
    assertThat(EnvironmentFaults.environment(DOORS, RoomsApi.response(status, ""))).isEmpty();
    assertThat(EnvironmentFaults.ofProbe(RoomsApi.response(status, ""))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NAME       | Check target.url, and that the server is up.",
        "CONNECTION | Check target.url, and that the server is up.",
        "TLS        | Check target.url and the certificate of the server; target.ca_file adds an authority.",
        "PROXY      | Check target.proxy: does it let this machine through to that host and port?",
        "PROXY_USER | Set target.proxy_user and, in the environment, TARGET_PROXY_PASSWORD to what the proxy asks for.",
        "CLIENT_CERTIFICATE | Set target.client_certificate to a PEM file of a certificate that this server accepts, with its key.",
        "NO_TLS     | Check the port of target.url, or set target.url to http, where that is allowed.",
        "TLS_ONLY   | Set target.url to one that begins with https.",
        "OTHER_PROTOCOL | Check the port of target.url: the API must be there, and speak HTTP/1.1.",
        "SILENCE    | Check the server, or raise target.timeout.",
      })
  void blamesTheNetworkForNoAnswer(Kind kind, String advice) {
    assertThat(EnvironmentFaults.environment(DOORS, RoomsApi.noResponse(kind)))
        .contains(new EnvironmentFault("nothing came", advice));
  }

  @Test
  void blamesTheTargetForAConnectionThatItCloses() {
    assertThat(EnvironmentFaults.environment(DOORS, RoomsApi.noResponse(Kind.NO_RESPONSE)))
        .isEmpty();
    assertThat(EnvironmentFaults.ofProbe(RoomsApi.noResponse(Kind.NO_RESPONSE))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404})
  void findsItRightToRefuseAProbe(int status) {
    assertThat(EnvironmentFaults.ofProbe(RoomsApi.response(status, ""))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 503})
  void blamesTheLoadForAProbeThatFindsTheTargetBusy(int status) {
    assertThat(EnvironmentFaults.ofProbe(RoomsApi.response(status, "")))
        .contains(
            new EnvironmentFault(
                "the target was busy: status " + status, "Try later, or lower target.rate."));
    assertThat(
            EnvironmentFaults.ofProbe(
                RoomsApi.with(Credential.CUT_SHORT, RoomsApi.response(status, ""))))
        .contains(
            new EnvironmentFault(
                "the target was busy: status " + status,
                "Try later, or leave wrong tokens out: target.probe_tokens=false."));
  }

  private static final String THROUGH =
      ". Set target.url to where the API answers, or let this machine through: its address, and"
          + " User-Agent batch-contract-suite.";

  private static final String CERTIFICATE =
      ". Set target.client_certificate to a PEM file of a certificate that this server accepts, with"
          + " its key.";

  /** As they come from Cloudflare, Akamai, AWS, Azure, F5, nginx, Apache, Go, Squid and portals. */
  static Stream<Arguments> pages() {
    return Stream.of(
        page(
            page(
                200,
                "<!DOCTYPE html><html><title>Just a\n moment...</title>",
                "Server: cloudflare"),
            "a page, not the API, answered: status 200, title \"Just a moment...\", Server"
                + " \"cloudflare\""
                + THROUGH),
        page(
            RoomsApi.response(200, "\n<html><body><h1>We'll be <b>back</b></h1>", JSON),
            "a page, not the API, answered: status 200, title \"We'll be back\"" + THROUGH),
        page(
            RoomsApi.response(202, "", "x-amzn-waf-action: challenge"),
            "a page, not the API, answered: status 202" + THROUGH),
        page(
            page(403, "<HTML><HEAD><TITLE>Access Denied</TITLE>", "Server: AkamaiGHost"),
            "a page, not the API, refused: status 403, title \"Access Denied\", Server"
                + " \"AkamaiGHost\""
                + THROUGH),
        page(
            page(403, "<html>403 Forbidden", "Server: Microsoft-Azure-Application-Gateway/v2"),
            "a page, not the API, refused: status 403, text \"403 Forbidden\", Server"
                + " \"Microsoft-Azure-Application-Gateway/v2\""
                + THROUGH),
        page(
            RoomsApi.response(403, "", "cf-mitigated: challenge"),
            "a page, not the API, refused: status 403" + THROUGH),
        page(
            page(400, "<html><title>400 No required SSL certificate was sent</title>"),
            "the server asks for a client certificate, and got none: status 400, title \"400 No"
                + " required SSL certificate was sent\""
                + CERTIFICATE),
        page(
            page(400, "<html><title>400 The SSL certificate error</title>", "Server: nginx"),
            "the server asks for a client certificate, and refuses that of target.client_certificate:"
                + " status 400, title \"400 The SSL certificate error\", Server \"nginx\""
                + CERTIFICATE),
        page(
            page(
                403,
                "<html><title>403.7 - Client certificate required</title><h3>The page requires your"
                    + " browser to have a Secure Sockets Layer (SSL) client certificate"),
            "the server asks for a client certificate, and got none: status 403, title \"403.7 -"
                + " Client certificate required\""
                + CERTIFICATE),
        page(
            page(400, "<html>The plain HTTP request was sent to HTTPS port", "Server: nginx"),
            "plain http was sent to a port that speaks TLS: status 400, text \"The plain HTTP"
                + " request was sent to HTTPS port\", Server \"nginx\". Set target.url to one that"
                + " begins with https."),
        page(
            RoomsApi.response(400, "Client sent an HTTP request to an HTTPS server.\n"),
            "plain http was sent to a port that speaks TLS: status 400, text \"Client sent an HTTP"
                + " request to an HTTPS server.\". Set target.url to one that begins with https."),
        page(
            page(
                401,
                "<html><title>401 Authorization Required</title>",
                "WWW-Authenticate: Basic realm=staging"),
            "a gateway asks for credentials of its own: status 401, title \"401 Authorization"
                + " Required\". Set target.url to where the API can be reached without that login."),
        page(
            page(401, "<html><title>401</title>", "WWW-Authenticate: Bearer"),
            "the target refused the token: status 401, title \"401\". Check TARGET_TOKEN or"
                + " target.token_file: is it valid, and meant for this target?"),
        page(
            RoomsApi.response(
                403, "RBAC: access denied", "Content-Type: text/plain", "server: envoy"),
            "the target refused the token: status 403, text \"RBAC: access denied\", Server \"envoy\"."
                + " Check TARGET_TOKEN or target.token_file: is it valid, and meant for this target?"),
        page(
            page(404, "<html><title>404 Not Found</title>", "Server: nginx/1.22.1"),
            "the target does not know room_id "
                + RoomsApi.ID
                + ": status 404, title \"404 Not Found\", Server \"nginx/1.22.1\". Check target.url"
                + " (http://localhost/rooms/{room_id}/doors was asked for) and target.room_id: does"
                + " the token's owner have it?"),
        page(
            page(407, "<html><title>ERROR: Cache Access Denied</title>", "X-Squid-Error: ERR 0"),
            "a proxy asks for credentials: status 407, title \"ERROR: Cache Access Denied\". Ask for"
                + " a way without that proxy."),
        page(
            page(502, "<html><title>502 Bad Gateway</title>", "Server: nginx"),
            "a gateway got no answer from the API: status 502, title \"502 Bad Gateway\", Server"
                + " \"nginx\""
                + BEHIND),
        page(
            page(500, "<html><title>500</title><hr><center>nginx</center>", "Server: gate"),
            "a gateway got no answer from the API: status 500, title \"500\", Server \"gate\""
                + BEHIND),
        page(
            RoomsApi.response(504, ""),
            "a gateway got no answer from the API: status 504" + BEHIND),
        page(
            RoomsApi.response(522, "error code: 522", "Content-Type: text/plain"),
            "a gateway got no answer from the API: status 522, text \"error code: 522\"" + BEHIND),
        page(
            page(503, "<html><title>Maintenance</title>"),
            "the target was busy at every attempt: status 503, title \"Maintenance\". Try later, or"
                + " lower target.rate."),
        page(
            page(511, "<html><title>Wi-Fi ##vso[task.complete]</title>"),
            "the network asks for a login: status 511, title \"Wi-Fi # #vso[task.complete]\". Log in"
                + " to the network, then try again."));
  }

  private static final String JSON = "Content-Type: application/json";
  private static final String BEHIND =
      ". Check that the API behind the gateway is up, and that it leads there.";

  private static Exchange page(int status, String body, String... fields) {
    var all = Stream.concat(Stream.of("Content-Type: text/html"), Stream.of(fields));
    return RoomsApi.response(status, body, all.toArray(String[]::new));
  }

  private static Arguments page(Exchange exchange, String fault) {
    return Arguments.of(exchange, fault);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void tellsWhatAnsweredInPlaceOfTheApi(Exchange exchange, String fault) {
    assertThat(EnvironmentFaults.environment(DOORS, exchange))
        .map(EnvironmentFault::toString)
        .contains(fault);
  }

  /** The API itself, in JSON, in XML, or with the page of its framework for a failure. */
  @Test
  void leavesToTheApiWhatItSays() {
    for (var exchange :
        List.of(
            RoomsApi.response(200, "[]", "Content-Type: text/html"),
            RoomsApi.response(200, "<?xml version='1.0'?><doors/>", "Content-Type: text/xml"),
            RoomsApi.response(400, "{}", JSON, "Server: cloudflare", "CF-RAY: 8f2"),
            RoomsApi.response(502, "{\"error\": 502}", JSON),
            page(500, "<html><title>OperationalError at /</title>"),
            page(302, "<html><title>302 Found</title>", "Location: https://portal.example"))) {
      assertThat(EnvironmentFaults.environment(DOORS, exchange)).as("%s", exchange).isEmpty();
    }
    assertThat(EnvironmentFaults.environment(DOORS, RoomsApi.response(403, "{}", JSON)))
        .map(EnvironmentFault::reason)
        .contains("the target refused the token: status 403");
  }

  @Test
  void takesAPageThatRefusesForOneThatRefusesAll() {
    assertThat(EnvironmentFaults.concernsOne(page(403, "<html>no"))).isFalse();
  }

  @Test
  void blamesTheTargetForSilenceAtAProbe() {
    assertThat(EnvironmentFaults.ofProbe(RoomsApi.noResponse(Kind.SILENCE))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"NAME", "CONNECTION", "TLS"})
  void blamesTheNetworkForAProbeThatDoesNotArrive(Kind kind) {
    assertThat(EnvironmentFaults.ofProbe(RoomsApi.noResponse(kind))).isPresent();
  }

  @ParameterizedTest
  @CsvSource({"403, true", "404, true", "401, false", "429, false", "200, false"})
  void tellsWhatIsTrueOfOneAgentOnly(int status, boolean ofOne) {
    assertThat(EnvironmentFaults.concernsOne(RoomsApi.response(status, ""))).isEqualTo(ofOne);
    assertThat(EnvironmentFaults.concernsOne(RoomsApi.noResponse(Kind.CONNECTION))).isFalse();
  }

  @Test
  void namesEveryParameterOrElseThePath() {
    var operation = DOORS.operation();
    var of = new Interaction("a door", operation, Map.of("room_id", RoomsApi.ID, "door_id", "3"));
    assertThat(EnvironmentFaults.environment(of, RoomsApi.response(404, "")))
        .contains(
            new EnvironmentFault(
                "the target does not know door_id 3, room_id %s: status 404".formatted(RoomsApi.ID),
                "Check target.url (http://localhost/rooms/{room_id}/doors was asked for) and"
                    + " target.door_id, target.room_id: does the token's owner have it?"));
    assertThat(
            EnvironmentFaults.environment(
                new Interaction("all doors", withoutParameters(operation), Map.of()),
                RoomsApi.response(404, "")))
        .contains(
            new EnvironmentFault(
                "the target does not know the path: status 404",
                "Check target.url (http://localhost/rooms/%s/doors was asked for) and the token:"
                        .formatted(RoomsApi.ID)
                    + " does the token's owner have it?"));
  }

  private static Operation withoutParameters(Operation it) {
    return new Operation(
        it.id(),
        it.name(),
        it.method(),
        "/doors",
        it.methods(),
        it.security(),
        List.of(),
        it.response(),
        it.errors(),
        it.levels());
  }
}
