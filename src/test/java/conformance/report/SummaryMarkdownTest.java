package conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.Deviation;
import conformance.contract.InteractionResult;
import conformance.contract.Level;
import conformance.contract.RunResult;
import conformance.contract.Strictness;
import conformance.contract.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SummaryMarkdownTest {
  private static final Strictness PLAIN = new Strictness(false, false);

  @Test
  void tellsTheOutcomeAndTheTotals() {
    assertThat(SummaryMarkdown.of(mixed()))
        .startsWith(
            """
            ## \u274c deviates

            Contract `things`, edition 2024-02, on `http://localhost:8080` (live). 2 requests in 1,234 ms.

            |  | kept | broken | advice | known | not demonstrated | not applicable |
            |---|---:|---:|---:|---:|---:|---:|
            | target | 1 | 1 | 0 | 1 | 1 | 0 |

            """);
  }

  @Test
  void tellsTheDocumentationApartFromTheTarget() {
    var example = Sample.example(Sample.finding(Level.MUST, 1));
    assertThat(SummaryMarkdown.of(Sample.report(PLAIN, Sample.refused(), example)))
        .contains(
            """
            | target | 0 | 0 | 0 | 0 | 0 | 0 |
            | documented example | 1 | 0 | 0 | 0 | 0 | 0 |

            **Not judged:** list things""");
  }

  @Test
  void tellsWhatBecameOfTheTestsOfOnesOwn() {
    assertThat(SummaryMarkdown.of(mixed().with(Sample.OWN_TESTS, 7)))
        .contains(
            """

            **Tests of your own:** 4 passed, 1 failed, 1 skipped

            - failed: CacheIT.isPrivate \\[1\\] o1: Expected header "Age" was \\*0\\*

            - skipped: CacheIT: not yet
            """);
    assertThat(SummaryMarkdown.of(mixed())).doesNotContain("Tests of your own");
  }

  @Test
  void tellsEachBrokenPromiseAndWhatWasNotSeen() {
    var row =
        "Invalid timestamp | at is an RFC 3339 date-time | /3/at | \"2024-02-29T04:22:89Z\" "
            + "| second 89 is outside 0-59 | 1 of 5,000 | list things, owner o1 |";
    assertThat(SummaryMarkdown.of(mixed()))
        .endsWith(
            """

            | verdict | category | promise | where | actual | why | how often | interaction |
            |---|---|---|---|---|---|---:|---|
            | broken | %s
            | known | %s

            <details><summary>Not demonstrated: 1</summary>

            - at is an RFC 3339 date-time
            </details>
            """
                .formatted(row, row));
  }

  @Test
  void tellsOneCauseOfManyRulesInOneLine() {
    var unseen = Sample.finding(Level.MUST, 0);
    var failed = Sample.with(new Verdict.NotDemonstrated("it failed"), unseen);
    var off = Sample.with(new Verdict.NotApplicable("it is off"), unseen);
    var result =
        Sample.result(
            Sample.about("a", Sample.finding(Level.MUST, 12)),
            Sample.about("b", failed),
            Sample.about("c", failed),
            Sample.about("d", off));
    assertThat(SummaryMarkdown.of(Sample.report(PLAIN, result)))
        .endsWith(
            """
            | target | 1 | 0 | 0 | 0 | 2 | 1 |

            Not demonstrated:

            - 2 rules: it failed

            Not applicable:

            - 1 rule: it is off
            """);
  }

  private static RunResult mixed() {
    var known = new Verdict.Known("r", "t", "o", LocalDate.MAX);
    var broken = Sample.finding(Level.MUST, 5_000, Sample.SECOND_89);
    return Sample.report(
        PLAIN,
        Sample.result(
            Sample.about("kept", Sample.finding(Level.MUST, 12)),
            broken,
            Sample.about("known", Sample.with(known, broken)),
            Sample.about("unseen", Sample.finding(Level.SHOULD, 0))));
  }

  @Test
  void tellsWhichAgentsDidNotShowIt() {
    var kept = Sample.about("kept", Sample.finding(Level.MUST, 12));
    var unseen = Sample.finding(Level.SHOULD, 0);
    var again = Sample.named("read again", Sample.result(kept, unseen));
    var report = Sample.report(PLAIN, Sample.result(kept, unseen), Sample.of("o2", again));
    assertThat(SummaryMarkdown.of(report))
        .contains("\n- owner o1: at is an RFC 3339 date-time\n")
        .contains("\n- owner o2: at is an RFC 3339 date-time, read again\n");
  }

  @Test
  void tellsWhatCouldNotBeJudged() {
    var summary = SummaryMarkdown.of(Sample.report(PLAIN, Sample.refused()));
    assertThat(summary)
        .startsWith("## \u274c environment\n")
        .endsWith(
            "\n**Not judged:** list things, owner o1: the target refused the token. Check it.\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      value = {"50 = ' |'", "51 = 'and 1 more'", "5051 = 'and 5,001 more'"})
  void listsABoundedNumberOfBrokenPromises(int broken, String end) {
    var finding = Sample.finding(Level.MUST, 1, Sample.SECOND_89);
    var results =
        IntStream.range(0, broken)
            .mapToObj(i -> Sample.named("list " + i, Sample.result(finding)))
            .toArray(InteractionResult[]::new);
    var summary = SummaryMarkdown.of(Sample.report(PLAIN, results));
    assertThat(summary.lines().filter(line -> line.startsWith("| broken"))).hasSize(50);
    assertThat(summary.stripTrailing()).endsWith(end);
  }

  @Test
  void tellsARuleThatManyAgentsBreakOnce() {
    var result = Sample.result(Sample.finding(Level.MUST, 1, Sample.SECOND_89));
    var report = Sample.report(PLAIN, result, Sample.of("o2", result), Sample.of("o3", result));
    assertThat(SummaryMarkdown.of(report))
        .containsOnlyOnce("\n| broken ")
        .contains(" | 3 of 3 | list things, for 3 of 3 values of owner: o1, o2, o3 |\n");
  }

  @Test
  void tellsWhichDocumentedValuesWereNeverSeen() {
    var result = Sample.covering(Sample.result(Sample.finding(Level.MUST, 12)), 3L, 0L, 9L, 0L);
    assertThat(SummaryMarkdown.of(Sample.report(PLAIN, result)))
        .endsWith("\n- kind: 2 of 4 values seen; never: v1, v3\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      quoteCharacter = '\0',
      value = {
        "a|b a\\|b",
        "a\\|b a\\\\\\|b",
        "[x](https://evil.example) \\[x\\](https\\://evil.example)",
        "![x](//evil.example) !\\[x\\](//evil.example)",
        "[x][y] \\[x\\]\\[y\\]",
        "<https://evil.example> &lt;https\\://evil.example&gt;",
        "https://evil.example https\\://evil.example",
        "ftp://evil.example ftp\\://evil.example",
        "www.evil.example www\\.evil.example",
        "mailto:a@evil.example mailto\\:a@&#8203;evil.example",
        "@team @&#8203;team",
        "o/r#1 o/r#&#8203;1",
        "<script>alert(1)</script> &lt;script&gt;alert(1)&lt;/script&gt;",
        "&lt;b&gt; &amp;lt;b&amp;gt;",
        "&#64;team &amp;#&#8203;64;team",
        "a&&b a&&amp;b",
        "<!-- &lt;!--",
        "`code` \\`code\\`",
        "**b**_i_~~s~~ \\*\\*b\\*\\*\\_i\\_\\~\\~s\\~\\~",
        "{{x}} {{x}}",
        "#heading #&#8203;heading",
        "$x$ &#36;x&#36;",
        "Outer$Inner Outer$Inner",
        "agent_id agent_id",
        "_a_b__c_ \\_a_b\\_\\_c\\_",
        "2024-02-29T04:22:89Z 2024-02-29T04:22:89Z",
        "1.5! 1.5!",
        "m\u00fc\ud83d\ude00 m\u00fc\ud83d\ude00"
      })
  void leavesNothingInACellThatMarkdownActsUpon(String text, String cell) {
    var deviation = new Deviation("/" + text, "", text, text);
    var result = Sample.result(Sample.finding(Level.MUST, 1, deviation));
    assertThat(SummaryMarkdown.of(Sample.report(PLAIN, result)))
        .contains(" | /%s | %s | %s | 1 of 1 | ".formatted(cell, cell, cell));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      value = {
        "# a = \\# a",
        "- a = \\- a",
        "+ a = \\+ a",
        "> a = &gt; a",
        "12. a = 12\\. a",
        "1) a = 1\\) a",
        "--- = \\---",
        "1.5 a = 1.5 a",
        "a - b = a - b"
      })
  void beginsNoBlockWithAText(String text, String line) {
    var report = Sample.report(PLAIN, Sample.result(Sample.finding(Level.MUST, 12)));
    assertThat(SummaryMarkdown.of(Sample.with(List.of(text), report)))
        .contains("\n**Known deviations:** %s\n".formatted(line));
  }

  @Test
  void keepsARowOnOneLine() {
    var deviation = new Deviation("/a\nb", "", "x\r\n\r\n# y", "z\r| - |");
    var result = Sample.result(Sample.finding(Level.MUST, 1, deviation));
    assertThat(SummaryMarkdown.of(Sample.report(PLAIN, result)))
        .contains(" | /a\\\\u000Ab | x # y | z \\| - \\| | 1 of 1 | ");
  }

  @Test
  void tellsWhatIsWrongWithTheEntriesOfKnownDeviations() {
    var report = Sample.report(PLAIN, Sample.result(Sample.finding(Level.MUST, 12)));
    assertThat(SummaryMarkdown.of(Sample.with(List.of("<b> expired", "unused"), report)))
        .contains("\n**Known deviations:** &lt;b&gt; expired\n\n**Known deviations:** unused\n");
  }

  @Test
  void tellsWhyARunCouldNotBegin() {
    assertThat(SummaryMarkdown.ofError("target.url is 'x|<b>':\n  - expected a URL"))
        .isEqualTo("## \u274c error\n\ntarget.url is 'x\\|&lt;b&gt;':   - expected a URL\n");
  }
}
