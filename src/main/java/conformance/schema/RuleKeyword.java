package conformance.schema;

import conformance.contract.Rule;
import tools.jackson.databind.JsonNode;

/**
 * A rule with the keyword that defines it.
 *
 * @param keyword name of the keyword, such as {@code enum}
 * @param value the keyword's value; for {@code required}, the one name that the rule is about
 */
public record RuleKeyword(Rule rule, String keyword, JsonNode value) {}
