package conformance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.Coverage.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CoverageTest {

  @Test
  void countsWhatWasSeenAndNamesWhatWasNot() {
    assertThat(coverage(Kind.VALUES, 1, 0, 7, 0))
        .hasToString("kind: 2 of 4 values seen; never: v1, v3");
    assertThat(coverage(Kind.PROPERTIES, 1, 2)).hasToString("kind: 2 of 2 properties seen");
  }

  @Test
  void addsUpOverAgentsInTheOrderOfTheDocumentation() {
    var sum = coverage(Kind.VALUES, 1, 0, 0).plus(coverage(Kind.VALUES, 2, 3, 0));
    assertThat(sum).isEqualTo(coverage(Kind.VALUES, 3, 3, 0));
    assertThat(List.copyOf(sum.seen().keySet())).isEqualTo(List.of("v0", "v1", "v2"));
  }

  private static Coverage coverage(Kind kind, long... counts) {
    Map<String, Long> seen = new LinkedHashMap<>();
    for (var count : counts) {
      seen.put("v" + seen.size(), count);
    }
    return new Coverage("things/thing.schema.json#/properties/kind/enum", kind, "kind", seen);
  }
}
