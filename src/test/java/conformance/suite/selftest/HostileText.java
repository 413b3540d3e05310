package conformance.suite.selftest;

import conformance.contract.RunResult;
import conformance.fixture.BodyServer;
import conformance.run.FixtureRun;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The worst that a server may send, as a value and as a name.
 *
 * @param sent the text
 * @param shown a part of how people are to see it
 */
record HostileText(String sent, String shown) {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
  private static final Map<HostileText, RunResult> REPORTS = new HashMap<>();

  static Stream<HostileText> all() {
    return Stream.of(
        new HostileText("<script>alert(1)</script>", "<script>alert(1)</script>"),
        new HostileText("<img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)>"),
        new HostileText("\"><svg/onload=alert(1)>", "\\\"><svg/onload=alert(1)>"),
        new HostileText("&lt;b&gt;&#60;i&#62;", "&lt;b&gt;&#60;i&#62;"),
        new HostileText("[x](https://evil.example)", "[x](https://evil.example)"),
        new HostileText("![x](//evil.example/x.png)", "![x](//evil.example/x.png)"),
        new HostileText(
            "https://evil.example www.evil.example", "https://evil.example www.evil.example"),
        new HostileText("@octocat #1 a@evil.example", "@octocat #1 a@evil.example"),
        new HostileText("a | b \\| c \\\\| d", "a | b \\\\| c \\\\\\\\| d"),
        new HostileText("| x |\n|---|\r\n# y", "| x |\\n|---|\\r\\n# y"),
        new HostileText("```\ncode `x` ~~~", "```\\ncode `x` ~~~"),
        new HostileText("x\n::error file=a,line=1::b%0A", "x\\n::error file=a,line=1::b%0A"),
        new HostileText("##vso[task.x]##[y]", "##vso[task.x]##[y]"),
        new HostileText("=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"),
        new HostileText("\033[2J\033]8;;https://evil.example\007x", "\\u001B[2J\\u001B]8;;https"),
        new HostileText("\u009b31m", "\\u009B31m"),
        new HostileText("\u202egpj.exe\u2066", "\\u202Egpj.exe\\u2066"),
        new HostileText(
            "a\u200b\u00ad\ufeffb\u2028c\u00a0d", "a\\u200B\\u00AD\\uFEFFb\\u2028c\\u00A0d"),
        new HostileText("\udb40\udc41", "\\uDB40\\uDC41"),
        new HostileText("%s %n %d {} ${x} $(x)", "%s %n %d {} ${x} $(x)"),
        new HostileText("x".repeat(5_000_000), "x... (5,000,000 characters)"),
        new HostileText("\ud83d\ude00".repeat(500_000), "\ud83d\ude00... (1,000,000 characters)"),
        new HostileText("\u202e".repeat(1_000_000), "\\u202E... (1,000,000 characters)"));
  }

  /** What a run finds out about a server that sends the text wherever it can. */
  RunResult report() throws IOException {
    if (!REPORTS.containsKey(this)) {
      var body = JSON.createArrayNode();
      var item = body.addObject().put("status", sent).put("updated_at", sent).put(sent, sent);
      item.putObject("execution_status").put(sent, 1);
      try (var server = new BodyServer(JSON.writeValueAsBytes(body))) {
        REPORTS.put(this, FixtureRun.at(server.url()).report());
      }
    }
    return REPORTS.get(this);
  }

  @Override
  public String toString() {
    return shown;
  }
}
