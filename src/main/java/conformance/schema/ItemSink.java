package conformance.schema;

import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Receives the items of a body after each has been examined by itself. */
interface ItemSink {
  /**
   * Accepts the next item, or the whole value of a body that is no list.
   *
   * @param item its properties by name; a missing node for one that it has not
   */
  void accept(Function<String, JsonNode> item, long index);

  /** Called when the body was read to its end and, if documented as an array, was one. */
  void end();
}
