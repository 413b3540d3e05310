package conformance.schema;

import conformance.schema.CompiledKeyword.CompiledAssertion;
import conformance.schema.CompiledKeyword.Properties;
import conformance.schema.keyword.ValueType;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A schema compiled together with the schemas it applies in place. */
final class CompiledSchema implements Step {
  /** Indexed by {@link ValueType}. */
  private final TypedSteps[] stepsByType;

  private final PropertySteps properties;

  /** The steps for values of one type, and the counter indexes of the rules that apply to it. */
  private record TypedSteps(int[] rules, Step[] steps) {
    void evaluate(Evaluation evaluation, JsonNode value) {
      for (var step : steps) {
        step.evaluate(evaluation, value);
      }
    }
  }

  CompiledSchema(List<CompiledAssertion> assertions, List<Properties> keywords) {
    this.stepsByType =
        Arrays.stream(ValueType.values())
            .map(type -> stepsFor(type, assertions))
            .toArray(TypedSteps[]::new);
    this.properties =
        new PropertySteps(
            assertions.stream().filter(assertion -> assertion.skipCondition().isPresent()).toList(),
            keywords);
  }

  private static TypedSteps stepsFor(ValueType type, List<CompiledAssertion> assertions) {
    var applying =
        assertions.stream().filter(assertion -> assertion.steps().containsKey(type)).toList();
    return new TypedSteps(
        applying.stream().flatMapToInt(assertion -> Arrays.stream(assertion.rules())).toArray(),
        applying.stream()
            .filter(assertion -> assertion.skipCondition().isEmpty())
            .map(assertion -> assertion.steps().get(type))
            .filter(step -> step != NOTHING)
            .toArray(Step[]::new));
  }

  @Override
  public void evaluate(Evaluation evaluation, JsonNode value) {
    var type = ValueType.of(value);
    var typedSteps = stepsByType[type.ordinal()];
    evaluation.count(typedSteps.rules);
    if (type != ValueType.OBJECT) {
      typedSteps.evaluate(evaluation, value);
      return;
    }
    var outer = evaluation.enter(value);
    typedSteps.evaluate(evaluation, value);
    properties.evaluate(evaluation, value);
    evaluation.enter(outer);
  }
}
