package conformance.schema;

import conformance.contract.Rule;
import tools.jackson.databind.JsonNode;

/**
 * A rule with the keyword that it was made of.
 *
 * @param rule the rule
 * @param keyword name of the keyword, such as {@code enum}
 * @param value what the keyword is set to; of {@code required} the one name that the rule is about
 */
public record RuleKeyword(Rule rule, String keyword, JsonNode value) {}
