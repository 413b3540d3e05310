package conformance.relation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;

/**
 * Items, packed into byte buffers: as a tree, each is about twenty objects, and keeping those of a
 * long list alive takes a quarter of the time of reading it.
 */
final class PackedItems {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** In bytes. A longer item has a chunk of its own. */
  private static final int CHUNK = 64 * 1024;

  /** The most bytes that a value takes besides its text: its kind, and its length or integer. */
  private static final int HEAD = 1 + Long.BYTES;

  private static final byte MISSING = 0;
  private static final byte TEXT = 1;
  private static final byte INTEGER = 2;
  private static final byte OTHER = 3;

  private final List<ByteBuffer> chunks = new ArrayList<>();
  private ByteBuffer chunk = ByteBuffer.allocate(0);

  /** Values that are neither Latin-1 texts nor 64-bit integers. */
  private final List<JsonNode> others = new ArrayList<>();

  /** For each item, the index of its chunk and its offset in it. */
  private int[] offsets = new int[32];

  private int size;

  int size() {
    return size;
  }

  void add(String key, long index, JsonNode[] values) {
    var length = Long.BYTES + HEAD + key.length();
    for (var value : values) {
      length += HEAD + (value.isString() ? value.asString().length() : 0);
    }
    if (chunk.remaining() < length) {
      chunk = ByteBuffer.allocate(Math.max(length, CHUNK));
      chunks.add(chunk);
    }
    if (offsets.length == 2 * size) {
      offsets = Arrays.copyOf(offsets, 2 * offsets.length);
    }
    offsets[2 * size] = chunks.size() - 1;
    offsets[2 * size + 1] = chunk.position();
    size++;
    chunk.putLong(index);
    putText(key);
    for (var value : values) {
      put(value);
    }
  }

  private void put(JsonNode value) {
    if (value.isMissingNode()) {
      chunk.put(MISSING);
    } else if (value.isString()) {
      putText(value.asString());
    } else if (Numbers.isLong(value)) {
      chunk.put(INTEGER).putLong(value.longValue());
    } else {
      putOther(value);
    }
  }

  private void putText(String text) {
    var length = text.length();
    var start = chunk.position() + 1 + Integer.BYTES;
    var bytes = chunk.array();
    var all = 0;
    for (var i = 0; i < length; i++) {
      all |= text.charAt(i);
      bytes[start + i] = (byte) text.charAt(i);
    }
    if (all > 0xFF) {
      putOther(NODES.stringNode(text));
    } else {
      chunk.put(TEXT).putInt(length).position(start + length);
    }
  }

  private static String text(byte[] latin) {
    return new String(latin, StandardCharsets.ISO_8859_1);
  }

  private void putOther(JsonNode value) {
    chunk.put(OTHER).putInt(others.size());
    others.add(value);
  }

  /**
   * The item at {@code number}, in the order of addition.
   *
   * @param values how many values it has
   */
  ReadSnapshot.Item get(int number, int values) {
    var in = chunks.get(offsets[2 * number]).duplicate().position(offsets[2 * number + 1]);
    var index = in.getLong();
    var key = next(in).asString();
    var read = new ArrayList<JsonNode>();
    for (var i = 0; i < values; i++) {
      read.add(next(in));
    }
    return new ReadSnapshot.Item(key, index, read);
  }

  private JsonNode next(ByteBuffer in) {
    var kind = in.get();
    return switch (kind) {
      case MISSING -> MissingNode.getInstance();
      case INTEGER -> NODES.numberNode(in.getLong());
      case OTHER -> others.get(in.getInt());
      default -> {
        var latin = new byte[in.getInt()];
        in.get(latin);
        yield NODES.stringNode(text(latin));
      }
    };
  }
}
