package conformance.schema;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.path.NodePath;
import conformance.schema.keyword.Counters;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * Makes networknt evaluate a keyword by our own {@link CompiledKeyword}.
 *
 * <p>networknt tracks evaluation paths and annotations, which on a long list costs more than the
 * rest of its work. Only {@code unevaluatedProperties} needs them.
 *
 * @param keyword networknt's implementation; for a keyword it does not know, only the name
 */
record KeywordAdapter(
    Keyword keyword, Function<SchemaKeyword, CompiledKeyword> compiler, Counters counters)
    implements Keyword {

  @Override
  public String getValue() {
    return keyword.getValue();
  }

  @Override
  public KeywordValidator newValidator(
      SchemaLocation location, JsonNode keywordValue, Schema parent, SchemaContext context)
      throws Exception {
    var standard =
        Optional.ofNullable(keyword.newValidator(location, keywordValue, parent, context));
    var schemaKeyword =
        new SchemaKeyword(getValue(), location, keywordValue, parent, context, standard, counters);
    var compiled = compiler.apply(schemaKeyword);
    return new AdaptedValidator(schemaKeyword, compiled, new LazySchema(compiled));
  }

  /** The adapted keyword; {@code step} evaluates it without annotations. */
  record AdaptedValidator(SchemaKeyword keyword, CompiledKeyword compiled, Step step)
      implements KeywordValidator {

    @Override
    public String getKeyword() {
      return keyword.name();
    }

    @Override
    public SchemaLocation getSchemaLocation() {
      return keyword.location();
    }

    @Override
    public void preloadSchema() {
      keyword.validator().ifPresent(KeywordValidator::preloadSchema);
    }

    @Override
    public void validate(ExecutionContext context, JsonNode value, JsonNode root, NodePath at) {
      var annotated =
          context.isUnevaluatedPropertiesPresent() && ApplicatorCompiler.evaluates(getKeyword());
      var evaluation = (Evaluation) context;
      evaluation.evaluate(annotated ? this::withAnnotations : step, value, root, at);
      if (getKeyword().equals("unevaluatedProperties")) {
        // It is evaluated last in its schema, so that its annotations are no longer needed.
        evaluation.clearAnnotations();
      }
    }

    /** Lets networknt collect the annotations that {@code unevaluatedProperties} reads. */
    private void withAnnotations(Evaluation evaluation, JsonNode value) {
      var outer = evaluation.object();
      compiled.count(evaluation, value);
      if (value.isObject()) {
        evaluation.enter(value);
      }
      keyword.validation().evaluate(evaluation, value);
      evaluation.enter(outer);
    }
  }
}
