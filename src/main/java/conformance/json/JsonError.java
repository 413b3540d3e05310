package conformance.json;

import conformance.contract.Excerpt;

/**
 * Something in a JSON text that RFC 8259 forbids or warns of.
 *
 * @param location JSON Pointer of the value that was being read, cut if it is long
 */
public record JsonError(Kind kind, String location, String actual, String reason) {

  public JsonError {
    location = Excerpt.cut(location);
  }

  /** The requirement that is not met. */
  public enum Kind {
    /** Exactly one value, in the grammar of RFC 8259. */
    SYNTAX,
    /** Encoded as UTF-8: RFC 8259, section 8.1. */
    ENCODING,
    /** No byte order mark: RFC 8259, section 8.1. */
    BYTE_ORDER_MARK,
    /** Strings without half a surrogate pair: RFC 8259, section 8.2. */
    SURROGATES,
    /** Unique names within an object: RFC 8259, section 4. */
    DUPLICATE_NAME,
    /** Numbers that readers can hold: RFC 8259, section 6. */
    NUMBER_RANGE,
    /** Nesting, strings and size within the reader's limits: RFC 8259, section 9. */
    BOUNDS;

    /** Whether the value is read in another way than it was sent. */
    public boolean altersValue() {
      return this == ENCODING || this == SYNTAX || this == BOUNDS;
    }

    /** Whether readers disagree on the value, so that it cannot be compared with others. */
    public boolean blursValue() {
      return altersValue() || this == DUPLICATE_NAME || this == NUMBER_RANGE;
    }
  }
}
