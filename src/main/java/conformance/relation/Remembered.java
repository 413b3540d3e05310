package conformance.relation;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;

/**
 * The values of an item, packed: as nodes they would be twenty objects, and to keep those of a long
 * list alive takes a quarter of the time of reading it.
 *
 * @param plain texts and integers, and what the others are
 * @param others the other values, as they are
 */
record Remembered(long index, byte[] plain, List<JsonNode> others) {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** A char takes up three bytes at most, and a text that is packed 65,535. */
  private static final int LONGEST = 65_535 / 3;

  private static final int MISSING = 0;
  private static final int TEXT = 1;
  private static final int INTEGER = 2;
  private static final int OTHER = 3;

  /** Packs values, one item after the other. */
  static final class Packing {
    private final ByteArrayOutputStream plain = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(plain);

    Remembered pack(long index, JsonNode[] values) {
      plain.reset();
      var others = new ArrayList<JsonNode>(0);
      try {
        for (var value : values) {
          Remembered.pack(value, out, others);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return new Remembered(index, plain.toByteArray(), List.copyOf(others));
    }
  }

  private static void pack(JsonNode value, DataOutputStream out, List<JsonNode> others)
      throws IOException {
    if (value.isMissingNode()) {
      out.writeByte(MISSING);
    } else if (value.isString() && value.asString().length() <= LONGEST) {
      out.writeByte(TEXT);
      out.writeUTF(value.asString());
    } else if (Numbers.isLong(value)) {
      out.writeByte(INTEGER);
      out.writeLong(value.longValue());
    } else {
      out.writeByte(OTHER);
      others.add(value);
    }
  }

  /** The values, in their order. */
  List<JsonNode> values() {
    var values = new ArrayList<JsonNode>();
    var rest = others.iterator();
    try (var in = new DataInputStream(new ByteArrayInputStream(plain))) {
      for (var kind = in.read(); kind >= 0; kind = in.read()) {
        values.add(
            switch (kind) {
              case MISSING -> MissingNode.getInstance();
              case TEXT -> NODES.stringNode(in.readUTF());
              case INTEGER -> NODES.numberNode(in.readLong());
              default -> rest.next();
            });
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return values;
  }
}
