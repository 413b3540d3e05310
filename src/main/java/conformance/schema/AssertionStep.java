package conformance.schema;

import conformance.relation.Relation;
import conformance.schema.Part.Proof;
import conformance.schema.Part.Test;
import java.util.HashMap;
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
  static Optional<Function<Site, Part>> maker(String keyword) {
    var applicator = Applicator.MAKERS.get(keyword);
    if (!Assertion.ALL.containsKey(keyword) || Keywords.ofSeveral(keyword)) {
      return Optional.ofNullable(applicator);
    }
    return Optional.of(applicator == null ? AssertionStep::test : applicator);
  }

  private static Test test(Site site) {
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
      case "enum" -> Test.of(site, always(listed(site)));
      case "required" -> Test.of(site, always(site.validation())).unless(allPresent(site.demand()));
      case "unevaluatedProperties" -> Test.of(site, always(closingBooks(site.validation())));
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

  /** It comes last in its schema, and what the validator kept book of for it has then served. */
  private static Step closingBooks(Step validation) {
    return (examination, value) -> {
      validation.take(examination, value);
      examination.closeBooks();
    };
  }

  /** Also notes the values that it sees. */
  private static Step listed(Site site) {
    var texts = new HashMap<String, Integer>();
    var others = new HashMap<JsonNode, Integer>();
    for (var i = 0; i < site.demand().size(); i++) {
      var listed = site.demand().get(i);
      if (listed.isString()) {
        // Interned, as the names that are read are.
        texts.putIfAbsent(listed.asString().intern(), i);
      } else {
        others.putIfAbsent(listed, i);
      }
    }
    var validation = site.validation();
    return (examination, value) -> {
      var number = value.isString() ? texts.get(value.asString()) : others.get(value);
      if (number != null) {
        examination.see(site.list(), number);
      } else if (value.isString()) {
        site.fail(examination, value, site.keyword());
      } else {
        // Two texts are the same or not; of two numbers that look different that is not so clear.
        validation.take(examination, value);
      }
    };
  }

  /** What is wrong with each alternative is not told: none of them is demanded by itself. */
  private static Step alternatives(Site site) {
    var validation = site.validation();
    return (examination, value) -> {
      if (!examination.meets(validation, value)) {
        site.fail(examination, value, site.keyword());
      }
    };
  }

  /** Counts only what could really be compared. */
  private static Step related(Site site) {
    var comparison = Relation.ALL.get(site.keyword()).comparison().apply(site.demand());
    return (examination, value) -> {
      var judgement = comparison.judge(value, examination.object(), examination.times());
      if (judgement.isPresent()) {
        examination.count(site.rules());
        var fault = judgement.get().fault();
        if (fault.isPresent()) {
          site.fail(examination, value, fault.get());
        }
      }
    };
  }
}
