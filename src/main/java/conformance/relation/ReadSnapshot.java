package conformance.relation;

import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A snapshot of a first read, for comparison with a second one.
 *
 * <p>Memory is bounded: it keeps only properties that a rule is about, of the first {@value #KEPT}
 * items, up to {@value #CHARACTERS} characters in all.
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
   * An item of the first read.
   *
   * @param key what identifies it
   * @param index in the list
   * @param values the compared properties; a missing node for an absent one
   */
  public record Item(String key, long index, List<JsonNode> values) {}

  /**
   * An empty snapshot.
   *
   * @param at when the read began
   * @param properties the properties to compare
   */
  public ReadSnapshot(Instant at, Set<String> properties) {
    this.at = at;
    // Interned, as parsed names are: most comparisons then end at once.
    this.properties = properties.stream().map(String::intern).toList();
  }

  /** When the read began. */
  public Instant at() {
    return at;
  }

  /** Marks the snapshot complete: the body was read to its end, and was JSON. */
  public void complete() {
    complete = true;
  }

  public boolean isComplete() {
    return complete;
  }

  /**
   * Adds an item, unless the snapshot is full or has the key.
   *
   * @param item its properties by name; it is not asked for them if the snapshot is full
   */
  public void remember(String key, long index, Function<String, JsonNode> item) {
    if (items.size() == KEPT) {
      return;
    }
    var values = new JsonNode[properties.size()];
    var added = (long) key.length();
    for (var i = 0; i < values.length; i++) {
      values[i] = item.apply(properties.get(i));
      added += characters(values[i]);
    }
    if (characters + added <= CHARACTERS && numbers.add(key, items.size()).isEmpty()) {
      items.add(key, index, values);
      characters += added;
    }
  }

  /** Counts an item without a key. */
  public void passUnknown() {
    unknown++;
  }

  /** How many items had no key. */
  public long unknown() {
    return unknown;
  }

  /** The length of a value as JSON, without punctuation; eight for an integer. */
  private static long characters(JsonNode value) {
    if (Numbers.isLong(value)) {
      return Long.BYTES;
    }
    return switch (value.getNodeType()) {
      case STRING, NUMBER, BOOLEAN -> value.asString().length();
      case OBJECT, ARRAY -> childCharacters(value);
      default -> 0;
    };
  }

  private static long childCharacters(JsonNode container) {
    var characters = 0L;
    for (var name : container.propertyNames()) {
      characters += name.length();
    }
    for (var value : container) {
      characters += characters(value);
    }
    return characters;
  }

  /** Takes the item with this key; empty if there is none, or it was taken before. */
  public Optional<Item> take(String key) {
    var number = numbers.find(key);
    if (number.isEmpty() || taken.get(number.getAsInt())) {
      return Optional.empty();
    }
    taken.set(number.getAsInt());
    return Optional.of(item(number.getAsInt()));
  }

  /** The value of a compared property. */
  public JsonNode value(Item item, String property) {
    return item.values().get(properties.indexOf(property));
  }

  /** The items that were not taken. */
  public Stream<Item> left() {
    return IntStream.range(0, items.size())
        .filter(number -> !taken.get(number))
        .mapToObj(this::item);
  }

  private Item item(int number) {
    return items.get(number, properties.size());
  }
}
