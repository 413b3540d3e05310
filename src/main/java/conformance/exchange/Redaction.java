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

  private final Pattern forms;

  Redaction(Token token) {
    this.forms =
        Pattern.compile(
            forms(token.value()).stream().map(Pattern::quote).collect(Collectors.joining("|")),
            Pattern.CASE_INSENSITIVE);
  }

  @Override
  public String apply(String text) {
    return forms.matcher(text).replaceAll(MASK);
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
        .map(encoder -> encoder.encodeToString(bytes).substring(from, to));
  }
}
