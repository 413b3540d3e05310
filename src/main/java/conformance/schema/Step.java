package conformance.schema;

import tools.jackson.databind.JsonNode;

/** What is done with a value at one keyword, or at one schema. */
@FunctionalInterface
interface Step {
  Step NOTHING = (examination, value) -> {};

  void take(Examination examination, JsonNode value);
}
