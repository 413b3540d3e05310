package conformance.edition;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.Basis;
import conformance.contract.Contract;
import conformance.contract.Level;
import conformance.contract.Rule;
import conformance.contract.Source;
import conformance.schema.RuleKeyword;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.IntNode;

/** Which rules of two editions match. */
class ComparisonTest {

  @Test
  void knowsARuleByItsAddressWithinTheFolder() {
    var edition = edition("old", List.of(rule("old/openapi.yaml#all/200/status", "status")));
    assertThat(edition.keywords()).containsOnlyKeys("openapi.yaml#all/200/status");
  }

  @Test
  void putsRulesOfTheSameAddressTogether() {
    assertThat(
            differences(
                edition("old", List.of(rule("old/openapi.yaml#all/200/status", "status"))),
                edition("new", List.of(rule("new/openapi.yaml#all/200/status", "HTTP status")))))
        .containsExactly("changed new/openapi.yaml#all/200/status");
  }

  @Test
  void putsARuleThatHasMovedToItsSubjectAndKeyword() {
    assertThat(
            differences(
                edition("old", List.of(), keywordValue("old/a#/x/maximum", "x", "maximum")),
                edition("new", List.of(), keywordValue("new/b#/x/maximum", "x", "maximum"))))
        .containsExactly("unchanged new/b#/x/maximum");
  }

  @Test
  void doesNotPutTogetherWhatOnlyHasTheSubjectOrTheKeywordInCommon() {
    assertThat(
            differences(
                edition("old", List.of(), keywordValue("old/a#/x/minimum", "x", "minimum")),
                edition(
                    "new",
                    List.of(),
                    keywordValue("new/b#/x/maximum", "x", "maximum"),
                    keywordValue("new/b#/y/minimum", "y", "minimum"))))
        .containsExactly(
            "added new/b#/x/maximum", "added new/b#/y/minimum", "removed old/a#/x/minimum");
  }

  @Test
  void doesNotPutTogetherRulesOnHttpThatHaveMoved() {
    assertThat(
            differences(
                edition("old", List.of(rule("old/openapi.yaml#all/200/status", "status"))),
                edition("new", List.of(rule("new/openapi.yaml#one/200/status", "status")))))
        .containsExactly(
            "added new/openapi.yaml#one/200/status", "removed old/openapi.yaml#all/200/status");
  }

  @Test
  void takesARuleThatHasMovedOnce() {
    assertThat(
            differences(
                edition("old", List.of(), keywordValue("old/a#/x/type", "x", "type")),
                edition(
                    "new",
                    List.of(),
                    keywordValue("new/b#/x/type", "x", "type"),
                    keywordValue("new/c#/x/type", "x", "type"))))
        .containsExactly("unchanged new/b#/x/type", "added new/c#/x/type");
  }

  private static Stream<String> differences(Edition before, Edition after) {
    return Comparison.of(before, after).differences().stream()
        .map(it -> it.kind() + " " + it.rule().id());
  }

  private static Edition edition(String name, List<Rule> rules, RuleKeyword... keywords) {
    return Edition.of(new Contract(name, "", "", List.of()), rules, List.of(keywords));
  }

  private static RuleKeyword keywordValue(String id, String subject, String keyword) {
    return new RuleKeyword(rule(id, subject), keyword, IntNode.valueOf(1));
  }

  private static Rule rule(String id, String subject) {
    var source = new Source("Made up", Basis.STATED);
    return new Rule(
        id, Level.MUST, source, "Kind", subject, subject + " is right", "what is right");
  }
}
