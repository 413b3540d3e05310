package conformance.json;

import conformance.contract.Excerpt;

/**
 * Something that RFC 8259 forbids or warns of, at a place in a JSON text.
 *
 * @param kind which of its demands is not met
 * @param location JSON Pointer of the value that was being read, cut if it is long
 * @param actual what stands there
 * @param reason why that is wrong, in words
 */
public record JsonError(Kind kind, String location, String actual, String reason) {

  public JsonError {
    location = Excerpt.cut(location);
  }

  /** The demands on a JSON text as a whole. */
  public enum Kind {
    /** One value, in the grammar of RFC 8259, and nothing after it. */
    SYNTAX,
    /** Encoded as UTF-8: RFC 8259, section 8.1. */
    ENCODING,
    /** No byte order mark in front: RFC 8259, section 8.1. */
    BYTE_ORDER_MARK,
    /** The names within an object are unique: RFC 8259, section 4. */
    DUPLICATE_NAME,
    /** Nesting, numbers and strings within what a reader can be asked to hold: section 9. */
    BOUNDS
  }
}
