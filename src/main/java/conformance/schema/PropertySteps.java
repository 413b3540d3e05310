package conformance.schema;

import com.networknt.schema.Schema;
import conformance.schema.CompiledKeyword.CompiledAssertion;
import conformance.schema.CompiledKeyword.InPlace;
import conformance.schema.CompiledKeyword.Properties;
import conformance.schema.CompiledKeyword.SkipCondition;
import conformance.schema.keyword.ValueType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * The evaluation of an object's properties; each is looked up once for all schemas and assertions.
 */
final class PropertySteps {
  private final PropertyStep[] properties;
  private final SkippableAssertion[] skippable;

  /**
   * A property.
   *
   * @param name interned, as parsed names are
   * @param counters the counter indexes of its occurrences
   */
  private record PropertyStep(String name, Step step, int[] counters) {}

  /**
   * An assertion to evaluate only if the property names do not already show that it is met.
   *
   * @param properties indexes of the properties in the skip condition
   */
  private record SkippableAssertion(SkipCondition skipCondition, int[] properties, Step step) {

    boolean isSkipped(JsonNode[] values, int size) {
      var found = 0;
      for (var property : properties) {
        found += values[property] == null ? 0 : 1;
      }
      return skipCondition.holds(found, size);
    }
  }

  /**
   * Merges what applies to the same property.
   *
   * @param assertions those with a skip condition
   * @param keywords every {@code properties}
   */
  PropertySteps(List<CompiledAssertion> assertions, List<Properties> keywords) {
    var schemas = new LinkedHashMap<String, List<Supplier<Schema>>>();
    keywords.forEach(
        keyword ->
            keyword.byName().forEach((name, property) -> at(schemas, name).add(property::schema)));
    assertions.forEach(
        assertion ->
            assertion.skipCondition().orElseThrow().names().forEach(name -> at(schemas, name)));
    this.properties =
        schemas.entrySet().stream()
            .map(entry -> propertyStep(entry.getKey().intern(), entry.getValue(), keywords))
            .toArray(PropertyStep[]::new);
    var order = List.copyOf(schemas.keySet());
    this.skippable =
        assertions.stream()
            .map(assertion -> skippable(assertion, order))
            .toArray(SkippableAssertion[]::new);
  }

  private static List<Supplier<Schema>> at(
      Map<String, List<Supplier<Schema>>> schemas, String name) {
    return schemas.computeIfAbsent(name, any -> new ArrayList<>());
  }

  private static PropertyStep propertyStep(
      String name, List<Supplier<Schema>> schemas, List<Properties> keywords) {
    return new PropertyStep(
        name,
        schemas.isEmpty() ? Step.NOTHING : new LazySchema(new InPlace(schemas)),
        keywords.stream()
            .flatMap(keyword -> Optional.ofNullable(keyword.byName().get(name)).stream())
            .flatMapToInt(property -> Arrays.stream(property.counters()))
            .toArray());
  }

  private static SkippableAssertion skippable(CompiledAssertion assertion, List<String> order) {
    var skipCondition = assertion.skipCondition().orElseThrow();
    return new SkippableAssertion(
        skipCondition,
        skipCondition.names().stream().mapToInt(order::indexOf).toArray(),
        assertion.steps().get(ValueType.OBJECT));
  }

  void evaluate(Evaluation evaluation, JsonNode object) {
    var values = new JsonNode[properties.length];
    for (var i = 0; i < values.length; i++) {
      values[i] = object.get(properties[i].name);
    }
    for (var assertion : skippable) {
      if (!assertion.isSkipped(values, object.size())) {
        assertion.step.evaluate(evaluation, object);
      }
    }
    for (var i = 0; i < values.length; i++) {
      if (values[i] != null) {
        evaluation.count(properties[i].counters);
        evaluation.push(properties[i].name);
        properties[i].step.evaluate(evaluation, values[i]);
        evaluation.pop();
      }
    }
  }
}
