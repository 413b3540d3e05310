package conformance.schema;

import tools.jackson.databind.JsonNode;

/** What becomes of the items of a body when each has been judged by itself. */
interface ItemSink {
  /** Takes the next item; the whole value of a body that is no list. */
  void take(JsonNode item, long index);

  /** Is told that the body was read to its end, and held what is documented to hold the items. */
  void end();
}
