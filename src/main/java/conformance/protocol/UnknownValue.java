package conformance.protocol;

import conformance.contract.Level;
import conformance.contract.PathParameter;
import conformance.protocol.Probe.Responder;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A value of a path parameter that the target does not know.
 *
 * @param id part of the rules' ids
 * @param name the value, in words
 * @param value the value, not yet percent-encoded
 * @param responder who may respond; anyone if servers do not take it for one path segment
 * @param level level of the rule that no data is returned
 * @param dataReason why it is wrong to return data
 */
record UnknownValue(
    String id, String name, String value, Responder responder, Level level, String dataReason) {

  /** A UUID that is not assigned, with letters in it. */
  static final String UUID = "f0e1d2c3-b4a5-4697-8788-796a5b4c3d2e";

  private static final String UNKNOWN_HAS_DATA = "it gives data for a value that nobody has";

  /**
   * Every unknown value to request.
   *
   * @param known a value that the target knows
   */
  static Stream<UnknownValue> of(PathParameter parameter, String known) {
    var name = parameter.name();
    var half = (known.length() + 1) / 2;
    return Stream.of(
            segment("unknown", "unknown " + name, unknown(parameter)),
            segment("malformed", name + " that is no UUID", "no-uuid"),
            // A firewall may refuse it as an attack.
            of("quote", name + " with SQL", "' OR '1'='1", Responder.FRAMEWORK),
            segment("non-ascii", name + " not in ASCII", "агент-é"),
            nonSegment("empty", "empty " + name, ""),
            nonSegment("long", name + " of 300 characters", "a".repeat(300)),
            nonSegment(
                "slash",
                name + " with a slash",
                known.substring(0, half) + "/" + known.substring(half)),
            nonSegment("dots", "`..` as " + name, ".."),
            // Only a should: the token's owner may read the data of the known value.
            new UnknownValue(
                "nul",
                name + " with NUL after it",
                known + "\0",
                Responder.ANYONE,
                Level.SHOULD,
                "the target takes what stands before NUL for the whole value"))
        .filter(value -> parameter.isUuid() || !value.id().equals("malformed"));
  }

  /** A value that nobody has, in the format of the parameter. */
  static String unknown(PathParameter parameter) {
    return parameter.isUuid() ? UUID : "no-such-value";
  }

  /** A UUID in the other letter case, which is the same (RFC 9562, section 4). */
  static String otherCase(String uuid) {
    var upper = uuid.toUpperCase(Locale.ROOT);
    return upper.equals(uuid) ? uuid.toLowerCase(Locale.ROOT) : upper;
  }

  private static UnknownValue segment(String id, String name, String value) {
    return of(id, name, value, Responder.APPLICATION);
  }

  /** A value that is not one path segment may lead to another resource, which may well respond. */
  private static UnknownValue nonSegment(String id, String name, String value) {
    return of(id, name, value, Responder.ANYONE);
  }

  private static UnknownValue of(String id, String name, String value, Responder responder) {
    return new UnknownValue(id, name, value, responder, Level.MUST, UNKNOWN_HAS_DATA);
  }

  /** Whether servers take it for one path segment (RFC 3986, section 3.3). */
  boolean segment() {
    return responder != Responder.ANYONE;
  }

  /** Whether it has the format of a value that could exist. */
  boolean wellFormed() {
    return id.equals("unknown");
  }
}
