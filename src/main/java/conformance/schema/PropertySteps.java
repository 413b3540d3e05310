package conformance.schema;

import com.networknt.schema.Schema;
import conformance.schema.KeywordEvaluator.Application;
import conformance.schema.KeywordEvaluator.Proof;
import conformance.schema.KeywordEvaluator.Properties;
import conformance.schema.KeywordEvaluator.Test;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * What is done with the properties of an object. Each is looked up once, whichever of the schemas
 * and tests are about it.
 */
final class PropertySteps {
  private final Member[] members;
  private final Provable[] provable;

  /**
   * A property.
   *
   * @param name interned, as the names that are read are
   * @param step what is done with its value
   * @param counters the numbers to count it by
   */
  private record Member(String name, Step step, int[] counters) {}

  /**
   * A test that has to be made only where the names that an object has do not prove it met.
   *
   * @param members the numbers of those that the proof is about
   */
  private record Provable(Proof proof, int[] members, Step test) {

    boolean isProved(JsonNode[] values, int size) {
      var found = 0;
      for (var member : members) {
        found += values[member] == null ? 0 : 1;
      }
      return proof.holds(found, size);
    }
  }

  /**
   * Gathers what is about the properties of one object.
   *
   * @param tests those that names can prove
   * @param keywords each {@code properties}
   */
  PropertySteps(List<Test> tests, List<Properties> keywords) {
    var schemas = new LinkedHashMap<String, List<Supplier<Schema>>>();
    keywords.forEach(
        keyword ->
            keyword.byName().forEach((name, property) -> at(schemas, name).add(property::schema)));
    tests.forEach(test -> test.proof().orElseThrow().names().forEach(it -> at(schemas, it)));
    this.members =
        schemas.entrySet().stream()
            .map(it -> member(it.getKey().intern(), it.getValue(), keywords))
            .toArray(Member[]::new);
    var order = List.copyOf(schemas.keySet());
    this.provable = tests.stream().map(it -> provable(it, order)).toArray(Provable[]::new);
  }

  private static List<Supplier<Schema>> at(
      Map<String, List<Supplier<Schema>>> schemas, String name) {
    return schemas.computeIfAbsent(name, any -> new ArrayList<>());
  }

  private static Member member(
      String name, List<Supplier<Schema>> schemas, List<Properties> keywords) {
    return new Member(
        name,
        schemas.isEmpty() ? Step.NOTHING : new SubschemaStep(new Application(schemas)),
        keywords.stream()
            .flatMap(it -> Optional.ofNullable(it.byName().get(name)).stream())
            .flatMapToInt(it -> Arrays.stream(it.counters()))
            .toArray());
  }

  private static Provable provable(Test test, List<String> order) {
    var proof = test.proof().orElseThrow();
    return new Provable(
        proof,
        proof.names().stream().mapToInt(order::indexOf).toArray(),
        test.steps().get(ValueType.OBJECT));
  }

  void take(Evaluation evaluation, JsonNode object) {
    var values = new JsonNode[members.length];
    for (var i = 0; i < values.length; i++) {
      values[i] = object.get(members[i].name);
    }
    for (var each : provable) {
      if (!each.isProved(values, object.size())) {
        each.test.take(evaluation, object);
      }
    }
    for (var i = 0; i < values.length; i++) {
      if (values[i] != null) {
        evaluation.count(members[i].counters);
        evaluation.down(members[i].name);
        members[i].step.take(evaluation, values[i]);
        evaluation.up();
      }
    }
  }
}
