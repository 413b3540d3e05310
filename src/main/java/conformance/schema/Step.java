package conformance.schema;

import tools.jackson.databind.JsonNode;

/** The evaluation of a keyword or schema against a value. */
@FunctionalInterface
interface Step {
  Step NOTHING = (evaluation, value) -> {};

  /** Delegates to a schema or keyword of networknt's. */
  static Step of(com.networknt.schema.Validator validator) {
    return (evaluation, value) ->
        validator.validate(evaluation, value, evaluation.root(), evaluation.at());
  }

  void evaluate(Evaluation evaluation, JsonNode value);
}
