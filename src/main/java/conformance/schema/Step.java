package conformance.schema;

import tools.jackson.databind.JsonNode;

/** What is done with a value at one keyword, or at one schema. */
@FunctionalInterface
interface Step {
  Step NOTHING = (examination, value) -> {};

  /** Leaves the value to a schema, or a keyword, of the validator. */
  static Step of(com.networknt.schema.Validator judge) {
    return (examination, value) ->
        judge.validate(examination, value, examination.root(), examination.at());
  }

  void take(Evaluation examination, JsonNode value);
}
