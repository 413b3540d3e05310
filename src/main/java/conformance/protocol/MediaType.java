package conformance.protocol;

import conformance.contract.Deviation;
import conformance.contract.Excerpt;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses the value of a {@code Content-Type} header (RFC 9110, section 8.3). */
public final class MediaType {
  private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]++";

  /** A quoted string, in which of all control characters only tabs may be (section 5.6.4). */
  private static final String QUOTED =
      "\"(?:[^\"\\\\\\x00-\\x08\\x0A-\\x1F\\x7F]++|\\\\[^\\x00-\\x08\\x0A-\\x1F\\x7F])*+\"";

  /** Possessive, since spaces between parameters could otherwise be matched in many ways. */
  private static final Pattern SHAPE =
      Pattern.compile(
          "(%1$s/%1$s)((?:[ \\t]*+;[ \\t]*+(?:%1$s=(?:%1$s|%2$s))?+)*+)[ \\t]*+"
              .formatted(TOKEN, QUOTED));

  /** One parameter of such a value; quoted strings may contain what looks like another. */
  private static final Pattern PARAMETER =
      Pattern.compile("(%1$s)=(%1$s|%2$s)".formatted(TOKEN, QUOTED));

  /** Media types of JSON (RFC 8259, section 11; RFC 6839, section 3.1). */
  private static final Pattern JSON = Pattern.compile("application/json|[^ /]+/[^ /]+\\+json");

  private MediaType() {}

  /**
   * Whether a body is JSON, judged by its Content-Type or, if there is none, by its first
   * character. A digit does not count, since plain text may begin with one: {@code 404 page not
   * found}.
   */
  public static boolean isJson(List<String> types, String beginning) {
    return types.isEmpty()
        ? beginning.stripLeading().matches("(?s)[{\\[\"].*")
        : announcesJson(types);
  }

  /** Whether the header announces JSON, even with malformed parameters. */
  static boolean announcesJson(List<String> values) {
    return values.stream()
        .map(value -> value.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
        .anyMatch(type -> JSON.matcher(type).matches());
  }

  /** The deviation of a Content-Type other than {@code wanted}; none if it matches. */
  static List<Deviation> deviation(List<String> values, String wanted, String expected) {
    return mismatch(values, wanted).stream()
        .map(
            reason ->
                new Deviation(
                    "header:Content-Type",
                    expected,
                    values.isEmpty() ? "missing" : Excerpt.text(String.join(", ", values)),
                    reason))
        .toList();
  }

  /** Why the header does not announce {@code wanted}; empty if it does. */
  static Optional<String> mismatch(List<String> values, String wanted) {
    if (values.isEmpty()) {
      return Optional.of("readers must guess what the body is");
    }
    if (values.size() > 1) {
      return Optional.of("the header is there %d times".formatted(values.size()));
    }
    var shape = SHAPE.matcher(values.get(0));
    if (!shape.matches()) {
      return Optional.of("it does not have the shape type/subtype; parameter=value");
    }
    return shape.group(1).equalsIgnoreCase(wanted)
        ? Optional.empty()
        : Optional.of("it announces another media type");
  }

  /** The first charset that the header announces, other than UTF-8. */
  static Optional<String> otherCharset(List<String> values) {
    return values.stream()
        .map(SHAPE::matcher)
        .filter(Matcher::matches)
        .flatMap(shape -> PARAMETER.matcher(shape.group(2)).results())
        .filter(parameter -> parameter.group(1).equalsIgnoreCase("charset"))
        .map(parameter -> unquoted(parameter.group(2)))
        .filter(charset -> !charset.equalsIgnoreCase("utf-8"))
        .findFirst();
  }

  private static String unquoted(String value) {
    return value.startsWith("\"")
        ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1")
        : value;
  }
}
