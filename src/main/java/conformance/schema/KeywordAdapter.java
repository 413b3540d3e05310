package conformance.schema;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.path.NodePath;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * A keyword of which we make a part of our own, so that a value is put to it directly.
 *
 * <p>The validator keeps book of its way through schema and value, which on a long list costs more
 * than all else it does. Only {@code unevaluatedProperties} needs that.
 *
 * @param keyword as the validator has it; of one that it does not know, only the name
 * @param maker makes our part
 * @param counters what is counted
 */
record SteppedKeyword(
    Keyword keyword, Function<KeywordSite, KeywordEvaluator> maker, Counters counters)
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
    var site =
        new KeywordSite(getValue(), location, keywordValue, parent, context, standard, counters);
    var part = maker.apply(site);
    return new Stepped(site, part, new SubschemaStep(part));
  }

  /** The part as the validator takes it, which has come its own way to where it stands. */
  record Stepped(KeywordSite site, KeywordEvaluator part, Step alone) implements KeywordValidator {

    @Override
    public String getKeyword() {
      return site.keyword();
    }

    @Override
    public SchemaLocation getSchemaLocation() {
      return site.location();
    }

    @Override
    public void preloadSchema() {
      site.validator().ifPresent(KeywordValidator::preloadSchema);
    }

    @Override
    public void validate(ExecutionContext context, JsonNode value, JsonNode root, NodePath at) {
      var kept = context.isUnevaluatedPropertiesPresent() && Applicator.evaluates(getKeyword());
      var evaluation = (Evaluation) context;
      evaluation.take(kept ? this::keepingBooks : alone, value, root, at);
      if (getKeyword().equals("unevaluatedProperties")) {
        // It comes last in its schema, and what the validator kept book of for it has then served.
        evaluation.closeBooks();
      }
    }

    /** What {@code unevaluatedProperties} has to know only the validator keeps book of. */
    private void keepingBooks(Evaluation evaluation, JsonNode value) {
      var around = evaluation.object();
      part.count(evaluation, value);
      if (value.isObject()) {
        evaluation.enter(value);
      }
      site.validation().take(evaluation, value);
      evaluation.enter(around);
    }
  }
}
