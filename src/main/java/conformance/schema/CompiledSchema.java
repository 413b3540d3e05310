package conformance.schema;

import conformance.schema.KeywordEvaluator.Properties;
import conformance.schema.KeywordEvaluator.Test;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** All that is done with one value: by a schema, and by those that it applies to the same value. */
final class CompiledSchema implements Step {
  /** By the type of the value. */
  private final Course[] courses;

  private final PropertySteps members;

  /**
   * What is done with values of one type.
   *
   * @param rules the numbers of those that each such value puts to the test
   */
  private record Course(int[] rules, Step[] steps) {
    void take(Evaluation evaluation, JsonNode value) {
      for (var step : steps) {
        step.take(evaluation, value);
      }
    }
  }

  CompiledSchema(List<Test> tests, List<Properties> keywords) {
    this.courses =
        Arrays.stream(ValueType.values()).map(type -> course(type, tests)).toArray(Course[]::new);
    this.members =
        new PropertySteps(tests.stream().filter(it -> it.proof().isPresent()).toList(), keywords);
  }

  private static Course course(ValueType type, List<Test> tests) {
    var applying = tests.stream().filter(it -> it.steps().containsKey(type)).toList();
    return new Course(
        applying.stream().flatMapToInt(it -> Arrays.stream(it.rules())).toArray(),
        applying.stream()
            .filter(it -> it.proof().isEmpty())
            .map(it -> it.steps().get(type))
            .filter(it -> it != NOTHING)
            .toArray(Step[]::new));
  }

  @Override
  public void take(Evaluation evaluation, JsonNode value) {
    var type = ValueType.of(value);
    var course = courses[type.ordinal()];
    evaluation.count(course.rules);
    if (type != ValueType.OBJECT) {
      course.take(evaluation, value);
      return;
    }
    var around = evaluation.enter(value);
    course.take(evaluation, value);
    members.take(evaluation, value);
    evaluation.enter(around);
  }
}
