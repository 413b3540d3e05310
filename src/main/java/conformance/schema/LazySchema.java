package conformance.schema;

import com.networknt.schema.Schema;
import com.networknt.schema.keyword.KeywordValidator;
import conformance.schema.KeywordEvaluator.Application;
import conformance.schema.KeywordEvaluator.Others;
import conformance.schema.KeywordEvaluator.Properties;
import conformance.schema.KeywordEvaluator.Test;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Puts a value to a part of a schema, and to all that this applies to the same value. */
final class SubschemaStep implements Step {
  private final KeywordEvaluator part;
  private volatile CompiledSchema plan;

  /** Makes its plan when it is needed, since schemas may refer to each other in a circle. */
  SubschemaStep(KeywordEvaluator part) {
    this.part = part;
  }

  /** Puts a value to a whole schema. */
  SubschemaStep(Schema schema) {
    this(new Application(List.of(() -> schema)));
  }

  @Override
  public void take(Evaluation evaluation, JsonNode value) {
    if (plan == null) {
      var draft = new Draft();
      draft.add(part);
      plan = draft.plan();
    }
    plan.take(evaluation, value);
  }

  /** Gathers it, each schema once. */
  private static final class Draft {
    private final Set<String> added = new HashSet<>();
    private final List<Test> tests = new ArrayList<>();
    private final List<Properties> keywords = new ArrayList<>();

    /** Those for the same properties, by the names of those that they are not for. */
    private final Map<Set<String>, List<Supplier<Schema>>> others = new LinkedHashMap<>();

    CompiledSchema plan() {
      others.forEach(
          (known, schemas) ->
              tests.add(Others.applying(known, new SubschemaStep(new Application(schemas)))));
      return new CompiledSchema(tests, keywords);
    }

    void add(Schema schema) {
      var demandsNothing = schema.getSchemaNode().asBoolean(false);
      if (demandsNothing || !added.add(schema.getSchemaLocation().toString())) {
        return;
      }
      if (schema.getSchemaNode().has("unevaluatedProperties")) {
        tests.add(Test.uncounted(ValueType.ANY, Step.of(schema)));
      } else {
        schema.getValidators().forEach(this::add);
      }
    }

    private void add(KeywordValidator validator) {
      if (validator instanceof SteppedKeyword.Stepped stepped) {
        add(stepped.part());
      } else {
        tests.add(Test.uncounted(ValueType.ANY, Step.of(validator)));
      }
    }

    void add(KeywordEvaluator part) {
      if (part instanceof Application it) {
        it.schemas().forEach(schema -> add(schema.get()));
      } else if (part instanceof Properties it) {
        keywords.add(it);
      } else if (part instanceof Others it) {
        others.computeIfAbsent(it.known(), any -> new ArrayList<>()).add(it::schema);
      } else if (part instanceof Test it) {
        tests.add(it);
      }
    }
  }
}
