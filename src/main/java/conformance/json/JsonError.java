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
    /** Unique names within an object: RFC 8259, section 4. */
    DUPLICATE_NAME,
    /** Nesting, numbers, strings and size within the reader's limits: RFC 8259, section 9. */
    BOUNDS
  }
}
