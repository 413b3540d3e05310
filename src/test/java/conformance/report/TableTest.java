package conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.Deviation;
import conformance.contract.Level;
import conformance.contract.Strictness;
import org.junit.jupiter.api.Test;

class TableTest {

  @Test
  void hasARowForEachPlaceBelowItsTitles() {
    var second = new Deviation("", "a, b", "\"x\"", "it is \"x\",\nnot y");
    assertThat(Table.of(Sample.finding(Level.MUST, 2, Sample.SECOND_89, second).counts()))
        .isEqualTo(
            """
            "location","expected","actual","reason"
            "/3/at","an RFC 3339 date-time",\"""2024-02-29T04:22:89Z""\","second 89 is outside 0-59"
            "","a, b",\"""x""\","it is ""x"",
            not y"
            """);
  }

  @Test
  void showsWhatIsInvisibleInAPlace() {
    var deviation = new Deviation("/\033[2J\u202e", "", "", "");
    assertThat(Table.of(Sample.finding(Level.MUST, 1, deviation).counts()))
        .endsWith("\n\"/\\u001B[2J\\u202E\",\"\",\"\",\"\"\n");
  }

  @Test
  void tellsHowOftenEachDocumentedValueWasSeen() {
    var result = Sample.covering(Sample.result(), 3L, 0L);
    assertThat(Table.of(Sample.report(new Strictness(false, false), result).coverage()))
        .isEqualTo(
            """
            "of","documented","seen","rule"
            "kind","v0","3","things/thing.schema.json#/properties/kind/enum"
            "kind","v1","0","things/thing.schema.json#/properties/kind/enum"
            """);
  }
}
