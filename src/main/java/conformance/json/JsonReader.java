package conformance.json;

import conformance.json.JsonError.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a JSON text value by value, holding no more than the value asked for.
 *
 * <p>Every jsonError is told to a listener with its place. A jsonError in the encoding, a duplicate
 * name or an outsized number does not end the reading; one in the grammar does, and its place is
 * then the whole text, since nothing inside a text that is no JSON can be pointed at.
 */
public final class JsonReader implements AutoCloseable {
  /** Deeper nesting is not read: nothing that is documented comes near it. */
  public static final int MAX_DEPTH = 200;

  /** A longer string is not read, in characters; nor is a longer name, in bytes. */
  public static final int MAX_STRING = 10_000_000;

  /** A number with more digits, or a larger exponent, is not read. */
  public static final int MAX_NUMBER = 10_000;

  /** An item, or a body that is no array, with more values in it is not read further. */
  public static final int MAX_VALUES = 50_000;

  /** Nor is a longer one, in bytes; how much longer depends on how the text comes in. */
  public static final int MAX_ITEM = 50_000_000;

  private static final int HEAD = 120;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(MAX_STRING)
                  .maxNameLength(MAX_STRING)
                  .maxNumberLength(MAX_NUMBER)
                  .build())
          // Told at its place, so that what comes after it can still be judged.
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          // Schemas look properties up all the time: equal names are then the same.
          .enable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
          // Else a second byte order mark would be taken for a first.
          .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
          .build();

  private final Consumer<JsonError> jsonErrors;
  private final byte[] head;
  private final Utf8Stream text;
  private final JsonParser parser;
  private long objects;
  private long strings;
  private int values;
  private long began;
  private boolean ended;

  /**
   * Opens the text and goes to its first value.
   *
   * @throws UnreadableException if there is no value in it, or it is not UTF-8 at all
   * @throws IOException if the stream breaks off
   */
  public JsonReader(InputStream body, Consumer<JsonError> jsonErrors)
      throws IOException, UnreadableException {
    this.jsonErrors = jsonErrors;
    this.head = body.readNBytes(HEAD);
    var marked = Encoding.marked(head);
    var start = new ByteArrayInputStream(head, marked ? 3 : 0, head.length);
    this.text = new Utf8Stream(new SequenceInputStream(start, body));
    this.parser = FACTORY.createParser(ObjectReadContext.empty(), text);
    if (marked) {
      tell(new JsonError(Kind.BYTE_ORDER_MARK, "", "EF BB BF", "a byte order mark is in front"));
    }
    var foreign = Encoding.foreign(head);
    if (foreign.isPresent()) {
      throw stop(
          new JsonError(
              Kind.ENCODING, "", foreign.get(), "the body is " + foreign.get() + ", not UTF-8"));
    }
    if (advance() == null) {
      throw stop(JsonErrors.empty(head.length));
    }
  }

  /** Whether the value that the reader stands at is an array. */
  public boolean atArray() {
    return parser.currentToken() == JsonToken.START_ARRAY;
  }

  /** Goes to the next item of the array that the reader stands in. False at its end. */
  public boolean nextItem() throws IOException, UnreadableException {
    return advance() != JsonToken.END_ARRAY;
  }

  /** Reads the value that the reader stands at, whole. */
  public JsonNode value() throws IOException, UnreadableException {
    values = 0;
    began = text.bytes();
    try {
      return read(parser.currentToken());
    } catch (JacksonException e) {
      throw stop(e);
    }
  }

  private JsonNode read(JsonToken token) throws UnreadableException {
    tellMalformed();
    if (++values > MAX_VALUES) {
      throw stop(JsonErrors.tooLarge(location(), MAX_VALUES, "values"));
    }
    if (text.bytes() - began > MAX_ITEM) {
      throw stop(JsonErrors.tooLarge(location(), MAX_ITEM, "bytes"));
    }
    return switch (token) {
      case START_OBJECT -> object();
      case START_ARRAY -> array();
      case VALUE_STRING -> string();
      case VALUE_NUMBER_INT -> integer();
      case VALUE_NUMBER_FLOAT -> decimal();
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_NULL -> NODES.nullNode();
      default -> throw new IllegalStateException("no value: " + token);
    };
  }

  /** Demands that nothing comes after the value that was read last. */
  public void end() throws IOException, UnreadableException {
    ended = true;
    if (advance() != null) {
      throw stop(JsonErrors.second(text.positions().of(parser.currentTokenLocation())));
    }
  }

  /** How many objects have been read. */
  public long objects() {
    return objects;
  }

  /** How many strings and names have been read. */
  public long strings() {
    return strings;
  }

  private ObjectNode object() throws UnreadableException {
    var object = NODES.objectNode();
    objects++;
    for (var name = parser.nextName(); name != null; name = parser.nextName()) {
      strings++;
      var value = read(parser.nextToken());
      var before = object.replace(name, value);
      if (before != null) {
        tell(JsonErrors.duplicate(location(), name, before, value));
      }
    }
    return object;
  }

  private ArrayNode array() throws UnreadableException {
    var array = NODES.arrayNode();
    for (var it = parser.nextToken(); it != JsonToken.END_ARRAY; it = parser.nextToken()) {
      array.add(read(it));
    }
    return array;
  }

  private JsonNode string() {
    var string = NODES.stringNode(parser.getString());
    strings++;
    tellMalformed();
    return string;
  }

  private JsonNode integer() {
    return switch (parser.getNumberType()) {
      case INT -> NODES.numberNode(parser.getIntValue());
      case LONG -> NODES.numberNode(parser.getLongValue());
      default -> NODES.numberNode(parser.getBigIntegerValue());
    };
  }

  /** Decimals keep every digit: 7.0000000000000001 is not 7. */
  private JsonNode decimal() {
    if (parser.isNaN()) {
      var position = text.positions().of(parser.currentTokenLocation());
      tell(JsonErrors.notANumber(location(), position, parser.getString()));
      return NODES.nullNode();
    }
    try {
      var decimal = parser.getDecimalValue();
      if (Math.abs(decimal.scale()) <= MAX_NUMBER) {
        return NODES.numberNode(decimal);
      }
    } catch (NumberFormatException e) {
      // An exponent that not even a decimal can hold.
    }
    tell(JsonErrors.outsized(location(), parser.getString()));
    return NODES.nullNode();
  }

  private JsonToken advance() throws IOException, UnreadableException {
    try {
      return parser.nextToken();
    } catch (JacksonException e) {
      throw stop(e);
    }
  }

  /** What is malformed in a name is told with its value, which is at the same place. */
  private void tellMalformed() {
    if (text.hasMalformed()) {
      var end = parser.currentLocation().getByteOffset();
      for (var it = text.pollBefore(end); it != null; it = text.pollBefore(end)) {
        tell(JsonErrors.malformed(location(), it.bytes()));
      }
    }
  }

  private String location() {
    return parser.streamReadContext().pathAsPointer(false).toString();
  }

  private void tell(JsonError jsonError) {
    jsonErrors.accept(jsonError);
  }

  private UnreadableException stop(JacksonException e) throws IOException {
    tellMalformed();
    if (e instanceof JacksonIOException broken) {
      throw broken.getCause();
    }
    return stop(
        ended
            ? JsonErrors.behind(text.positions().of(e.getLocation()))
            : JsonErrors.of(e, location(), text.positions(), head));
  }

  private UnreadableException stop(JsonError jsonError) {
    tell(jsonError);
    return new UnreadableException();
  }

  @Override
  public void close() {
    parser.close();
  }
}
