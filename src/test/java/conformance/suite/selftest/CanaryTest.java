package conformance.suite.selftest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.Contracts;
import conformance.contract.RunResult;
import conformance.contract.Strictness;
import conformance.fixture.RawServer;
import conformance.http.EchoServer;
import conformance.http.Spelling;
import conformance.http.Target;
import conformance.http.Token;
import conformance.known.KnownDeviations;
import conformance.report.Summary;
import conformance.run.ConformanceRun;
import conformance.run.ProbePolicy;
import conformance.run.RunRequest;
import conformance.suite.ReportedRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A server repeats the token wherever it can: nothing of it may leave the run. */
@Tag("slow")
class CanaryTest {
  /** With each character that some notation escapes and a header can hold. */
  private static final String TOKEN = "Zq7+cAnary/T0ken~<&'%\\9f3e==";

  /** So many characters of it are taken for the token. */
  private static final int TELLING = 8;

  /** By so many characters a part is looked up. */
  private static final int KEY = 4;

  private static final ConformanceRun RUN =
      ConformanceRun.of(
          Path.of("schemas"),
          Contracts.read(Path.of("schemas"), "batches"),
          new KnownDeviations(List.of(), LocalDate.EPOCH),
          new Strictness(false, false));

  private static final Map<String, String> LEFT_BEHIND = new LinkedHashMap<>();
  private static final Map<EchoServer, List<String>> ECHOES = new EnumMap<>(EchoServer.class);

