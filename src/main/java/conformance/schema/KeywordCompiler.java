package conformance.schema;

import conformance.relation.Relation;
import conformance.schema.CompiledKeyword.CompiledAssertion;
import conformance.schema.CompiledKeyword.SkipCondition;
import conformance.schema.keyword.Assertion;
import conformance.schema.keyword.Keywords;
import conformance.schema.keyword.ValueType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Compiles assertions, and finds the compilers of applicators. */
final class KeywordCompiler {
  private static final Set<String> ALTERNATIVES = Set.of("not", "anyOf", "oneOf", "contains");

  private KeywordCompiler() {}

  /** The compiler of the keyword; empty if networknt evaluates it. */
  static Optional<Function<SchemaKeyword, CompiledKeyword>> of(String keyword) {
    var applicator = ApplicatorCompiler.COMPILERS.get(keyword);
    if (applicator != null) {
      return Optional.of(applicator);
    }
    return Assertion.ALL.containsKey(keyword) && !Keywords.spansValues(keyword)
        ? Optional.of(KeywordCompiler::assertion)
        : Optional.empty();
  }

  private static CompiledAssertion assertion(SchemaKeyword keyword) {
    var name = keyword.name();
    if (Relation.ALL.containsKey(name)) {
      return CompiledAssertion.uncounted(Assertion.ALL.get(name).appliesTo(), relation(keyword));
    }
    if (ValueKeyword.ALL.containsKey(name)) {
      return CompiledAssertion.of(keyword, ValueKeyword.ALL.get(name).steps(keyword));
    }
    if (ALTERNATIVES.contains(name)) {
      return CompiledAssertion.of(keyword, always(alternatives(keyword)));
    }
    return switch (name) {
      case "enum" -> CompiledAssertion.of(keyword, enumeration(keyword));
      case "required" ->
          CompiledAssertion.of(keyword, always(keyword.validation()))
              .unless(allPresent(keyword.value()));
      default -> CompiledAssertion.of(keyword, type -> FastPath.of(keyword, type));
    };
  }

  private static Function<ValueType, Step> always(Step step) {
    return type -> step;
  }

  private static SkipCondition allPresent(JsonNode names) {
    return new SkipCondition.HasAll(
        names.valueStream().map(JsonNode::asString).collect(Collectors.toUnmodifiableSet()));
  }

  /** {@code enum}: also counts the documented values found. */
  private static Function<ValueType, Step> enumeration(SchemaKeyword keyword) {
    var texts = EnumTexts.of(keyword.value(), keyword.list());
    Step ofTexts =
        (evaluation, value) -> {
          if (!texts.count(evaluation, value.asString())) {
            keyword.fail(evaluation, value, keyword.name());
          }
        };
    // Differing texts are unequal; numbers written differently may be equal, as networknt decides.
    var validation = keyword.validation();
    var list = List.copyOf(keyword.value().values());
    Step ofOthers =
        (evaluation, value) -> {
          var index = list.indexOf(value);
          if (index < 0) {
            validation.evaluate(evaluation, value);
          } else {
            evaluation.countValue(texts.first(), index);
          }
        };
    return type -> type == ValueType.STRING ? ofTexts : ofOthers;
  }

  /** Reports no errors of the alternatives, since none of them is required by itself. */
  private static Step alternatives(SchemaKeyword keyword) {
    var validation = keyword.validation();
    return (evaluation, value) -> {
      if (!evaluation.meets(validation, value)) {
        keyword.fail(evaluation, value, keyword.name());
      }
    };
  }

  /** Counts only values that can be compared. */
  private static Step relation(SchemaKeyword keyword) {
    var comparison = Relation.ALL.get(keyword.name()).comparison().apply(keyword.value());
    var rules = keyword.rules();
    return (evaluation, value) -> {
      var outcome = comparison.compare(value, evaluation.object(), evaluation.times());
      if (outcome.isPresent()) {
        evaluation.count(rules);
        var reason = outcome.get().reason();
        if (reason.isPresent()) {
          keyword.fail(evaluation, value, reason.get());
        }
      }
    };
  }
}
