package conformance.schema.prover;

import conformance.schema.file.SchemaFiles;
import conformance.schema.keyword.Counters;
import conformance.schema.prover.AppliedSchemas.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.Named;

/** Compiles the schemas that apply to a value, and to those within it. */
final class Compiler {
  private static final int MOST_NAMES = Long.SIZE;
  private final Counters counters;
  private final List<String> compared;
  private int siblings;

  /** Groups of counters, by number. */
  private final List<int[]> groups = new ArrayList<>();

  /** What the object around a value wants to know of it. */
  private record Wanted(
      List<Integer> counters, int sibling, int age, int compared, Map<String, Long> conditions) {
    static final Wanted NOTHING =
        new Wanted(List.of(), Forms.NONE, Forms.NONE, Forms.NONE, Map.of());
  }

  /**
   * A compiled item.
   *
   * @param siblings how many values rules between properties need
   * @param compared names of the properties that are compared with other items or reads
   * @param groups of counters, by number
   */
  record Item(Forms.Members members, int siblings, List<String> compared, int[][] groups) {}

  Compiler(SchemaFiles files, Counters counters, Set<String> compared) {
    this.counters = counters;
    this.compared = List.copyOf(new TreeSet<>(compared));
  }

  /** Compiles the schemas of an item, which must be an object. */
  Item item(AppliedSchemas schemas) {
    var members = members(schemas, List.of(), compared);
    if (members == null || !schemas.comparisons.isEmpty()) {
      throw new Unprovable("no object");
    }
    return new Item(members, siblings, compared, groups.toArray(int[][]::new));
  }

  private Forms.Value value(AppliedSchemas schemas, Wanted wanted) {
    // Only texts are listed, and only texts and integers are kept for a comparison.
    var isListed = !schemas.listed.isEmpty();
    var isOther = !isListed && wanted.compared() == Forms.NONE;
    return new Forms.Value(
        isOther ? counters(schemas, "null", Type.NULL, wanted) : Forms.NONE,
        isOther ? counters(schemas, "boolean", Type.BOOLEAN, wanted) : Forms.NONE,
        isListed ? null : whole(schemas, wanted),
        text(schemas, wanted),
        isOther ? items(schemas, wanted) : null,
        isOther ? members(schemas, wanted.counters(), List.of()) : null);
  }

  /** The group of counters for a value of a type; NONE if it must not have that type. */
  private int counters(AppliedSchemas schemas, String name, Type type, Wanted wanted) {
    return schemas.types.contains(name) ? counters(schemas, type, wanted.counters()) : Forms.NONE;
  }

  private int counters(AppliedSchemas schemas, Type type, List<Integer> more) {
    var all = new ArrayList<>(more);
    all.addAll(schemas.rules(type));
    return group(all.stream().mapToInt(Integer::intValue).toArray());
  }

  private int group(int[] members) {
    groups.add(members);
    return groups.size() - 1;
  }

  private Forms.Whole whole(AppliedSchemas schemas, Wanted wanted) {
    var own = counters(schemas, "integer", Type.INTEGER, wanted);
    return own == Forms.NONE
        ? null
        : new Forms.Whole(own, schemas.min, schemas.max, wanted.sibling(), wanted.compared());
  }

  private Forms.Text text(AppliedSchemas schemas, Wanted wanted) {
    var own = counters(schemas, "string", Type.STRING, wanted);
    return own == Forms.NONE
        ? null
        : new Forms.Text(
            own,
            schemas.leastChars,
            schemas.mostChars,
            schemas.patterns.toArray(TextPattern[]::new),
            schemas.isDateTime,
            schemas.hasCallingCode,
            listed(schemas, wanted.conditions()),
            wanted.sibling(),
            wanted.age(),
            wanted.compared());
  }

  /** The texts that mean something; null if there are none. */
  private ListedTexts listed(AppliedSchemas schemas, Map<String, Long> conditions) {
    var texts = new TreeSet<>(conditions.keySet());
    texts.addAll(schemas.excluded);
    schemas.listed.forEach(list -> texts.addAll(list.texts()));
    var listed = new HashMap<String, ListedTexts.Listed>();
    for (var text : texts) {
      var accepted =
          !schemas.excluded.contains(text)
              && schemas.listed.stream().allMatch(list -> list.texts().contains(text));
      listed.put(
          text,
          new ListedTexts.Listed(
              text,
              accepted,
              group(documented(schemas.listed, text)),
              conditions.getOrDefault(text, 0L)));
    }
    return texts.isEmpty() ? null : ListedTexts.of(listed, schemas.listed.isEmpty());
  }

  private static int[] documented(List<AppliedSchemas.Documented> lists, String text) {
    return lists.stream()
        .filter(list -> list.first() != Counters.NONE && list.texts().contains(text))
        .mapToInt(list -> list.first() + list.texts().indexOf(text))
        .toArray();
  }

  /** Items of which nothing is demanded. */
  private Forms.Value scalars() {
    var none = group(new int[0]);
    return new Forms.Value(
        none,
        none,
        new Forms.Whole(none, Long.MIN_VALUE, Long.MAX_VALUE, Forms.NONE, Forms.NONE),
        new Forms.Text(
            none,
            0,
            Integer.MAX_VALUE,
            new TextPattern[0],
            false,
            false,
            null,
            Forms.NONE,
            Forms.NONE,
            Forms.NONE),
        null,
        null);
  }

  private Forms.Items items(AppliedSchemas schemas, Wanted wanted) {
    var own = counters(schemas, "array", Type.ARRAY, wanted);
    if (own == Forms.NONE) {
      return null;
    }
    if (schemas.items.isEmpty()) {
      return new Forms.Items(own, schemas.leastItems, schemas.mostItems, scalars());
    }
    var each = schemas.within();
    schemas.items.forEach(each::add);
    if (!each.comparisons.isEmpty()) {
      throw new Unprovable("a comparison of the items of an array");
    }
    return new Forms.Items(own, schemas.leastItems, schemas.mostItems, value(each, Wanted.NOTHING));
  }

  /** Compiles an object; null if none is proven. */
  private Forms.Members members(AppliedSchemas schemas, List<Integer> more, List<String> compared) {
    var properties = new Properties(schemas, counters);
    var names = List.copyOf(properties.byName().keySet());
    if (!schemas.types.contains("object") || names.isEmpty() || !schemas.listed.isEmpty()) {
      return null;
    }
    if (names.size() > MOST_NAMES || names.contains("")) {
      throw new Unprovable("more properties than a matcher of names takes, or one without a name");
    }
    var rules = new SiblingRules(siblings, this::group);
    var branches = properties.branches(rules, names);
    siblings = rules.next();
    var values = new Forms.Value[names.size()];
    for (var i = 0; i < values.length; i++) {
      var property = properties.byName().get(names.get(i));
      if (property.isAccepted()) {
        values[i] =
            value(
                property.schemas(),
                new Wanted(
                    property.counters(),
                    rules.valueOf(names.get(i)),
                    rules.ageOf(names.get(i)),
                    compared.indexOf(names.get(i)),
                    properties.conditions(names.get(i))));
      }
    }
    return new Forms.Members(
        counters(schemas, Type.OBJECT, more),
        new JsonFactory()
            .constructNameMatcher(names.stream().map(Named::fromString).toList(), false),
        values,
        rules.numbers(),
        branches);
  }
}
