package conformance.schema;

import tools.jackson.databind.JsonNode;

/** What is done with a value at one keyword, or at one schema. */
@FunctionalInterface
interface Step {
  Step NOTHING = (evaluation, value) -> {};

  /** Leaves the value to a schema, or a keyword, of the validator. */
  static Step of(com.networknt.schema.Validator judge) {
    return (evaluation, value) ->
        judge.validate(evaluation, value, evaluation.root(), evaluation.at());
  }

  void take(Evaluation evaluation, JsonNode value);
}
