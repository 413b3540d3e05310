package conformance.json;

import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;

/**
 * Examines the items of one list by their tokens, without a tree. It vouches for an item that meets
 * every rule, or gives up; then the item is read as a tree.
 */
public interface ItemScanner {
  /**
   * Scans an object, from the parser's current token on.
   *
   * @return true, at the object's end, if every rule is met; false, anywhere within it, if the
   *     scanner gives up
   */
  boolean scan(JsonParser parser);

  /** How many objects the object that was scanned last has, itself included. */
  int objects();

  /** How many strings and names it has. */
  int strings();

  /** Counts what was examined in it. */
  void count();

  /** How often a counter was counted, in all items. */
  long counted(int counter);

  /** One of its properties that are compared with other items or reads; missing if it has none. */
  JsonNode value(String property);

  /** What makes scanners; shared by all bodies of a kind. */
  @FunctionalInterface
  interface Factory {
    /**
     * A scanner for one body.
     *
     * @param now when the response was generated, if known
     */
    ItemScanner scanner(Optional<Instant> now);
  }
}
