package conformance.edition;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.Basis;
import conformance.contract.Contract;
import conformance.contract.Level;
import conformance.contract.Rule;
import conformance.contract.Source;
import conformance.schema.RuleKeyword;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class ComparisonMarkdownTest {

  @Test
  void putsEveryRuleIntoOneSection() {
    var before =
        edition(
            "old",
            keywordValue("old/a#/x/maximum", Level.MUST, "x", "at most 9", "maximum", "9"),
            keywordValue(
                "old/b.advice#/y/enum", Level.SHOULD, "y", "one of a, b", "enum", "['a', 'b']"),
            keywordValue("old/a#/z/type", Level.MUST, "z", "a <b>*z*</b>", "type", "'string'"),
            keywordValue("old/a#/t/type", Level.MUST, "t", "a string", "type", "'string'"),
            keywordValue("old/a#/v/pattern", Level.MUST, "v", "a name", "pattern", "'^a'"));
    var after =
        edition(
            "new",
            keywordValue("new/a#/v/pattern", Level.MUST, "v", "a name", "pattern", "'^b'"),
            keywordValue("new/c#/t/type", Level.MUST, "t", "a string", "type", "'string'"),
            keywordValue("new/b#/y/enum", Level.MUST, "y", "one of a, b", "enum", "['b', 'a']"),
            keywordValue("new/a#/x/maximum", Level.MUST, "x", "at most 10", "maximum", "10"),
            keywordValue("new/a#/w/type", Level.SHOULD, "w", "a string", "type", "'string'"),
            keywordValue("new/c#/u/type", Level.MUST, "u", "null", "type", "'null'"));
    assertThat(ComparisonMarkdown.of(Comparison.of(before, after)))
        .isEqualTo(
            """
            # From old (edition of old) to new (edition of new)

            | added | removed | tightened | loosened | changed | unchanged |
            | ---: | ---: | ---: | ---: | ---: | ---: |
            | 2 | 1 | 1 | 1 | 1 | 1 |

            ## Rules added

            - `new/a#/w/type`: w is a string, *should*
            - `new/c#/u/type`: u is null, *must*

            ## Rules removed

            - `old/a#/z/type`: z is a &lt;b>\\*z\\*&lt;/b>, *must*

            ## Rules tightened

            - `new/b#/y/enum`: y is one of a, b, *must*; was: y is one of a, b, *should*

            ## Rules loosened

            - `new/a#/x/maximum`: x is at most 10, *must*; was: x is at most 9, *must*

            ## Rules changed

            - `new/a#/v/pattern`: v is a name, *must*; \
            in the same words, but the keyword is set to something else
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "maximum       | 9                | 9                     | UNCHANGED",
        "maximum       | 9                | 8                     | TIGHTENED",
        "maxLength     | 9                | 10                    | LOOSENED",
        "minimum       | 0                | 1                     | TIGHTENED",
        "minItems      | 1                | 0                     | LOOSENED",
        "minimum       | 1                | 1.0                   | UNCHANGED",
        "enum          | ['a', 'b']       | ['b', 'a']            | UNCHANGED",
        "enum          | ['a', 'b']       | ['a']                 | TIGHTENED",
        "enum          | ['a', 'b']       | ['a', 'b', 'c']       | LOOSENED",
        "enum          | ['a', 'b']       | ['a', 'c']            | CHANGED",
        "type          | 'string'         | ['string', 'null']    | LOOSENED",
        "type          | 'number'         | 'integer'             | TIGHTENED",
        "type          | 'string'         | 'integer'             | CHANGED",
        "propertyNames | {'enum': ['a']}  | {'enum': ['a', 'b']}  | LOOSENED",
        "propertyNames | {'enum': ['a']}  | {'pattern': 'a'}      | CHANGED",
        "x-transitions | {'a': ['b']}     | {'a': []}             | CHANGED",
      })
  void tellsWhichValueIsStricter(String keyword, String before, String after, Kind kind) {
    assertThat(
            Direction.compare(
                keywordValue("a", Level.MUST, "x", "", keyword, before),
                keywordValue("a", Level.MUST, "x", "", keyword, after)))
        .isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "SHOULD, MUST, 9, 9, TIGHTENED",
    "SHOULD, MUST, 9, 8, TIGHTENED",
    "SHOULD, MUST, 9, 10, CHANGED",
    "MUST, SHOULD, 9, 9, LOOSENED",
    "MUST, SHOULD, 9, 8, CHANGED",
    "SHOULD, SHOULD, 9, 10, LOOSENED",
  })
  void weighsTheLevelAsWell(Level before, Level after, String high, String now, Kind kind) {
    assertThat(
            Direction.compare(
                keywordValue("a", before, "x", "", "maximum", high),
                keywordValue("a", after, "x", "", "maximum", now)))
        .isEqualTo(kind);
  }

  @Test
  void callsAnotherConditionAChange() {
    assertThat(
            Direction.compare(
                keywordValue("a", Level.MUST, "x", "past when done", "x-not-in-future", "'PT5M'"),
                keywordValue("a", Level.MUST, "x", "past when over", "x-not-in-future", "'PT5M'")))
        .isEqualTo(Kind.CHANGED);
  }

  private static Edition edition(String name, RuleKeyword... keywords) {
    return Edition.of(
        new Contract(name, "", "of " + name, List.of()), List.of(), Arrays.asList(keywords));
  }

  private static RuleKeyword keywordValue(
      String id, Level level, String subject, String expected, String keyword, String value) {
    var source = new Source("Made up", Basis.STATED);
    return new RuleKeyword(
        new Rule(id, level, source, "Kind", subject, subject + " is " + expected, expected),
        keyword,
        new JsonMapper().readTree(value.replace('\'', '"')));
  }
}
