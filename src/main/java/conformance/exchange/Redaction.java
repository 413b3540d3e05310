package conformance.exchange;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes the token out of a text, in every form that a server may echo it in. */
final class Redaction implements UnaryOperator<String> {
  static final String MASK = "[token]";

  /** Shorter beginnings of a token are not taken for one. */
  private static final int BEGINNING = 4;

  private static final String CUT = "...";

  private final List<String> forms;
  private final Pattern whole;

  Redaction(Token token) {
    this.forms = forms(token.value());
    this.whole =
        Pattern.compile(
            forms.stream().map(Pattern::quote).collect(Collectors.joining("|")),
            Pattern.CASE_INSENSITIVE);
  }

  @Override
  public String apply(String text) {
    var masked = whole.matcher(text).replaceAll(MASK);
    for (var cut = masked.indexOf(CUT); cut >= 0; cut = masked.indexOf(CUT, cut + CUT.length())) {
      var length = masked.length();
      masked = withoutBeginning(masked, cut);
      cut += masked.length() - length;
    }
    return withoutBeginning(masked, masked.length());
  }

  /** A text that was cut within the token at {@code end} must not show the beginning of it. */
  private String withoutBeginning(String text, int end) {
    for (var form : forms) {
      for (var length = Math.min(form.length() - 1, end); length >= BEGINNING; length--) {
        if (text.regionMatches(true, end - length, form, 0, length)) {
          return text.substring(0, end - length) + MASK + text.substring(end);
        }
      }
    }
    return text;
  }

  /** The longest first, so that none is left behind in part. */
  private static List<String> forms(String token) {
    var slashed = token.replace("/", "\\/");
    return Stream.concat(
            Stream.of(
                token,
                slashed,
                slashed.replace("\"", "\\\""),
                URLEncoder.encode(token, StandardCharsets.UTF_8)),
            Stream.of("", " ", "  ").flatMap(before -> base64(before, token)))
        .distinct()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .toList();
  }

  /** What base64 makes of the token when 0 to 2 bytes stand before it in its group of three. */
  private static Stream<String> base64(String before, String token) {
    var bytes = (before + token).getBytes(StandardCharsets.UTF_8);
    var from = (before.length() * 8 + 5) / 6;
    var to = bytes.length * 8 / 6;
    return Stream.of(Base64.getEncoder(), Base64.getUrlEncoder())
        .map(encoder -> encoder.encodeToString(bytes).substring(from, to))
        .filter(form -> form.length() >= 2 * BEGINNING);
  }
}
