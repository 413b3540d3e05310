package conformance.json;

import conformance.json.JsonError.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a JSON text value by value, holding only the current value in memory.
 *
 * <p>Every error is passed to a listener with its location. Reading continues after an encoding
 * error, a duplicate name, an oversized number or NaN, but not after other syntax errors. Their
 * location is the whole text, since a JSON Pointer needs valid JSON.
 */
public final class JsonReader implements AutoCloseable {
  /** The limit of nesting, far beyond that of any documented body. */
  public static final int MAX_DEPTH = 200;

  /** The limit of a string in characters, and of a name in bytes. */
  public static final int MAX_STRING = 10_000_000;

  /** The limit of a number in digits, and of its exponent. */
  public static final int MAX_NUMBER = 10_000;

  /** The limit of values in an item, or in a body that is no array. */
  public static final int MAX_VALUES = 50_000;

  /** The limit of such an item in bytes, which input buffering may exceed. */
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
          // Reported with its location, so that the rest can still be examined.
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          // Property lookups then compare by identity first.
          .enable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
          // Otherwise a second byte order mark would be accepted.
          .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
          // A second parser may continue with the same stream.
          .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
          .build();

  private final Consumer<JsonError> listener;
  private final byte[] head;
  private final Utf8Stream text;
  private JsonParser parser;

  /** The index of the parser's first item. */
  private long first;

  private long objects;
  private long strings;
  private int values;
  private long itemStart;
  private boolean ended;

  /**
   * Opens the text and advances to its first value.
   *
   * @throws UnreadableException if it has no value, or is in UTF-16 or UTF-32
   * @throws IOException if the stream breaks off
   */
  public JsonReader(InputStream body, Consumer<JsonError> listener)
      throws IOException, UnreadableException {
    this.listener = listener;
    this.head = body.readNBytes(HEAD);
    var hasMark = Encoding.hasByteOrderMark(head);
    var start = new ByteArrayInputStream(head, hasMark ? 3 : 0, head.length);
    this.text = new Utf8Stream(new SequenceInputStream(start, body));
    this.parser = parser();
    if (hasMark) {
      report(new JsonError(Kind.BYTE_ORDER_MARK, "", "EF BB BF", "a byte order mark is in front"));
    }
    var encoding = Encoding.otherThanUtf8(head);
    if (encoding.isPresent()) {
      throw stop(
          new JsonError(
              Kind.ENCODING, "", encoding.get(), "the body is " + encoding.get() + ", not UTF-8"));
    }
    if (advance() == null) {
      throw stop(JsonErrors.empty(head.length));
    }
  }

  /** Whether the current value is an array. */
  public boolean atArray() {
    return parser.currentToken() == JsonToken.START_ARRAY;
  }

  /** Advances to the next item of the current array; false at its end. */
  public boolean nextItem() throws IOException, UnreadableException {
    return advance() != JsonToken.END_ARRAY;
  }

