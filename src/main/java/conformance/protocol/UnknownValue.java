package conformance.protocol;

import conformance.contract.Level;
import conformance.contract.PathParameter;
import conformance.protocol.Probe.Responder;
import java.util.stream.Stream;

/**
 * A value of a path parameter that the target does not know.
 *
 * @param id its part of the rules' ids
 * @param name the request, in words
 * @param value the value, not yet percent-encoded
 * @param responder whether a server takes it for a segment of a path, and asks the application
 * @param level of the rule that it gets no data
 * @param dataMeans why it is wrong to give data for it
 */
record UnknownValue(
    String id, String name, String value, Responder responder, Level level, String dataMeans) {

  /** A UUID that nobody has been given, with letters in it. */
  static final String UUID = "f0e1d2c3-b4a5-4697-8788-796a5b4c3d2e";

  private static final String NOBODYS = "it gives data for a value that nobody has";

  /**
   * Every value that is asked for.
   *
   * @param known a value that the target knows
   */
  static Stream<UnknownValue> of(PathParameter parameter, String known) {
    var name = parameter.name();
    var half = (known.length() + 1) / 2;
    return Stream.of(
            segment("unknown", "unknown " + name, parameter.isUuid() ? UUID : "no-such-value"),
            segment("malformed", name + " that is no UUID", "no-uuid"),
            // A firewall may refuse what looks like an attack.
            of("quote", name + " with SQL", "' OR '1'='1", Responder.FRAMEWORK),
            segment("non-ascii", name + " not in ASCII", "агент-é"),
            other("empty", "empty " + name, ""),
            other("long", name + " of 300 characters", "a".repeat(300)),
            other(
                "slash",
                name + " with a slash",
                known.substring(0, half) + "/" + known.substring(half)),
            other("dots", name + " of two dots", ".."),
            // The token's owner may read the known value's data: nobody else is given any.
            new UnknownValue(
                "nul",
                name + " with NUL after it",
                known + "\0",
                Responder.ANYONE,
                Level.SHOULD,
                "the target takes what stands before NUL for the whole value"))
        .filter(value -> parameter.isUuid() || !value.id().equals("malformed"));
  }

  private static UnknownValue segment(String id, String name, String value) {
    return of(id, name, value, Responder.APPLICATION);
  }

  /** What is no segment of a path may lead to another resource, which may well answer. */
  private static UnknownValue other(String id, String name, String value) {
    return of(id, name, value, Responder.ANYONE);
  }

  private static UnknownValue of(String id, String name, String value, Responder responder) {
    return new UnknownValue(id, name, value, responder, Level.MUST, NOBODYS);
  }

  /** Whether a server takes it for one segment of the path (RFC 3986, section 3.3). */
  boolean segment() {
    return responder != Responder.ANYONE;
  }

  /** Whether it has the shape of a value that might exist. */
  boolean wellFormed() {
    return id.equals("unknown");
  }
}
