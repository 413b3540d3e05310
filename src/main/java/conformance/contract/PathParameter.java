package conformance.contract;

/**
 * A variable part of an operation's path (OpenAPI: a parameter with {@code in: path}).
 *
 * @param name as in the path template
 * @param example the documented example, which the embedded fixtures answer to
 */
public record PathParameter(String name, String example) {}
