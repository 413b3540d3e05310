package conformance.schema;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.KeywordValidator;
import conformance.schema.keyword.Counters;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A keyword as it occurs in a schema.
 *
 * @param parent the schema that contains it
 * @param validator networknt's implementation; empty for keywords it does not know
 */
record SchemaKeyword(
    String name,
    SchemaLocation location,
    JsonNode value,
    Schema parent,
    SchemaContext context,
    Optional<KeywordValidator> validator,
    Counters counters) {

  /** The counter indexes of the keyword's rules. */
  int[] rules() {
    return counters.ofRules(location.toString());
  }

  /** The counter index of the first documented value, or {@link Counters#NONE}. */
  int list() {
    return counters.ofList(location.toString());
  }

  /** Delegates to networknt. */
  Step validation() {
    return Step.of(validator.orElseThrow());
  }

  /** The schema that is the value of the sibling keyword {@code name}. */
  Optional<Schema> sibling(String name) {
    return Optional.ofNullable(parent.getSchemaNode().get(name))
        .map(node -> context.newSchema(parent.getSchemaLocation().append(name), node, parent));
  }

  /** A subschema of this keyword. */
  Schema subschema(String name, JsonNode schema) {
    return context.newSchema(location.append(name), schema, parent);
  }

  /** The keyword's value as a schema. */
  Schema valueSchema() {
    return context.newSchema(location, value, parent);
  }

  /** Records an error at {@code instance}, with its reason. */
  void fail(Evaluation evaluation, JsonNode instance, String reason) {
    evaluation.fail(() -> error(evaluation, instance).messageSupplier(() -> reason).build());
  }

  /** Records an error about a property name of {@code object}. */
  void failName(Evaluation evaluation, JsonNode object, String property) {
    evaluation.fail(() -> error(evaluation, object).property(property).build());
  }

  private Error.Builder error(Evaluation evaluation, JsonNode instance) {
    return Error.builder()
        .keyword(name)
        .instanceNode(instance)
        .instanceLocation(evaluation.at())
        .schemaLocation(location);
  }
}
