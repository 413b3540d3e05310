package conformance.schema.prover;

import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;

/** The values of the item scanned last that are compared with other items or reads. */
final class ComparedValues {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private enum Kind {
    MISSING,
    NUMBER,
    TEXT
  }

  private final List<String> names;
  private final Kind[] kinds;

  /** Numbers, or the starts of texts. */
  private final long[] values;

  private final int[] lengths;

  /** Those that were asked for; others are null. */
  private final JsonNode[] nodes;

  private char[] texts = new char[256];
  private int end;

  ComparedValues(List<String> names) {
    this.names = names;
    this.kinds = new Kind[names.size()];
    this.values = new long[names.size()];
    this.lengths = new int[names.size()];
    this.nodes = new JsonNode[names.size()];
    clear();
  }

  void clear() {
    Arrays.fill(kinds, Kind.MISSING);
    Arrays.fill(nodes, null);
    end = 0;
  }

  void set(int number, long value) {
    kinds[number] = Kind.NUMBER;
    values[number] = value;
  }

  /** Copies a text. */
  void set(int number, char[] text, int start, int length) {
    if (texts.length - end < length) {
      texts = Arrays.copyOf(texts, 2 * (end + length));
    }
    System.arraycopy(text, start, texts, end, length);
    kinds[number] = Kind.TEXT;
    values[number] = end;
    lengths[number] = length;
    end += length;
  }

  /** The value of a property; missing if the item has none. */
  JsonNode get(String name) {
    var number = names.indexOf(name);
    if (number < 0) {
      throw new IllegalArgumentException("not compared: " + name);
    }
    if (nodes[number] == null) {
      nodes[number] = node(number);
    }
    return nodes[number];
  }

  private JsonNode node(int number) {
    var value = values[number];
    return switch (kinds[number]) {
      case MISSING -> MissingNode.getInstance();
      case NUMBER -> value == (int) value ? NODES.numberNode((int) value) : NODES.numberNode(value);
      case TEXT -> NODES.stringNode(new String(texts, (int) value, lengths[number]));
    };
  }
}
