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
 * Items, packed one after the other: as nodes each would be twenty objects, and to keep those of a
 * long list alive takes a quarter of the time of reading it.
 */
final class PackedItems {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** In bytes. An item that is longer has a chunk of its own. */
  private static final int CHUNK = 64 * 1024;

  /** Of a value, its kind and its length or the value of an integer, in bytes. */
  private static final int HEAD = 1 + Long.BYTES;

  private static final byte MISSING = 0;
  private static final byte TEXT = 1;
  private static final byte INTEGER = 2;
  private static final byte OTHER = 3;

  private final List<ByteBuffer> chunks = new ArrayList<>();
  private ByteBuffer chunk = ByteBuffer.allocate(0);

  /** Values that are neither Latin-1 texts nor integers of 64 bits, as they are. */
  private final List<JsonNode> others = new ArrayList<>();

  /** Of each item, the number of its chunk, and where in it the item begins. */
  private int[] places = new int[32];

  private int size;

  int size() {
    return size;
  }

  /** Adds an item. */
  void add(String key, long index, JsonNode[] values) {
    var room = Long.BYTES + HEAD + key.length();
    for (var value : values) {
      room += HEAD + (value.isString() ? value.asString().length() : 0);
    }
    if (chunk.remaining() < room) {
      chunk = ByteBuffer.allocate(Math.max(room, CHUNK));
      chunks.add(chunk);
    }
    if (places.length == 2 * size) {
      places = Arrays.copyOf(places, 2 * places.length);
    }
    places[2 * size] = chunks.size() - 1;
    places[2 * size + 1] = chunk.position();
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
    var latin = text.getBytes(StandardCharsets.ISO_8859_1);
    if (text(latin).equals(text)) {
      chunk.put(TEXT).putInt(latin.length).put(latin);
    } else {
      putOther(NODES.stringNode(text));
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
   * The item that was added as the {@code number}th, from 0 on.
   *
   * @param values how many it has
   */
  ReadSnapshot.Item get(int number, int values) {
    var in = chunks.get(places[2 * number]).duplicate().position(places[2 * number + 1]);
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
