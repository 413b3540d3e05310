package conformance.protocol;

import conformance.contract.Deviation;
import conformance.contract.Excerpt;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the value of a {@code Content-Type} header (RFC 9110, section 8.3). */
public final class MediaType {
  private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]++";
  private static final String QUOTED = "\"(?:[^\"\\\\]++|\\\\.)*+\"";

  /** What has matched is not tried in another way: blanks between could be shared out in many. */
  private static final Pattern SHAPE =
      Pattern.compile(
          "(%1$s/%1$s)((?:[ \\t]*+;[ \\t]*+(?:%1$s=(?:%1$s|%2$s))?+)*+)[ \\t]*+"
              .formatted(TOKEN, QUOTED));

  /** One parameter of what has that shape; text in quotation marks may look like another. */
  private static final Pattern PARAMETER =
      Pattern.compile("(%1$s)=(%1$s|%2$s)".formatted(TOKEN, QUOTED));

  /** What says that it is JSON (RFC 8259, section 11; RFC 6839, section 3.1). */
  private static final Pattern JSON = Pattern.compile("application/json|[^ /]+/[^ /]+\\+json");

  private MediaType() {}

  /**
   * Whether a body is JSON by its Content-Type, or where there is none by how it begins. Plain text
   * may begin as a number does: {@code 404 page not found}.
   */
  public static boolean isJson(List<String> types, String beginning) {
    return types.isEmpty() ? beginning.stripLeading().matches("(?s)[{\\[\"].*") : saysJson(types);
  }

  /** Whether the header says that the body is JSON, well-formed in its parameters or not. */
  static boolean saysJson(List<String> values) {
    return values.stream()
        .map(value -> value.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
        .anyMatch(type -> JSON.matcher(type).matches());
  }

  /** The deviation of a Content-Type that does not say {@code wanted}. */
  static List<Deviation> deviation(List<String> values, String wanted, String expected) {
    return fault(values, wanted).stream()
        .map(
            reason ->
                new Deviation(
                    "header:Content-Type",
                    expected,
                    values.isEmpty() ? "missing" : Excerpt.text(String.join(", ", values)),
                    reason))
        .toList();
  }

  /** Why the header does not say {@code wanted}; empty if it does. */
  static Optional<String> fault(List<String> values, String wanted) {
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
    if (!shape.group(1).equalsIgnoreCase(wanted)) {
      return Optional.of("it announces another media type");
    }
    return PARAMETER
        .matcher(shape.group(2))
        .results()
        .filter(parameter -> parameter.group(1).equalsIgnoreCase("charset"))
        .map(parameter -> unquoted(parameter.group(2)))
        .filter(charset -> !charset.equalsIgnoreCase("utf-8"))
        .findFirst()
        .map(charset -> "it announces the charset %s".formatted(Excerpt.text(charset)));
  }

  private static String unquoted(String value) {
    return value.startsWith("\"")
        ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1")
        : value;
  }
}
