package conformance.schema;

import tools.jackson.databind.JsonNode;

/** Receives the items of a body after each has been examined by itself. */
interface ItemSink {
  /** Accepts the next item, or the whole value of a body that is no list. */
  void accept(JsonNode item, long index);

  /** Called when the body was read to its end and, if documented as an array, was one. */
  void end();
}
