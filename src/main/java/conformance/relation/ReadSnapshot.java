package conformance.relation;

import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What is remembered of a first read, to hold a second one against it.
 *
 * <p>Memory is bounded: only the properties that a rule is about are kept, of the first {@value
 * #KEPT} items, as long as they are no more than {@value #CHARACTERS} characters in all.
 */
public final class ReadSnapshot {
  public static final int KEPT = 50_000;
  public static final int CHARACTERS = 10_000_000;

  private final Instant at;
  private final List<String> properties;
  private final SeenKeys numbers = new SeenKeys();
  private final PackedItems items = new PackedItems();
  private final BitSet taken = new BitSet();
  private long characters;
  private long unknown;
  private boolean complete;

  /**
   * An item as it was.
   *
   * @param key what identifies it
   * @param index where it stood in the list
   * @param values the properties that are compared, in their order; a missing node for one that it
   *     did not have
   */
  public record Item(String key, long index, List<JsonNode> values) {}

  /**
   * Begins to remember.
   *
   * @param at when the read began
   * @param properties the properties that are compared
   */
  public ReadSnapshot(Instant at, Set<String> properties) {
    this.at = at;
    // Interned, as the names that are read are: most comparisons then end at once.
    this.properties = properties.stream().map(String::intern).toList();
  }

  /** When the read began. */
  public Instant at() {
    return at;
  }

  /** Notes that the read came to the end of a body that was JSON throughout. */
  public void complete() {
    complete = true;
  }

  /** Whether it did. */
  public boolean isComplete() {
    return complete;
  }

  /** Remembers an item, unless there are too many, or its key has been seen before. */
  public void remember(String key, long index, JsonNode item) {
    if (items.size() == KEPT) {
      return;
    }
    var values = new JsonNode[properties.size()];
    var more = (long) key.length();
    for (var i = 0; i < values.length; i++) {
      values[i] = item.path(properties.get(i));
      more += characters(values[i]);
    }
    if (characters + more <= CHARACTERS && numbers.add(key, items.size()).isEmpty()) {
      items.add(key, index, values);
      characters += more;
    }
  }

  /** Notes an item that does not say which it is. */
  public void passUnknown() {
    unknown++;
  }

  /** How many there were that do not say which they are. */
  public long unknown() {
    return unknown;
  }

  /** How long a value is when it is written down, but for punctuation; eight for an integer. */
  private static long characters(JsonNode value) {
    if (Numbers.isLong(value)) {
      return Long.BYTES;
    }
    return switch (value.getNodeType()) {
      case STRING, NUMBER, BOOLEAN -> value.asString().length();
      case OBJECT, ARRAY -> within(value);
      default -> 0;
    };
  }

  private static long within(JsonNode container) {
    var characters = 0L;
    for (var name : container.propertyNames()) {
      characters += name.length();
    }
    for (var value : container) {
      characters += characters(value);
    }
    return characters;
  }

  /** The item with this key, once; empty if it was not there, or has been taken already. */
  public Optional<Item> take(String key) {
    var number = numbers.find(key);
    if (number.isEmpty() || taken.get(number.getAsInt())) {
      return Optional.empty();
    }
    taken.set(number.getAsInt());
    return Optional.of(item(number.getAsInt()));
  }

  /** What a property of an item was. */
  public JsonNode value(Item item, String property) {
    return item.values().get(properties.indexOf(property));
  }

  /** The items that nobody has taken. */
  public Stream<Item> left() {
    return IntStream.range(0, items.size()).filter(it -> !taken.get(it)).mapToObj(this::item);
  }

  private Item item(int number) {
    return items.get(number, properties.size());
  }
}
