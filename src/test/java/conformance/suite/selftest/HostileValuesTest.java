package conformance.suite.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.RunResult;
import conformance.report.GitHubCommands;
import conformance.report.ReportFiles;
import conformance.report.ReportJson;
import conformance.report.Summary;
import conformance.report.SummaryMarkdown;
import conformance.report.Table;
import conformance.schema.keyword.ReportSchema;
import conformance.suite.DescriptionHtml;
import conformance.suite.ReportedRule;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import tools.jackson.databind.json.JsonMapper;

/** A server sends the worst there is, as values and as names: what do people get to see? */
@Tag("slow")
class HostileValuesTest {
  @TempDir private Path folder;

  private static final int BOUND = 30_000;
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{C}\\p{Z}&&[^ \\n]]");
  private static final Pattern MARKDOWN_ESCAPE =
      Pattern.compile("\\\\\\p{Punct}|&(amp|lt|gt|#8203|#36);");
  private static final Pattern CSV =
      Pattern.compile("(?:\"(?:[^\"]|\"\")*+\"(?:,\"(?:[^\"]|\"\")*+\"){3}\n)++");

  @ParameterizedTest
  @MethodSource("conformance.suite.selftest.HostileText#all")
  void messagesShowItReadableVisibleAndBounded(HostileText text) throws IOException {
    var report = text.report();
    var messages = deviating(report).map(ReportedRule::message).toList();
    assertThat(messages).isNotEmpty().anyMatch(message -> message.contains(text.shown()));
    assertThat(Stream.concat(messages.stream(), Stream.of(Summary.text(report))))
        .allSatisfy(it -> assertThat(it).doesNotContainPattern(INVISIBLE).hasSizeLessThan(BOUND));
    assertThat(
            Stream.concat(deviating(report).map(ReportedRule::line), Summary.text(report).lines()))
        .as("nothing that a CI job obeys")
        .noneMatch(
            line ->
                line.contains("##[")
                    || line.contains("##vso[")
                    || line.contains("##teamcity[")
                    || line.stripLeading().startsWith("::"));
    assertThat(messages.stream().map(it -> it.lines().filter(l -> l.startsWith("actual")).count()))
        .as("no value makes a line of its own")
        .allMatch(count -> count <= 5);
  }

  @ParameterizedTest
  @MethodSource("conformance.suite.selftest.HostileText#all")
  void formsForCiSystemsKeepTheirForm(HostileText text) throws IOException {
    var commands = GitHubCommands.of(text.report());
    assertThat(commands)
        .hasSizeGreaterThan(1)
        .allMatch(
            it -> it.matches("::((error|warning) file=[^:,]+,line=\\d+,|notice )title=[^:,]+::.*"))
        .noneMatch(it -> it.contains("##[") || it.contains("##vso"));
    ReportFiles.write(text.report(), folder);
    var sarif = Files.readString(folder.resolve("report.sarif"));
    assertThat(ReportSchema.faultsOfSarif(sarif)).isEmpty();
    assertThat(sarif).hasSizeLessThan(20 * BOUND);
    assertThat(new JsonMapper().readTree(sarif).findValuesAsString("text"))
        .hasSizeGreaterThan(100)
        .noneMatch(it -> it.contains("]("));
    assertThat(Files.readString(folder.resolve("code-quality.json"))).hasSizeLessThan(2 * BOUND);
  }

  @ParameterizedTest
  @MethodSource("conformance.suite.selftest.HostileText#all")
  void htmlHoldsNoElementButItsOwn(HostileText text) throws Exception {
    for (var test : deviating(text.report()).toList()) {
      var html = DescriptionHtml.of(test);
      assertThat(html).hasSizeLessThan(2 * BOUND);
      var parsed =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader("<div>" + html + "</div>")))
              .getDocumentElement();
      var actual = test.finding().counts().deviations().get(0).actual();
      assertThat(parsed.getTextContent()).contains(actual);
      assertThat(elements(parsed))
          .isSubsetOf(
              "p",
              "b",
              "code",
              "pre",
              "table cellpadding=\"4\"",
              "tr",
              "tr align=\"left\"",
              "th",
              "td",
              "td nowrap=\"nowrap\"",
              "wbr");
    }
  }

  @ParameterizedTest
  @MethodSource("conformance.suite.selftest.HostileText#all")
  void markdownKeepsItsCellsAndActsUponNothing(HostileText text) throws IOException {
    var summary = SummaryMarkdown.of(text.report());
    assertThat(summary).doesNotContainPattern(INVISIBLE);
    var rows = summary.lines().filter(line -> line.startsWith("| broken ")).toList();
    assertThat(rows).isNotEmpty();
    for (var row : rows) {
      assertThat(row).hasSizeLessThan(BOUND);
      var bare = MARKDOWN_ESCAPE.matcher(row).replaceAll("");
      assertThat(bare.chars().filter(c -> c == '|')).as("cells of %s", row).hasSize(9);
      assertThat(bare)
          .doesNotContainPattern("[\\\\`*\\[\\]<>~]|&(?=[#a-z])|(?<![a-z])_|_(?![a-z])|://|www\\.");
      assertThat(row).doesNotContainPattern("@(?!&#8203;)|(?<!&)#(?=[a-z0-9])");
    }
  }

  @ParameterizedTest
  @MethodSource("conformance.suite.selftest.HostileText#all")
  void tablesKeepTheirRowsAndStartNoFormula(HostileText text) throws IOException {
    assertThat(deviating(text.report()).map(test -> Table.of(test.finding().counts())))
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
  @MethodSource("conformance.suite.selftest.HostileText#all")
  void reportJsonKeepsItsFormAndIsBounded(HostileText text) throws IOException {
    var json = ReportJson.of(text.report());
    assertThat(ReportSchema.faults(json)).isEmpty();
    assertThat(json).hasSizeLessThan(10 * BOUND);
  }

  private static Stream<ReportedRule> deviating(RunResult report) {
    return ReportedRule.of(report)
        .filter(test -> test.result().exchange().isPresent())
        .filter(test -> !test.finding().counts().deviations().isEmpty());
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
