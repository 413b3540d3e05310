package conformance.suite.selftest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import conformance.fixture.ApiServer;
import conformance.fixture.ApiServer.Answer;
import conformance.fixture.ApiServer.Asked;
import conformance.http.Spelling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server repeats each token of a run that has several: nothing of any may leave the run. */
@Tag("slow")
class TokensCanaryTest {
  private static final String FIRST = "Zq7+cAnary/T0ken~<&'%\\9f3e==";
  private static final String NEXT = "Jx4-sEcond/cAn4ry.0f=the_c0mmand";
  private static final String OTHER = "Wm9~anoth3r.0wner+cAnary==";
  private static final String OTHER_AGENT = "7d1e0f2a-5b6c-4d7e-8f90-a1b2c3d4e5f6";

  @TempDir private Path folder;

  private final AtomicInteger answered = new AtomicInteger();

  @Test
  void leavesNothingOfAnyTokenBehind() throws Exception {
    try (var server = ApiServer.worse((request, documented) -> answer(request))) {
      var run = run(server);
      assertThat(run.exitCode()).as(run.console()).isEqualTo(1);
      assertThat(run.console())
          .contains("give-token, gave another")
          .contains("none of the ")
          .contains("[token]");
      var left = new HashMap<>(Map.of("the console", run.console()));
      try (var files = Files.walk(folder.resolve("run"))) {
        for (var file : files.filter(Files::isRegularFile).toList()) {
          left.put(file.toString(), Files.readString(file, ISO_8859_1));
        }
      }
      assertThat(left).hasSizeGreaterThan(20);
      assertThat(left.get(folder.resolve("run/conformance/report.json").toString()))
          .contains("\"notices\"", "listBatches/identities/refused")
          .contains("token-not-repeated");
      left.forEach(TokensCanaryTest::holdsNothing);
    }
  }

  /** What a command gave is known to no later step of the build. */
  @Test
  void failsIfWhatTheRunHasLeftBehindHoldsATokenOfTheCommand() throws Exception {
    Files.createDirectories(folder.resolve("run/conformance"));
    Files.writeString(folder.resolve("run/conformance/left.txt"), "It was " + NEXT);
    try (var server = ApiServer.worse((request, documented) -> answer(request))) {
      var run = run(server);
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.console())
          .contains("the token stands in what the run has left behind: ")
          .contains("left.txt. Do not pass these files on")
          .doesNotContain(NEXT);
    }
  }

  private ForkedRun run(ApiServer server) throws IOException, InterruptedException {
    var script = folder.resolve("give-token");
    var tokens = folder.resolve("tokens");
    Files.writeString(tokens, FIRST + "\n" + NEXT + "\n");
    // The first line, and from then on the next.
    Files.writeString(script, "#!/bin/sh\nhead -n 1 %1$s\nsed -i 1d %1$s\n".formatted(tokens));
    assertThat(script.toFile().setExecutable(true)).isTrue();
    return ForkedRun.start(
        folder.resolve("run"),
        Map.of("TARGET_TOKEN_COMMAND", script.toString(), "TARGET_OTHER_TOKEN", OTHER),
        List.of(
            "-Dtarget.url=" + server.url(),
            "-Dtarget.agent_id=3c90c3cc-0d44-4b50-8888-8dd25736052a",
            "-Dtarget.other_agent_id=" + OTHER_AGENT,
            "-Dtarget.rate=10000",
            "-Dtarget.reread_after=1ms",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=debug"));
  }

  /** Repeats the token in each answer; the first one ends after one read. */
  private Answer answer(Asked request) {
    var shown = request.authorization().replaceFirst("^Bearer ", "");
    var ended = shown.equals(FIRST) && answered.incrementAndGet() > 1;
    var status =
        ended || !Stream.of(FIRST, NEXT, OTHER).anyMatch(shown::equals)
            ? 401
            : request.path().contains("f0e1d2c3") ? 404 : 200;
    var repeated =
        Stream.of(Spelling.values())
            .map(how -> how.of(shown).replace("\\", "\\\\").replace("\"", "\\\""))
            .map("\"%s\""::formatted)
            .toList();
    return new Answer(
        status,
        Map.of("Content-Type", "application/json", "X-Shown", Spelling.URL.of(shown)),
        status == 200 ? "[{\"batch_id\": %s}]".formatted(repeated) : repeated.toString());
  }

  private static void holdsNothing(String name, String text) {
    var folded = text.toLowerCase(Locale.ROOT);
    for (var token : List.of(FIRST, NEXT, OTHER)) {
      for (var how : Spelling.values()) {
        for (var start : List.of(0, token.length() / 3, token.length() / 2)) {
          // A part that begins and ends within a group of base64 is spelt otherwise.
          if (start == 0 || !how.name().startsWith("BASE64")) {
            var part = how.of(token.substring(start, start + token.length() / 2));
            var whole = how.name().startsWith("BASE64") ? how.of(token) : part;
            assertThat(folded).as(name).doesNotContain(whole.toLowerCase(Locale.ROOT));
          }
        }
      }
    }
  }
}
