package conformance.schema;

import conformance.relation.Relation;
import java.util.HashMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
    return Optional.of(site -> new Part.Test(step(site, applicator)));
  }

  private static Step step(Site site, Function<Site, Part> applicator) {
    var keyword = site.keyword();
    if (applicator != null) {
      return counted(site, ((Part.Test) applicator.apply(site)).step());
    }
    if (Relation.ALL.containsKey(keyword)) {
      return related(site);
    }
    if (ValueKeyword.ALL.containsKey(keyword)) {
      return counted(site, ValueKeyword.ALL.get(keyword).step(site));
    }
    if (ALTERNATIVES.contains(keyword)) {
      return counted(site, alternatives(site));
    }
    return switch (keyword) {
      case "enum" -> listed(site);
      case "unevaluatedProperties" -> closingBooks(site);
      default -> glanced(site);
    };
  }

  /** Counts how often a value is put to the test. */
  private static Step counted(Site site, Step judging) {
    var appliesTo = Assertion.ALL.get(site.keyword()).appliesTo();
    var rules = site.rules();
    return (examination, value) -> {
      if (appliesTo.test(value)) {
        examination.examined(rules);
        judging.take(examination, value);
      }
    };
  }

  private static Step glanced(Site site) {
    var look = Glance.of(site.keyword(), site.demand());
    var validation = site.validation();
    var rules = site.rules();
    return (examination, value) -> {
      var glance = look.at(value, examination.times());
      if (glance != Glance.UNTESTED) {
        examination.examined(rules);
      }
      if (glance == Glance.FAILS) {
        site.fail(examination, value, site.keyword());
      } else if (glance == Glance.UNCLEAR) {
        validation.take(examination, value);
      }
    };
  }

  /** It comes last in its schema, and what the validator kept book of for it has then served. */
  private static Step closingBooks(Site site) {
    var step = glanced(site);
    return (examination, value) -> {
      step.take(examination, value);
      examination.closeBooks();
    };
  }

  /** Also notes the values that it sees. */
  private static Step listed(Site site) {
    var location = site.location().toString();
    var texts = new HashMap<String, Integer>();
    var others = new HashMap<JsonNode, Integer>();
    var size = site.demand().size();
    for (var i = 0; i < size; i++) {
      var listed = site.demand().get(i);
      if (listed.isString()) {
        texts.putIfAbsent(listed.asString(), i);
      } else {
        others.putIfAbsent(listed, i);
      }
    }
    var validation = site.validation();
    var rules = site.rules();
    return (examination, value) -> {
      examination.examined(rules);
      var number = value.isString() ? texts.get(value.asString()) : others.get(value);
      if (number != null) {
        examination.seen(location, size)[number]++;
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
        examination.examined(site.rules());
        judgement.get().fault().ifPresent(it -> site.fail(examination, value, it));
      }
    };
  }
}
