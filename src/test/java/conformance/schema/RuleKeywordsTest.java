package conformance.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The keyword that defines each rule; editions are compared by these. */
class RuleKeywordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"type\": \"object\" | type: type \"object\"",
        "\"properties\": {\"a\": {\"enum\": [1, \"b\"]}} | properties/a/enum: enum [1,\"b\"]",
        "\"required\": [\"a\", \"b/~\"] | required/a: required \"a\"; required/b~1~0: required \"b/~\"",
        "\"allOf\": [{\"minLength\": 2}] | allOf/0/minLength: minLength 2",
        "\"items\": {\"properties\": {\"a\": true}}, \"x-unique-by\": \"a\" | x-unique-by: x-unique-by \"a\"",
        "\"items\": {\"properties\": {\"a\": true}}, \"x-unique-by\": [\"a\"] | x-unique-by/a: x-unique-by \"a\"",
        "\"properties\": {\"a\": {\"x-constant\": true}} | properties/a/x-constant: x-constant true",
      })
  void tellsTheKeywordThatARuleWasMadeOf(String keywords, String ruleKeywords) {
    var told =
        SmallSchema.of(keywords, Map.of()).ruleKeywords().stream()
            .map(
                it ->
                    "%s: %s %s"
                        .formatted(
                            it.rule().id().replaceFirst(".*#/", ""), it.keyword(), it.value()));
    assertThat(told).containsExactly(ruleKeywords.split("; "));
  }
}
