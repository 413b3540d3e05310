package conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.Deviation;
import conformance.contract.Level;
import conformance.contract.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReproductionTest {
  private static final Rule RULE = Sample.rule(Level.MUST);
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
        "/0/1/2 .[0][1][2]",
        "/items/0 .items[0]",
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
        .isEqualTo("diff <(%s) <(sleep 7; %s)".formatted(read, read));
    assertThat(Reproduction.of(again, Sample.rule(Level.SHOULD), at(location)))
        .startsWith("curl -sS" + REST);
  }

  @Test
  void readsADocumentedExampleFromItsFile() {
    assertThat(Reproduction.of(Sample.example(), RULE, at("/0/at")))
        .isEqualTo("jq '.[0].at' example.json");
    assertThat(Reproduction.of(Sample.example(), RULE, at(""))).isEqualTo("jq '.' example.json");
  }

  private static String command(String location) {
    return Reproduction.of(Sample.result(), RULE, at(location));
  }

  private static Deviation at(String location) {
    return new Deviation(location, "", "", "");
  }
}
