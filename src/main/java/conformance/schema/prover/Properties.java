package conformance.schema.prover;

import conformance.schema.file.SchemaFiles;
import conformance.schema.keyword.Counters;
import conformance.schema.prover.AppliedSchemas.ForProperties;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The properties that the schemas of an object name, with all that applies to each. */
final class Properties {
  private final AppliedSchemas schemas;
  private final Counters counters;
  private final Map<String, Property> byName = new LinkedHashMap<>();

  /**
   * A property.
   *
   * @param counters of its occurrences
   * @param isAccepted whether the object may have it
   */
  record Property(AppliedSchemas schemas, List<Integer> counters, boolean isAccepted) {}

  Properties(AppliedSchemas schemas, Counters counters) {
    this.schemas = schemas;
    this.counters = counters;
    var names = new LinkedHashSet<String>();
    schemas.properties.forEach(it -> names.addAll(it.schema().path("properties").propertyNames()));
    schemas.names.forEach(list -> names.addAll(list.texts()));
    names.addAll(schemas.required);
    for (var conditional : schemas.conditionals) {
      names.add(conditional.property());
      for (var branch : List.of(conditional.then(), conditional.otherwise())) {
        branch.ifPresent(it -> names.addAll(it.required()));
        branch.ifPresent(it -> names.addAll(it.comparisons().keySet()));
      }
    }
    names.forEach(name -> byName.put(name, property(name)));
  }

  Map<String, Property> byName() {
    return byName;
  }

  private Property property(String name) {
    var applied = schemas.within();
    var occurrences = new ArrayList<Integer>();
    var isAccepted = true;
    for (var it : schemas.properties) {
      isAccepted &= apply(it, name, applied, occurrences);
    }
    for (var list : schemas.names) {
      var index = list.texts().indexOf(name);
      isAccepted &= index >= 0;
      if (index >= 0 && list.first() != Counters.NONE) {
        occurrences.add(list.first() + index);
      }
    }
    return new Property(applied, occurrences, isAccepted);
  }

  /** Adds what one schema says of the property; false if it forbids it. */
  private boolean apply(
      ForProperties it, String name, AppliedSchemas applied, List<Integer> occurrences) {
    var listed = it.schema().path("properties");
    if (listed.has(name)) {
      var at = SchemaFiles.below(it.location(), "properties");
      var list = counters.ofList(at);
      if (list != Counters.NONE) {
        occurrences.add(list + List.copyOf(listed.propertyNames()).indexOf(name));
      }
      applied.add(at + "/" + SchemaFiles.escape(name));
      return true;
    }
    var others = it.schema().path("additionalProperties");
    if (others.isObject()) {
      applied.add(SchemaFiles.below(it.location(), "additionalProperties"));
    }
    return !others.isBoolean() || others.asBoolean();
  }

  /** The conditions that a property decides, as bits, by text. */
  Map<String, Long> conditions(String name) {
    var conditions = new HashMap<String, Long>();
    for (var i = 0; i < schemas.conditionals.size(); i++) {
      if (schemas.conditionals.get(i).property().equals(name)) {
        for (var text : schemas.conditionals.get(i).texts()) {
          conditions.merge(text, 1L << i, (one, other) -> one | other);
        }
      }
    }
    return conditions;
  }

  /** What the object must meet: in any case, and under each condition. */
  Forms.Branch[] branches(SiblingRules rules, List<String> names) {
    if (schemas.conditionals.size() >= Long.SIZE) {
      throw new Unprovable("too many conditions");
    }
    var branches = new ArrayList<Forms.Branch>();
    var always = new ArrayList<SiblingRule>();
    byName.forEach(
        (name, property) ->
            property.schemas().comparisons.forEach(it -> always.add(rules.rule(name, it))));
    branches.add(
        new Forms.Branch(
            0,
            0,
            bits(schemas.required, names),
            rules.group(new int[0]),
            always.toArray(SiblingRule[]::new)));
    for (var i = 0; i < schemas.conditionals.size(); i++) {
      var bit = 1L << i;
      var conditional = schemas.conditionals.get(i);
      branch(conditional.then(), bit, bit, rules, names).ifPresent(branches::add);
      branch(conditional.otherwise(), bit, 0, rules, names).ifPresent(branches::add);
    }
    return branches.toArray(Forms.Branch[]::new);
  }

  private static Optional<Forms.Branch> branch(
      Optional<Conditional.Branch> branch,
      long mask,
      long met,
      SiblingRules rules,
      List<String> names) {
    return branch.map(
        it ->
            new Forms.Branch(
                mask,
                met,
                bits(it.required(), names),
                rules.group(it.counters()),
                it.comparisons().entrySet().stream()
                    .flatMap(
                        entry -> entry.getValue().stream().map(c -> rules.rule(entry.getKey(), c)))
                    .toArray(SiblingRule[]::new)));
  }

  private static long bits(Collection<String> some, List<String> names) {
    return some.stream().mapToLong(name -> 1L << names.indexOf(name)).reduce(0, (a, b) -> a | b);
  }
}
