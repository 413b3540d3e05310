package conformance.schema;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.AbstractKeywordValidator;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.keyword.RefValidator;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A keyword that applies other schemas, by going to their keywords directly.
 *
 * <p>The validator keeps book of its way through the schema, which on a long list costs more than
 * all else it does. Only {@code unevaluatedProperties} needs that, and then its own keyword does
 * the work.
 *
 * @param keyword the validator's own
 * @param maker makes what to do of what the keyword is set to
 */
record Applicator(Keyword keyword, Maker maker) implements Keyword {
  private static final Step NOTHING = (examination, value, root, at) -> {};

  /** How these keywords are applied. {@code $ref} by another name is {@code x-advice}. */
  static final Map<String, Maker> MAKERS =
      Map.of(
          "properties", Applicator::properties,
          "additionalProperties", Applicator::others,
          "$ref", Applicator::reference,
          "x-advice", Applicator::reference,
          "allOf", Applicator::all,
          "if", Applicator::condition);

  /** Applies what has been made of a keyword. */
  @FunctionalInterface
  interface Step {
    void take(Examination examination, JsonNode value, JsonNode root, NodePath at);
  }

  @FunctionalInterface
  interface Maker {
    Step make(Site site, KeywordValidator validator);
  }

  /** Where a keyword stands. */
  record Site(SchemaLocation location, JsonNode demand, Schema parent, SchemaContext context) {
    /** What the keyword {@code name} beside this one applies. */
    Step beside(String name) {
      var schema = parent.getSchemaNode().get(name);
      return schema == null
          ? NOTHING
          : into(context.newSchema(parent.getSchemaLocation().append(name), schema, parent));
    }

    /** What stands below this keyword. */
    Step below(String name, JsonNode schema) {
      return into(context.newSchema(location.append(name), schema, parent));
    }
  }

  private record Member(String name, Step step) {}

  @Override
  public String getValue() {
    return keyword.getValue();
  }

  @Override
  public KeywordValidator newValidator(
      SchemaLocation location, JsonNode demand, Schema parent, SchemaContext context)
      throws Exception {
    var validator = keyword.newValidator(location, demand, parent, context);
    var step = maker.make(new Site(location, demand, parent, context), validator);
    var entering = getValue().equals("properties");
    return new AbstractKeywordValidator(this, demand, location) {
      @Override
      public void validate(ExecutionContext execution, JsonNode value, JsonNode root, NodePath at) {
        var examination = (Examination) execution;
        var around = entering ? examination.enter(value) : examination.object();
        if (!entering && execution.isUnevaluatedPropertiesPresent()) {
          validator.validate(execution, value, root, at);
        } else {
          step.take(examination, value, root, at);
        }
        examination.enter(around);
      }

      @Override
      public void preloadSchema() {
        validator.preloadSchema();
      }
    };
  }

  private static Step into(Schema schema) {
    var node = schema.getSchemaNode();
    return node.isBoolean() && node.booleanValue() ? NOTHING : new Descent(() -> schema);
  }

  private static Step properties(Site site, KeywordValidator validator) {
    var location = site.location().toString();
    var members =
        site.demand().properties().stream()
            .map(it -> new Member(it.getKey(), site.below(it.getKey(), it.getValue())))
            .toArray(Member[]::new);
    return (examination, value, root, at) -> {
      var present = examination.present(location, members.length);
      var books = examination.isUnevaluatedPropertiesPresent();
      for (var i = 0; i < members.length; i++) {
        var it = value.get(members[i].name());
        if (it != null) {
          present[i]++;
          if (!books) {
            members[i].step().take(examination, it, root, at.append(members[i].name()));
          }
        }
      }
      if (books) {
        validator.validate(examination, value, root, at);
      }
    };
  }

  private static Step others(Site site, KeywordValidator validator) {
    var schema = site.parent().getSchemaNode();
    if (schema.has("patternProperties")) {
      return validator::validate;
    }
    var known = Set.copyOf(schema.path("properties").propertyNames());
    if (site.demand().isBoolean()) {
      return (examination, value, root, at) -> {
        if (!known.containsAll(value.propertyNames())) {
          validator.validate(examination, value, root, at);
        }
      };
    }
    var other = into(site.context().newSchema(site.location(), site.demand(), site.parent()));
    return (examination, value, root, at) -> {
      for (var it : value.properties()) {
        if (!known.contains(it.getKey())) {
          other.take(examination, it.getValue(), root, at.append(it.getKey()));
        }
      }
    };
  }

  private static Step reference(Site site, KeywordValidator validator) {
    return new Descent(((RefValidator) validator).getSchemaRef()::getSchema);
  }

  private static Step all(Site site, KeywordValidator validator) {
    var steps = new ArrayList<Step>();
    for (var i = 0; i < site.demand().size(); i++) {
      steps.add(site.below(Integer.toString(i), site.demand().get(i)));
    }
    return (examination, value, root, at) ->
        steps.forEach(step -> step.take(examination, value, root, at));
  }

  private static Step condition(Site site, KeywordValidator validator) {
    var condition = site.beside("if");
    var then = site.beside("then");
    var otherwise = site.beside("else");
    return (examination, value, root, at) -> {
      var found = examination.getErrors();
      List<Error> unmet = new ArrayList<>(0);
      examination.setErrors(unmet);
      examination.suppose();
      condition.take(examination, value, root, at);
      examination.concluded();
      examination.setErrors(found);
      (unmet.isEmpty() ? then : otherwise).take(examination, value, root, at);
    };
  }
}
