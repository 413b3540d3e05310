package conformance.schema;

import com.networknt.schema.Schema;
import com.networknt.schema.keyword.KeywordValidator;
import conformance.schema.CompiledKeyword.AdditionalProperties;
import conformance.schema.CompiledKeyword.CompiledAssertion;
import conformance.schema.CompiledKeyword.InPlace;
import conformance.schema.CompiledKeyword.Properties;
import conformance.schema.keyword.ValueType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Compiles a keyword or schema, with all it applies in place, when it is first evaluated. */
final class LazySchema implements Step {
  private final CompiledKeyword compiled;
  private volatile CompiledSchema schema;

  /** Compilation has to wait: references may be circular. */
  LazySchema(CompiledKeyword compiled) {
    this.compiled = compiled;
  }

  LazySchema(Schema schema) {
    this(new InPlace(List.of(() -> schema)));
  }

  @Override
  public void evaluate(Evaluation evaluation, JsonNode value) {
    if (schema == null) {
      var compiler = new Compiler();
      compiler.add(compiled);
      schema = compiler.compile();
    }
    schema.evaluate(evaluation, value);
  }

  /** Collects the keywords, visiting each schema once. */
  private static final class Compiler {
    private final Set<String> added = new HashSet<>();
    private final List<CompiledAssertion> assertions = new ArrayList<>();
    private final List<Properties> keywords = new ArrayList<>();

    /** Schemas of additional properties, by the names of the listed properties. */
    private final Map<Set<String>, List<Supplier<Schema>>> additional = new LinkedHashMap<>();

    CompiledSchema compile() {
      additional.forEach(
          (known, schemas) ->
              assertions.add(
                  AdditionalProperties.applying(known, new LazySchema(new InPlace(schemas)))));
      return new CompiledSchema(assertions, keywords);
    }

    void add(Schema schema) {
      var acceptsAll = schema.getSchemaNode().asBoolean(false);
      if (acceptsAll || !added.add(schema.getSchemaLocation().toString())) {
        return;
      }
      if (schema.getSchemaNode().has("unevaluatedProperties")) {
        assertions.add(CompiledAssertion.uncounted(ValueType.ANY, Step.of(schema)));
      } else {
        schema.getValidators().forEach(this::add);
      }
    }

    private void add(KeywordValidator validator) {
      if (validator instanceof KeywordAdapter.AdaptedValidator adapted) {
        add(adapted.compiled());
      } else {
        assertions.add(CompiledAssertion.uncounted(ValueType.ANY, Step.of(validator)));
      }
    }

    void add(CompiledKeyword compiled) {
      if (compiled instanceof InPlace inPlace) {
        inPlace.schemas().forEach(schema -> add(schema.get()));
      } else if (compiled instanceof Properties properties) {
        keywords.add(properties);
      } else if (compiled instanceof AdditionalProperties others) {
        additional.computeIfAbsent(others.known(), any -> new ArrayList<>()).add(others::schema);
      } else if (compiled instanceof CompiledAssertion assertion) {
        assertions.add(assertion);
      }
    }
  }
}
