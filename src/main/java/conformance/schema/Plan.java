package conformance.schema;

import com.networknt.schema.Schema;
import conformance.schema.Part.Application;
import conformance.schema.Part.Properties;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * All that is done with one value: by a schema, and by those that it applies to the same value.
 *
 * <p>Each property is looked up once, whichever of the schemas are about it.
 */
final class Plan implements Step {
  private static final long[][] NONE = {};

  private final Step[] tests;
  private final Member[] members;
  private final Properties[] keywords;

  /**
   * A property.
   *
   * @param name interned, as the names that are read are
   * @param step what is done with its value
   * @param keywords the numbers of the keywords that list it
   * @param numbers its number in each of these
   */
  private record Member(String name, Step step, int[] keywords, int[] numbers) {}

  Plan(List<Step> tests, List<Properties> keywords) {
    this.tests = tests.toArray(Step[]::new);
    this.keywords = keywords.toArray(Properties[]::new);
    var schemas = new LinkedHashMap<String, List<Supplier<Schema>>>();
    keywords.forEach(
        it ->
            it.schemas()
                .forEach(
                    (name, schema) ->
                        schemas.computeIfAbsent(name, any -> new ArrayList<>()).add(() -> schema)));
    this.members =
        schemas.entrySet().stream()
            .map(it -> member(it.getKey().intern(), it.getValue()))
            .toArray(Member[]::new);
  }

  private Member member(String name, List<Supplier<Schema>> schemas) {
    var listing = new ArrayList<Integer>();
    var numbers = new ArrayList<Integer>();
    for (var i = 0; i < keywords.length; i++) {
      var number = List.copyOf(keywords[i].schemas().keySet()).indexOf(name);
      if (number >= 0) {
        listing.add(i);
        numbers.add(number);
      }
    }
    return new Member(name, new Descent(new Application(schemas)), ints(listing), ints(numbers));
  }

  private static int[] ints(List<Integer> list) {
    return list.stream().mapToInt(Integer::intValue).toArray();
  }

  @Override
  public void take(Examination examination, JsonNode value) {
    for (var test : tests) {
      test.take(examination, value);
    }
    if (members.length > 0 && value.isObject()) {
      var around = examination.enter(value);
      takeMembers(examination, value);
      examination.enter(around);
    }
  }

  private void takeMembers(Examination examination, JsonNode object) {
    // Of what is on trial nobody asks.
    var present = examination.onTrial() ? NONE : present(examination);
    for (var member : members) {
      var value = object.get(member.name);
      if (value != null) {
        for (var i = 0; i < member.keywords.length && present != NONE; i++) {
          present[member.keywords[i]][member.numbers[i]]++;
        }
        examination.down(member.name);
        member.step.take(examination, value);
        examination.up();
      }
    }
  }

  private long[][] present(Examination examination) {
    var present = new long[keywords.length][];
    for (var i = 0; i < present.length; i++) {
      present[i] = examination.present(keywords[i].location(), keywords[i].schemas().size());
    }
    return present;
  }
}