  /**
   * Lets a scanner try the current item of the array that is the text.
   *
   * @return whether it vouches for the item; otherwise the item can still be read as a tree
   */
  public boolean scan(ItemScanner scanner) {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      return false;
    }
    var start = parser.currentTokenLocation();
    text.mark(start);
    if (!vouches(scanner)) {
      restart(start);
      return false;
    }
    text.release();
    objects += scanner.objects();
    strings += scanner.strings();
    return true;
  }

  private boolean vouches(ItemScanner scanner) {
    try {
      return scanner.scan(parser)
          && !text.hasMalformed()
          // Most likely one of a pair, but a scanner sees no difference.
          && !text.hasSurrogate(parser.currentLocation());
    } catch (JacksonException e) {
      return false; // It comes again, after what else there is to report before it.
    }
  }

  /** Continues with another parser, from the start of the current item on. */
  private void restart(TokenStreamLocation start) {
    var array = parser.streamReadContext();
    while (array.getNestingDepth() > 1) {
      array = array.getParent();
    }
    first += array.getCurrentIndex();
    parser.close();
    text.restart(start);
    parser = parser();
    parser.nextToken();
    parser.nextToken();
  }

  private JsonParser parser() {
    return FACTORY.createParser(ObjectReadContext.empty(), text);
  }

  /** Reads the current value as a tree. */
  public JsonNode value() throws IOException, UnreadableException {
    values = 0;
    itemStart = text.bytes();
    try {
      return read(parser.currentToken());
    } catch (JacksonException e) {
      throw stop(e);
    }
  }

  private JsonNode read(JsonToken token) throws UnreadableException {
    reportMalformed();
    if (++values > MAX_VALUES) {
      throw stop(JsonErrors.tooLarge(location(), MAX_VALUES, "values"));
    }
    if (text.bytes() - itemStart > MAX_ITEM) {
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

  /** Checks that nothing follows the value that was read last. */
  public void end() throws IOException, UnreadableException {
    ended = true;
    if (advance() != null) {
      throw stop(JsonErrors.secondValue(text.positions().of(parser.currentTokenLocation())));
    }
  }

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
        report(JsonErrors.duplicate(location(), name, before, value));
      }
    }
    return object;
  }

  private ArrayNode array() throws UnreadableException {
    var array = NODES.arrayNode();
    for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
      array.add(read(token));
    }
    return array;
  }

  private JsonNode string() {
    var text = parser.getString();
    strings++;
    reportMalformed();
    reportSurrogate(text);
    return NODES.stringNode(text);
  }

  private JsonNode integer() {
    return switch (parser.getNumberType()) {
      case INT -> NODES.numberNode(parser.getIntValue());
      case LONG -> NODES.numberNode(parser.getLongValue());
      default -> NODES.numberNode(parser.getBigIntegerValue());
    };
  }

  /** As a decimal with every digit: 7.0000000000000001 is not 7. */
  private JsonNode decimal() {
    if (parser.isNaN()) {
      var position = text.positions().of(parser.currentTokenLocation());
      report(JsonErrors.notANumber(location(), position, parser.getString()));
      return NODES.nullNode();
    }
    try {
      var decimal = parser.getDecimalValue();
      if (Math.abs(decimal.scale()) <= MAX_NUMBER) {
        return NODES.numberNode(decimal);
      }
    } catch (NumberFormatException e) {
      // The exponent does not even fit a BigDecimal.
    }
    var text = parser.getString();
    report(JsonErrors.oversizedNumber(location(), text));
    return NODES.numberNode(nearest(text));
  }

  /** The nearest number within the limit, so that the value is still judged as a number. */
  private static BigDecimal nearest(String oversized) {
    var exponent = oversized.toLowerCase(Locale.ROOT).indexOf('e');
    var significand = new BigDecimal(oversized.substring(0, exponent));
    var limit = oversized.charAt(exponent + 1) == '-' ? -MAX_NUMBER : MAX_NUMBER;
    return BigDecimal.valueOf(significand.signum()).scaleByPowerOfTen(limit);
  }

  private JsonToken advance() throws IOException, UnreadableException {
    try {
      return parser.nextToken();
    } catch (JacksonException e) {
      throw stop(e);
    }
  }

  /** Malformed bytes of a name are reported with its value, which has the same location. */
  private void reportMalformed() {
    if (text.hasMalformed()) {
      var end = text.positions().offset(parser.currentLocation());
      for (var next = text.pollBefore(end); next != null; next = text.pollBefore(end)) {
        report(JsonErrors.malformed(location(), next.bytes()));
      }
    }
  }

  /** Only an escape can stand for half a surrogate pair: as bytes it would be malformed. */
  private void reportSurrogate(String text) {
    for (var i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        var character = text.codePointAt(i);
        if (Character.isBmpCodePoint(character)) {
          report(JsonErrors.surrogate(location(), text, (char) character));
          return;
        }
        i++;
      }
    }
  }

  private String location() {
    var pointer = parser.streamReadContext().pathAsPointer(false);
    return first == 0 || pointer.matches()
        ? pointer.toString()
        : "/" + (first + pointer.getMatchingIndex()) + pointer.tail();
  }

  private void report(JsonError error) {
    listener.accept(error);
  }

  private UnreadableException stop(JacksonException e) throws IOException {
    reportMalformed();
    if (e instanceof JacksonIOException broken) {
      throw broken.getCause();
    }
    return stop(
        ended
            ? JsonErrors.trailing(text.positions().of(e.getLocation()))
            : JsonErrors.of(e, location(), text.positions(), head));
  }

  private UnreadableException stop(JsonError error) {
    report(error);
    return new UnreadableException();
  }

  @Override
  public void close() throws IOException {
    parser.close();
    text.close();
  }
}
