package conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.EnvironmentFault;
import conformance.contract.Finding;
import conformance.contract.InteractionResult;
import conformance.contract.Outcome;
import conformance.contract.RunResult;
import conformance.fixture.ApiServer;
import conformance.fixture.ApiServer.Answer;
import conformance.fixture.ApiServer.Behaviour;
import conformance.fixture.RawServer;
import conformance.report.Summary;
import conformance.report.SummaryMarkdown;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever stands before a server is told apart from it, and nothing is held against the server.
 */
class OtherAnswersTest {

  static Stream<Arguments> pagesOfSuccess() {
    return Stream.of(
        Arguments.of("a bot check", page(200, "Just a moment...", "cloudflare")),
        Arguments.of("a captive portal", page(200, "Welcome to the Wi-Fi", "portal")),
        Arguments.of("a maintenance page", page(200, "Back soon", "nginx")),
        Arguments.of(
            "a page that says it is JSON",
            new Answer(
                200,
                Map.of("Content-Type", "application/json", "Server", "nginx"),
                "<!doctype html><title>Back soon</title>")));
  }

  private static Answer page(int status, String title, String server) {
    return new Answer(
        status,
        Map.of("Content-Type", "text/html; charset=UTF-8", "Server", server),
        "<!DOCTYPE html>\n<html><head><title>%s</title></head></html>".formatted(title));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pagesOfSuccess")
  void holdsAgainstAPageThatItIsNoJsonAndSendsItNoProbe(String name, Answer page) {
    try (var server = ApiServer.worse((request, documented) -> page)) {
      var lines = new ArrayList<String>();
      var report = run(server).report(ProbePolicy.WRITING, lines::add);
      assertThat(report.outcome()).isEqualTo(Outcome.DEVIATES);
      assertThat(deviating(report)).containsExactly("/200/body/json");
      assertThat(server.asked()).hasSize(1);
      var title = page.body().replaceFirst("(?s).*<title>(.*)</title>.*", "$1");
      var reason =
          "a page, not the API, answered: status 200, title \"%s\", Server \"%s\""
              .formatted(title, page.headers().get("Server"));
      assertThat(faults(report))
          .containsExactly(
              new EnvironmentFault(
                  reason,
                  "Set target.url to where the API answers, or let this machine through: its"
                      + " address, and User-Agent batch-contract-suite."));
      assertThat(lines).anyMatch(line -> line.contains("not judged, " + reason));
      assertThat(Summary.text(report)).contains(reason);
      assertThat(SummaryMarkdown.of(report)).contains(title);
    }
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        refusal(page(403, "Access Denied", "AkamaiGHost"), "a page, not the API, refused: "),
        refusal(page(406, "Not Acceptable!", "Mod_Security"), "a page, not the API, refused: "),
        refusal(page(502, "502 Bad Gateway", "nginx"), "a gateway got no answer from the API: "),
        refusal(page(523, "Origin is unreachable", "cloudflare"), "a gateway got no answer from"),
        refusal(page(511, "Log in", "portal"), "the network asks for a login: "),
        refusal(
            page(400, "400 The plain HTTP request was sent to HTTPS port", "nginx"),
            "plain http was sent to a port that speaks TLS: "));
  }

  private static Arguments refusal(Answer page, String reason) {
    return Arguments.of(page, reason);
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void judgesNothingOfAPageThatRefuses(Answer page, String reason) {
    try (var server = ApiServer.worse((request, documented) -> page)) {
      var report = run(server).report(ProbePolicy.WRITING, line -> {});
      assertThat(report.outcome()).isEqualTo(Outcome.ENVIRONMENT);
      assertThat(deviating(report)).isEmpty();
      assertThat(server.asked()).hasSize(1);
      var title = page.body().replaceFirst("(?s).*<title>(.*)</title>.*", "title \"$1\"");
      assertThat(Summary.text(report)).contains(reason, title, page.headers().get("Server"));
    }
  }

  /** By User-Agent, so that the server before it answers others. */
  @Test
  void leavesARefusalOfTheApiAsItIs() {
    Behaviour refusing = (request, documented) -> ApiServer.error(403, "not yours");
    try (var server = ApiServer.worse(refusing)) {
      assertThat(faults(run(server).report()))
          .containsExactly(
              new EnvironmentFault(
                  "the target refused the token: status 403",
                  "Check TARGET_TOKEN or target.token_file: is it valid, and meant for this"
                      + " target?"));
    }
  }

  /** A wall that begins to show its page when wrong tokens come. */
  @Test
  void tellsAPageThatComesBetween() {
    Behaviour behaviour =
        (request, documented) ->
            documented.status() == 401 ? page(403, "Blocked", "waf") : documented;
    try (var server = ApiServer.worse(behaviour)) {
      var report = run(server).report(ProbePolicy.WRITING, line -> {});
      assertThat(report.outcome()).isEqualTo(Outcome.CONFORMS);
    }
  }

  static Stream<Arguments> otherServices() {
    return Stream.of(
        Arguments.of(
            "\u0000\u0000\u0006\u0004\u0000\u0000\u0000\u0000\u0000\u0000\u0003\u0000\u0000\u0000d",
            "what came is no HTTP/1.1 response, but a SETTINGS frame of HTTP/2"),
        Arguments.of(
            "SSH-2.0-OpenSSH_9.2p1\r\n",
            "what came is no HTTP response, but the greeting of an SSH server"));
  }

  @ParameterizedTest
  @MethodSource("otherServices")
  void judgesNothingOfAnotherService(String bytes, String reason) throws IOException {
    try (var server =
        new RawServer((head, out) -> out.write(bytes.getBytes(StandardCharsets.ISO_8859_1)))) {
      var report = FixtureRun.at(server.url()).withShippedEntries().report();
      assertThat(report.outcome()).isEqualTo(Outcome.ENVIRONMENT);
      assertThat(faults(report)).extracting(EnvironmentFault::reason).containsExactly(reason);
    }
  }

  private static FixtureRun run(ApiServer server) {
    return FixtureRun.at(server.url()).withShippedEntries();
  }

  private static List<EnvironmentFault> faults(RunResult report) {
    return report.results().stream().flatMap(it -> it.environment().stream()).toList();
  }

  private static List<String> deviating(RunResult report) {
    return report.results().stream()
        .filter(result -> result.exchange().isPresent())
        .map(InteractionResult::findings)
        .flatMap(List::stream)
        .filter(Finding::deviates)
        .map(finding -> finding.rule().id().replaceFirst(".*#[^/]*", ""))
        .toList();
  }
}
