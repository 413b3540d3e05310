package conformance.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import conformance.FixtureRun;
import conformance.fixture.BodyServer;
import conformance.schema.ReportSchema;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** A server sends the worst there is, as values and as names: what do people get to see? */
class HostileValuesTest {
  private static final int BOUND = 30_000;
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{C}\\p{Z}&&[^ \\n]]");
  private static final Pattern MARKDOWN_ESCAPE =
      Pattern.compile("\\\\\\p{Punct}|&(amp|lt|gt|#8203);");
  private static final Pattern CSV =
      Pattern.compile("(?:\"(?:[^\"]|\"\")*+\"(?:,\"(?:[^\"]|\"\")*+\"){3}\n)++");
  private static final Map<String, Report> REPORTS = new HashMap<>();

  /** A text that the server sends as value and as name, and a part of how it is shown. */
  static Stream<Arguments> texts() {
    return Stream.of(
        arguments("<script>alert(1)</script>", "<script>alert(1)</script>"),
        arguments("<img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)>"),
        arguments("\"><svg/onload=alert(1)>", "\\\"><svg/onload=alert(1)>"),
        arguments("&lt;b&gt;&#60;i&#62;", "&lt;b&gt;&#60;i&#62;"),
        arguments("[x](https://evil.example)", "[x](https://evil.example)"),
        arguments("![x](//evil.example/x.png)", "![x](//evil.example/x.png)"),
        arguments("https://evil.example www.evil.example", "https://evil.example www.evil.example"),
        arguments("@octocat #1 a@evil.example", "@octocat #1 a@evil.example"),
        arguments("a | b \\| c \\\\| d", "a | b \\\\| c \\\\\\\\| d"),
        arguments("| x |\n|---|\r\n# y", "| x |\\n|---|\\r\\n# y"),
        arguments("```\ncode `x` ~~~", "```\\ncode `x` ~~~"),
        arguments("=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"),
        arguments("\033[2J\033]8;;https://evil.example\007x", "\\u001B[2J\\u001B]8;;https"),
        arguments("\u009b31m", "\\u009B31m"),
        arguments("\u202egpj.exe\u2066", "\\u202Egpj.exe\\u2066"),
        arguments("a\u200b\u00ad\ufeffb\u2028c\u00a0d", "a\\u200B\\u00AD\\uFEFFb\\u2028c\\u00A0d"),
        arguments("\udb40\udc41", "\\uDB40\\uDC41"),
        arguments("%s %n %d {} ${x} $(x)", "%s %n %d {} ${x} $(x)"),
        arguments("x".repeat(5_000_000), "x... (5,000,000 characters)"),
        arguments("\ud83d\ude00".repeat(500_000), "\ud83d\ude00... (1,000,000 characters)"),
        arguments("\u202e".repeat(1_000_000), "\\u202E... (1,000,000 characters)"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void messagesShowItReadableVisibleAndBounded(String text, String shown) throws IOException {
    var report = report(text);
    var messages = deviating(report).map(TestCase::message).toList();
    assertThat(messages).isNotEmpty().anyMatch(message -> message.contains(shown));
    assertThat(Stream.concat(messages.stream(), Stream.of(Summary.text(report))))
        .allSatisfy(it -> assertThat(it).doesNotContainPattern(INVISIBLE).hasSizeLessThan(BOUND));
    assertThat(messages.stream().map(it -> it.lines().filter(l -> l.startsWith("actual")).count()))
        .as("no value makes a line of its own")
        .allMatch(count -> count <= 5);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void htmlHoldsNoElementButItsOwn(String text, String shown) throws Exception {
    for (var test : deviating(report(text)).toList()) {
      var html = DescriptionHtml.of(test);
      assertThat(html).hasSizeLessThan(2 * BOUND);
      var parsed =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader("<div>" + html + "</div>")))
              .getDocumentElement();
      var actual = test.finding().examined().deviations().get(0).actual();
      assertThat(parsed.getTextContent()).contains(actual);
      assertThat(elements(parsed))
          .isSubsetOf("p", "b", "code", "pre", "table cellpadding=\"6\"", "tr", "th", "td");
    }
  }

  @ParameterizedTest
  @MethodSource("texts")
  void markdownKeepsItsCellsAndActsUponNothing(String text, String shown) throws IOException {
    var summary = SummaryMarkdown.of(report(text));
    assertThat(summary).doesNotContainPattern(INVISIBLE);
    var rows = summary.lines().filter(line -> line.startsWith("| broken ")).toList();
    assertThat(rows).isNotEmpty();
    for (var row : rows) {
      assertThat(row).hasSizeLessThan(BOUND);
      var bare = MARKDOWN_ESCAPE.matcher(row).replaceAll("");
      assertThat(bare.chars().filter(c -> c == '|')).as("cells of %s", row).hasSize(8);
      assertThat(bare).doesNotContainPattern("[\\\\`*_{}\\[\\]()<>#!~@&]|://|www\\.");
      assertThat(row).doesNotContainPattern("[@#](?!&#8203;|8203;)");
    }
  }

  @ParameterizedTest
  @MethodSource("texts")
  void tablesKeepTheirRowsAndStartNoFormula(String text, String shown) throws IOException {
    assertThat(deviating(report(text)).map(test -> Table.of(test.finding().examined())))
        .isNotEmpty()
        .allSatisfy(
            table ->
                assertThat(table)
                    .matches(CSV)
                    .doesNotContainPattern(INVISIBLE)
                    .doesNotContainPattern("(?m)(^|,)\"[=+@\\t]")
                    .hasSizeLessThan(BOUND));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void reportJsonKeepsItsFormAndIsBounded(String text, String shown) throws IOException {
    var json = ReportJson.of(report(text));
    assertThat(ReportSchema.faults(json)).isEmpty();
    assertThat(json).hasSizeLessThan(10 * BOUND);
  }

  private static synchronized Report report(String text) throws IOException {
    if (!REPORTS.containsKey(text)) {
      var json = JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
      var body = json.createArrayNode();
      var item = body.addObject().put("status", text).put("updated_at", text).put(text, text);
      item.putObject("execution_status").put(text, 1);
      try (var server = new BodyServer(json.writeValueAsBytes(body))) {
        REPORTS.put(text, FixtureRun.at(server.url()).report());
      }
    }
    return REPORTS.get(text);
  }

  private static Stream<TestCase> deviating(Report report) {
    return TestCase.of(report)
        .filter(test -> test.chapter().exchange().isPresent())
        .filter(test -> !test.finding().examined().deviations().isEmpty());
  }

  private static List<String> elements(Element parent) {
    var all = parent.getElementsByTagName("*");
    return IntStream.range(0, all.getLength())
        .mapToObj(i -> (Element) all.item(i))
        .map(HostileValuesTest::tag)
        .distinct()
        .toList();
  }

  private static String tag(Element element) {
    var attributes = element.getAttributes();
    return IntStream.range(0, attributes.getLength())
        .mapToObj(i -> " " + attributes.item(i))
        .reduce(element.getTagName(), String::concat);
  }
}