  @BeforeAll
  static void judgeTheServer(@TempDir Path output) throws Exception {
    try (var server = new RawServer(EchoServer::answer)) {
      var ways = Stream.of(EchoServer.values()).map(Enum::name).collect(joining(","));
      var run =
          ForkedRun.start(
              output,
              Map.of("TARGET_TOKEN", TOKEN, "GITHUB_ACTIONS", "true"),
              List.of(
                  "-Dtarget.url=" + server.url(),
                  "-Dtarget.agent_id=" + ways,
                  "-Dtarget.rate=10000",
                  "-Dtarget.reread_after=1ms",
                  // All that is received is logged as well, which takes its time.
                  "-Dtarget.timeout=10m",
                  "-Dreport.link.request=https://logs.example.com/?q={}",
                  "-Dorg.slf4j.simpleLogger.defaultLogLevel=debug"),
              OwnTestSamples.Quoting.class.getName());
      assertThat(run.exitCode()).as(run.console()).isEqualTo(1);
      LEFT_BEHIND.put("the console", run.console());
      Stream.of(EchoServer.values()).forEach(it -> tell(it.name(), judge(server, it.name())));
    }
    try (var files = Files.walk(output)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        LEFT_BEHIND.put(output.relativize(file).toString(), Files.readString(file, ISO_8859_1));
      }
    }
    readEchoes(LEFT_BEHIND.get("conformance/report.json"));
  }

  /** A run for one agent alone: many share their tests, which show the mostSevere only. */
  private static RunResult judge(RawServer server, String way) {
    var target =
        new Target(server.url(), Token.of(TOKEN), Duration.ofSeconds(20), OptionalDouble.empty());
    var asked = Map.of("agent_id", List.of(way));
    var lines = new ArrayList<String>();
    var report =
        RUN.judge(
            new RunRequest(target, "live", asked, Duration.ZERO, ProbePolicy.NONE), lines::add);
    LEFT_BEHIND.put("the progress of " + way, String.join("\n", lines));
    return report;
  }

  private static void tell(String way, RunResult report) {
    LEFT_BEHIND.put("the summary of " + way, Summary.text(report));
    ReportedRule.of(report).forEach(it -> LEFT_BEHIND.put("of " + way + ", " + it, it.message()));
    for (var result : report.results()) {
      result
          .exchange()
          .ifPresent(
              it -> LEFT_BEHIND.put("the exchange with " + result.interaction(), it.transcript()));
    }
  }

  private static void readEchoes(String report) {
    for (var finding : new JsonMapper().readTree(report).path("findings")) {
      // The second read and probes repeat it as well, for some ways only.
      if (finding.path("rule").asString().endsWith("/token-not-repeated")
          && finding.path("interaction").asString().equals("list batches")) {
        assertThat(finding.path("level").asString()).isEqualTo("must");
        var places = new ArrayList<String>();
        finding.path("deviations").forEach(it -> places.add(it.path("location").asString()));
        ECHOES.put(EchoServer.valueOf(finding.at("/parameters/agent_id").asString()), places);
      }
    }
  }

  @Test
  void leavesNothingOfTheTokenBehind() {
    assertThat(LEFT_BEHIND).hasSizeGreaterThan(100);
    assertThat(LEFT_BEHIND.values()).anyMatch(it -> it.contains("[token]"));
    var parts = parts(TOKEN);
    assertThat(parts.values()).anyMatch(it -> it.contains("canary/t"));
    assertThat(parts.values()).anyMatch(it -> it.contains("canary%2ft0ken%7e%3c"));
    // An exchange is attached to many tests.
    for (var text : new HashSet<>(LEFT_BEHIND.values())) {
      assertThat(found(parts, text.toLowerCase(Locale.ROOT))).as(() -> place(text)).isEmpty();
    }
  }

  @Test
  void namesRequestsWithoutTheToken() {
    assertThat(LEFT_BEHIND.get("conformance/report.json"))
        .contains("\"value\" : \"[token]\"", "https://logs.example.com/?q=%5Btoken%5D");
    assertThat(LEFT_BEHIND.get("the console")).contains("\n::error file=");
    assertThat(LEFT_BEHIND)
        .containsKeys("conformance/report.sarif", "conformance/code-quality.json");
  }

  @Test
  void tellsWhatTheTestsOfOnesOwnQuote() {
    assertThat(LEFT_BEHIND.get("conformance/report.json"))
        .contains("OwnTestSamples$Quoting.quotesTheBody [", "it was [[\\\"[token]");
  }

  /** Every part to look for of a secret in all spellings, by its beginning. */
  static Map<String, List<String>> parts(String secret) {
    return Stream.of(Spelling.values())
        .flatMap(how -> parts(secret, how))
        .collect(Collectors.groupingBy(part -> part.substring(0, KEY)));
  }

  /** The parts that a text in lower case holds, each with what is before it. */
  static Set<String> found(Map<String, List<String>> parts, String text) {
    return IntStream.rangeClosed(0, text.length() - KEY)
        .boxed()
        .flatMap(
            at ->
                parts.getOrDefault(text.substring(at, at + KEY), List.of()).stream()
                    .filter(part -> text.startsWith(part, at))
                    .map(it -> text.substring(Math.max(0, at - 40), at + it.length())))
        .collect(Collectors.toSet());
  }

  private static String place(String text) {
    return LEFT_BEHIND.entrySet().stream()
        .filter(it -> it.getValue().equals(text))
        .map(Map.Entry::getKey)
        .collect(joining(", ", "left in ", ""));
  }

  /** Every part of the spelt secret that is as long as the telling number of its characters. */
  private static Stream<String> parts(String secret, Spelling how) {
    var spelt = how.of(secret).toLowerCase(Locale.ROOT);
    var length =
        IntStream.rangeClosed(0, secret.length() - TELLING)
            .map(start -> how.of(secret.substring(start, start + TELLING)).length())
            .max()
            .orElseThrow();
    return IntStream.rangeClosed(0, spelt.length() - length)
        .mapToObj(start -> spelt.substring(start, start + length));
  }

  @Test
  void tellsEachPlaceWhereTheTokenIsRepeated() {
    assertThat(ECHOES.get(EchoServer.HEADERS))
        .hasSize(Spelling.values().length)
        .allMatch(place -> place.matches("header:X-[0-9]+"));
    assertThat(ECHOES)
        .containsEntry(EchoServer.HEADER_NAME, List.of("header:X-[token]"))
        .containsEntry(EchoServer.REQUEST_ID, List.of("header:X-Request-Id", "header:traceparent"))
        .containsEntry(EchoServer.MEDIA_TYPE, List.of("header:Content-Type"))
        .containsEntry(EchoServer.DATE, List.of("header:Date", "header:Retry-After"))
        .containsEntry(EchoServer.REASON, List.of("status"))
        .containsEntry(EchoServer.REDIRECT, List.of("header:Location"))
        .containsEntry(EchoServer.REFUSAL, List.of("header:WWW-Authenticate", ""));
    assertThat(ECHOES.entrySet().stream().filter(it -> it.getValue().equals(List.of(""))))
        .extracting(Map.Entry::getKey)
        .containsExactlyInAnyOrder(
            EchoServer.UNKNOWN,
            EchoServer.ERROR,
            EchoServer.VALUES,
            EchoServer.VALUES_CUT,
            EchoServer.NAMES,
            EchoServer.NAMES_CUT,
            EchoServer.NO_JSON,
            EchoServer.BROKEN_JSON,
            EchoServer.BEGINNING_CUT,
            EchoServer.NAME_TWICE,
            EchoServer.LATE,
            EchoServer.CHUNK_SIZE,
            EchoServer.GZIP);
  }

  @Test
  void saysInWordsWhyItIsWrong() throws IOException {
    assertThat(LEFT_BEHIND.get("the console"))
        .contains(
            "token is not repeated in the response: broken in 52 of 54, for 21 of 24 values of"
                + " agent_id. header:X-0 for agent_id HEADERS is text with the token in it: whoever"
                + " keeps, caches or logs the response keeps the token");
  }
}
