package conformance.schema;

import com.networknt.schema.Schema;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.path.NodePath;
import conformance.schema.Applicator.Step;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Puts a value to each keyword of a schema. */
final class Descent implements Step {
  private final Supplier<Schema> supplier;
  private volatile Step step;

  /** Takes a schema that is asked for late, since schemas may refer to each other in a circle. */
  Descent(Supplier<Schema> supplier) {
    this.supplier = supplier;
  }

  @Override
  public void take(Examination examination, JsonNode value, JsonNode root, NodePath at) {
    if (step == null) {
      step = step(supplier.get());
    }
    step.take(examination, value, root, at);
  }

  private static Step step(Schema schema) {
    if (schema.getSchemaNode().has("unevaluatedProperties")) {
      return schema::validate;
    }
    var keywords = schema.getValidators().toArray(KeywordValidator[]::new);
    return (examination, value, root, at) -> {
      for (var keyword : keywords) {
        keyword.validate(examination, value, root, at);
      }
    };
  }
}
