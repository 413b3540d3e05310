package conformance.schema;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.KeywordValidator;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Where a keyword stands.
 *
 * @param keyword its name
 * @param location its address
 * @param keywordValue what it is set to
 * @param parent the schema that it is a part of
 * @param validator what the validator makes of it; empty if the validator does not know it
 * @param counters what is counted
 */
record KeywordSite(
    String keyword,
    SchemaLocation location,
    JsonNode keywordValue,
    Schema parent,
    SchemaContext context,
    Optional<KeywordValidator> validator,
    Counters counters) {

  /** The numbers of the rules that it is, to count them by. */
  int[] rules() {
    return counters.ofRules(location.toString());
  }

  /** The number of the first value that it lists, or {@link Counters#NONE}. */
  int list() {
    return counters.ofList(location.toString());
  }

  /** Leaves the value to the validator. */
  Step validation() {
    return Step.of(validator.orElseThrow());
  }

  /** The schema that the keyword {@code name} beside this one is set to. */
  Optional<Schema> beside(String name) {
    return Optional.ofNullable(parent.getSchemaNode().get(name))
        .map(it -> context.newSchema(parent.getSchemaLocation().append(name), it, parent));
  }

  /** A schema that stands below this keyword. */
  Schema below(String name, JsonNode schema) {
    return context.newSchema(location.append(name), schema, parent);
  }

  /** The schema that this keyword is set to. */
  Schema set() {
    return context.newSchema(location, keywordValue, parent);
  }

  /** Notes that the value does not meet the keyword, with the reason in words. */
  void fail(Evaluation evaluation, JsonNode value, String reason) {
    evaluation.fail(() -> error(evaluation, value).messageSupplier(() -> reason).build());
  }

  /** Notes that a name in the object does not meet the keyword. */
  void failName(Evaluation evaluation, JsonNode object, String name) {
    evaluation.fail(() -> error(evaluation, object).property(name).build());
  }

  private Error.Builder error(Evaluation evaluation, JsonNode value) {
    return Error.builder()
        .keyword(keyword)
        .instanceNode(value)
        .instanceLocation(evaluation.at())
        .schemaLocation(location);
  }
}
