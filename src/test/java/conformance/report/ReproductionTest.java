package conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.Deviation;
import conformance.contract.Excerpt;
import conformance.contract.InteractionResult;
import conformance.contract.Level;
import conformance.contract.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReproductionTest {
  private static final Rule RULE = Sample.rule(Level.MUST);
  private static final String QUOTING =
      " | perl -pe 's/(\"(?:\\\\.|[^\"\\\\])*\")|([-+.\\w]+)/$1||\"\\\"$2\\\"\"/ge'";
  private static final String SPELLING =
      """
       | perl -MEncode -pe '$_ = encode("UTF-8", decode("UTF-8", $_, sub { join "", map { sprintf\s\
      "\\\\\\\\x%02X", $_ } @_ })); s/(\\\\\\\\|\\\\u[dD][89abAB]..\\\\u[dD][c-fC-F]..)|\\\\(?=u[dD][89a-fA-F])/$1||\
      "\\\\\\\\"/ge'\
      """;
  private static final String REST =
      " -H \"Authorization: Bearer $TARGET_TOKEN\" -H 'Accept: application/json'"
          + " 'http://localhost:8080/things/o1/all'";

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      quoteCharacter = '\0',
      value = {
        "/17/updated .[17].updated",
        "/0 .[0]",
        "/_a1/B_ ._a1.B_",
        "/0/in-progress .[0][\"in-progress\"]",
        "/in-progress .[\"in-progress\"]",
        "/a~1b~0c .[\"a/b~c\"]",
        "/~01 .[\"~1\"]",
        "/ .[\"\"]",
        "/a//b .a[\"\"].b",
        "/007 .[\"007\"]",
        "/-1 .[\"-1\"]",
        "/1a .[\"1a\"]",
        "/a\"b .[\"a\\\"b\"]",
        "/a\\b .[\"a\\\\b\"]",
        "/a'b .[\"a\\u0027b\"]",
        "/\\(1) .[\"\\\\(1)\"]",
        "/$(id) .[\"$(id)\"]",
        "/`id` .[\"`id`\"]",
        "/m\u00fc .[\"m\u00fc\"]",
        "/\u0663 .[\"\u0663\"]",
        "/\u202e .[\"\\u202E\"]",
        "/\033[2J .[\"\\u001B[2J\"]",
      })
  void turnsAPointerIntoAFilterOfJq(String pointer, String filter) {
    assertThat(command(pointer)).isEqualTo("curl -sS" + REST + " | jq '" + filter + "'");
  }

  /** A pointer does not tell an index from a name. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "/0/404;            .[0] | .[\"404\"]?, .[404]?",
        "/0/counts/404;     .[0].counts | .[\"404\"]?, .[404]?",
        "/0/1/2/at;         .[0] | .[\"1\"]?, .[1]? | .[\"2\"]?, .[2]? | .at",
        "/0/1/in-progress;  .[0] | .[\"1\"]?, .[1]? | .[\"in-progress\"]",
        "/items/0;          .items | .[\"0\"]?, .[0]?",
        "/0/007;            .[0][\"007\"]"
      })
  void triesANumberBelowTheListAsANameAndAsAnIndex(String pointer, String filter) {
    assertThat(command(pointer)).isEqualTo("curl -sS" + REST + " | jq '" + filter + "'");
  }

  @Test
  void takesANumberForANameWhereTheBodyIsAnObject() {
    var list = Sample.result();
    var object =
        new InteractionResult(
            list.interaction(),
            list.exchange().map(exchange -> exchange.withBeginning(any -> "{\"404\": 1}")),
            list.previous(),
            list.environment(),
            list.items(),
            list.coverage(),
            list.findings());
    assertThat(Reproduction.of(object, RULE, at("/404"))).endsWith(" | jq '.[\"404\"]'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "/0/counts/%s;       .[0].counts",
        "/0/counts/%s/0/at;  .[0].counts",
        "/%s;                .",
        "/0/a/m\ufffd;       .[0].a",
        "/0/a/m\ufffd/b;     .[0].a",
        "/0/a/m\ud83d;       .[0].a"
      })
  void showsTheValueAroundAPlaceThatIsNotKnownToTheLetter(String pointer, String filter) {
    var cut = Excerpt.cut(pointer.formatted("a".repeat(190)));
    assertThat(command(cut)).endsWith(" | jq '" + filter + "'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3.0",
        "1E+2",
        "-1",
        "9223372036854775808",
        "NaN",
        "-Infinity",
        "##",
        "\"count\": 3.0"
      })
  void showsANumberAsItWasSent(String actual) {
    assertThat(Reproduction.of(Sample.result(), RULE, new Deviation("/0/n", "", actual, "")))
        .isEqualTo("curl -sS" + REST + QUOTING + " | jq -r '.[0].n'");
    assertThat(Reproduction.of(Sample.example(), RULE, new Deviation("/0/n", "", actual, "")))
        .isEqualTo(QUOTING.substring(3) + " example.json | jq -r '.[0].n'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"3.0\"", "\"a\\\": 3\"", "null", "true", "[3.0]", "without \"n\""})
  void leavesOtherValuesToJqAlone(String actual) {
    assertThat(Reproduction.of(Sample.result(), RULE, new Deviation("/0/n", "", actual, "")))
        .isEqualTo("curl -sS" + REST + " | jq '.[0].n'");
  }

  @Test
  void comparesNumbersOfTwoReadsAsTheyWereSent() {
    var read = "curl -sS" + REST + QUOTING + " | jq .";
    var again = Sample.again(Sample.result());
    assertThat(Reproduction.of(again, RULE, new Deviation("/0/n", "", "9007199254740993", "")))
        .isEqualTo("first=$(%s); sleep 7; diff <(echo \"$first\") <(%s)".formatted(read, read));
  }

  @Test
  void showsEveryValueOfANameThatStandsTwice() {
    assertThat(command("/body/unique-names", "/0/counts/404", "\"a\" and \"b\""))
        .isEqualTo(
            "curl -sS"
                + REST
                + " | jq -c --stream 'select(length == 2 and (.[0][:3] | map(tostring)) =="
                + " [\"0\", \"counts\", \"404\"])'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/body/utf-8", "/body/surrogates"})
  void makesVisibleWhatStandsForNoCharacter(String rule) {
    assertThat(command(rule, "/0/name", "FC"))
        .isEqualTo("curl -sS" + REST + SPELLING + " | jq -r '.[0].name'");
  }

  @ParameterizedTest
  @CsvSource({"'', -sS", "header:Content-Type, -sSi", "status, -sSi"})
  void showsTheHeadersWhereTheyDeviateAndElseTheBody(String location, String options) {
    assertThat(command(location)).isEqualTo("curl " + options + REST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/17/updated", ""})
  void showsHowASecondReadDiffersFromAFirst(String location) {
    var read = "curl -sS" + REST + " | jq .";
    var again = Sample.again(Sample.result());
    assertThat(Reproduction.of(again, RULE, at(location)))
        .isEqualTo("first=$(%s); sleep 7; diff <(echo \"$first\") <(%s)".formatted(read, read));
    assertThat(Reproduction.of(again, Sample.rule(Level.SHOULD), at(location)))
        .startsWith("curl -sS" + REST);
  }

  @Test
  void readsADocumentedExampleFromItsFile() {
    assertThat(Reproduction.of(Sample.example(), RULE, at("/0/at")))
        .isEqualTo("jq '.[0].at' example.json");
    assertThat(Reproduction.of(Sample.example(), RULE, at(""))).isEqualTo("jq '.' example.json");
  }

  private static String command(String rule, String location, String actual) {
    var address = "things/openapi.yaml#list/200" + rule;
    return Reproduction.of(
        Sample.result(),
        new Rule(address, Level.MUST, RULE.source(), "Kind", "body", "", ""),
        new Deviation(location, "", actual, ""));
  }

  private static String command(String location) {
    return Reproduction.of(Sample.result(), RULE, at(location));
  }

  private static Deviation at(String location) {
    return new Deviation(location, "", "", "");
  }
}
