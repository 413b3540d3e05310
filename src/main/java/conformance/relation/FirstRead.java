package conformance.relation;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What is remembered of a first read, to hold a second one against it.
 *
 * <p>Memory is bounded: only the properties that a rule is about are kept, of the first {@value
 * #KEPT} items, and of fewer if they hold more than {@value #CHARACTERS} characters.
 */
public final class FirstRead {
  public static final int KEPT = 50_000;
  public static final int CHARACTERS = 20_000_000;

  private final Instant at;
  private final Set<String> properties;
  private long characters;
  private final Map<String, Item> items = new LinkedHashMap<>();

  /**
   * An item as it was.
   *
   * @param key what identifies it
   * @param index where it stood in the list
   * @param values the properties that are compared
   */
  public record Item(String key, long index, JsonNode values) {}

  /**
   * Begins to remember.
   *
   * @param at when the read began
   * @param properties the properties that are compared
   */
  public FirstRead(Instant at, Set<String> properties) {
    this.at = at;
    this.properties = Set.copyOf(properties);
  }

  /** When the read began. */
  public Instant at() {
    return at;
  }

  /** Remembers an item, unless there are too many, or its key has been seen before. */
  public void remember(String key, long index, JsonNode item) {
    if (items.size() < KEPT && !items.containsKey(key)) {
      var values = JsonNodeFactory.instance.objectNode();
      properties.stream()
          .filter(item::has)
          .forEach(property -> values.set(property, item.get(property)));
      characters += key.length();
      values.forEach(value -> characters += length(value));
      if (characters <= CHARACTERS) {
        items.put(key, new Item(key, index, values));
      }
    }
  }

  private static int length(JsonNode value) {
    return value.isString() ? value.asString().length() : value.toString().length();
  }

  /** The item with this key, once; empty if it was not there, or has been taken already. */
  public Optional<Item> take(String key) {
    return Optional.ofNullable(items.remove(key));
  }

  /** The items that nobody has taken. */
  public Collection<Item> left() {
    return items.values();
  }
}
