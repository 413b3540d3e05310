package conformance.schema;

import conformance.relation.Relation;
import conformance.schema.KeywordEvaluator.Proof;
import conformance.schema.KeywordEvaluator.Test;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Makes parts of the keywords that demand something of a value. */
final class AssertionStep {
  private static final Set<String> ALTERNATIVES = Set.of("not", "anyOf", "oneOf", "contains");

  private AssertionStep() {}

  /** What makes a part of the keyword; empty for those that are left to the validator. */
  static Optional<Function<KeywordSite, KeywordEvaluator>> maker(String keyword) {
    var applicator = Applicator.MAKERS.get(keyword);
    if (applicator != null) {
      return Optional.of(applicator);
    }
    return Assertion.ALL.containsKey(keyword) && !Keywords.ofSeveral(keyword)
        ? Optional.of(AssertionStep::test)
        : Optional.empty();
  }

  private static Test test(KeywordSite site) {
    var keyword = site.keyword();
    if (Relation.ALL.containsKey(keyword)) {
      return Test.uncounted(Assertion.ALL.get(keyword).appliesTo(), related(site));
    }
    if (ValueKeyword.ALL.containsKey(keyword)) {
      return Test.of(site, ValueKeyword.ALL.get(keyword).steps(site));
    }
    if (ALTERNATIVES.contains(keyword)) {
      return Test.of(site, always(alternatives(site)));
    }
    return switch (keyword) {
      case "enum" -> Test.of(site, listed(site));
      case "required" ->
          Test.of(site, always(site.validation())).unless(allPresent(site.keywordValue()));
      default -> Test.of(site, type -> Shortcut.of(site, type));
    };
  }

  private static Function<ValueType, Step> always(Step step) {
    return type -> step;
  }

  private static Proof allPresent(JsonNode names) {
    return new Proof.AllOf(
        names.valueStream().map(JsonNode::asString).collect(Collectors.toUnmodifiableSet()));
  }

  /** Also notes the values that it sees. */
  private static Function<ValueType, Step> listed(KeywordSite site) {
    var texts = TextList.of(site.keywordValue(), site.list());
    Step ofTexts =
        (evaluation, value) -> {
          if (!texts.sees(evaluation, value.asString())) {
            site.fail(evaluation, value, site.keyword());
          }
        };
    // Two texts are the same or not; of two numbers that look different that is not so clear.
    var validation = site.validation();
    var list = List.copyOf(site.keywordValue().values());
    Step ofOthers =
        (evaluation, value) -> {
          var number = list.indexOf(value);
          if (number < 0) {
            validation.take(evaluation, value);
          } else {
            evaluation.see(texts.first(), number);
          }
        };
    return type -> type == ValueType.STRING ? ofTexts : ofOthers;
  }

  /** What is wrong with each alternative is not told: none of them is demanded by itself. */
  private static Step alternatives(KeywordSite site) {
    var validation = site.validation();
    return (evaluation, value) -> {
      if (!evaluation.meets(validation, value)) {
        site.fail(evaluation, value, site.keyword());
      }
    };
  }

  /** Counts only what could really be compared. */
  private static Step related(KeywordSite site) {
    var comparison = Relation.ALL.get(site.keyword()).comparison().apply(site.keywordValue());
    var rules = site.rules();
    return (evaluation, value) -> {
      var judgement = comparison.judge(value, evaluation.object(), evaluation.times());
      if (judgement.isPresent()) {
        evaluation.count(rules);
        var fault = judgement.get().fault();
        if (fault.isPresent()) {
          site.fail(evaluation, value, fault.get());
        }
      }
    };
  }
}
