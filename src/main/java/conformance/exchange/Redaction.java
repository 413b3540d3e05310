package conformance.exchange;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the token out of a text, in every form that a server may echo it in. */
final class Redaction implements UnaryOperator<String> {
  static final String MASK = "[token]";

  /** A part of the token that a cut has left is masked from this length on. */
  private static final int PART = 4;

  /** No form takes more characters for one of the token's. */
  static final int WIDEST = 16;

  private static final String CUT = "...";

  private final String token;
  private final boolean distinct;
  private final Pattern whole;

  /** Is in every text that there is something to be done about, and in few others. */
  private final Pattern suspect;

  Redaction(Token token) {
    this.token = token.value();
    this.distinct = token.distinct();
    var forms = new TokenForms(this.token);
    this.whole = forms.whole();
    var end = this.token.substring(Math.max(0, this.token.length() - PART));
    this.suspect =
        Pattern.compile(
            Pattern.quote(end) + "|" + forms.beginning(PART).pattern(), Pattern.CASE_INSENSITIVE);
  }

  @Override
  public String apply(String text) {
    if (!suspect.matcher(text).find() && !text.contains(CUT)) {
      return text;
    }
    var masked = withoutEnds(whole.matcher(text).replaceAll(MASK));
    for (var cut = masked.indexOf(CUT); cut >= 0; cut = masked.indexOf(CUT, cut + CUT.length())) {
      var length = masked.length();
      masked = withoutBeginning(masked, cut);
      cut += masked.length() - length;
    }
    return withoutBeginning(masked, masked.length());
  }

  /**
   * Whether the token is in the text, in any form. A short one, which may stand in a text by
   * chance, is only masked.
   */
  boolean finds(CharSequence text) {
    return distinct && whole.matcher(text).find();
  }

  /** A text that was cut within the token at {@code end} must not show the beginning of it. */
  private String withoutBeginning(String text, int end) {
    var matcher = whole.matcher(text);
    for (var start = Math.max(0, end - WIDEST * token.length()); start <= end - PART; start++) {
      if (hitsEnd(matcher.region(start, end))) {
        return text.substring(0, start) + MASK + text.substring(end);
      }
    }
    return text;
  }

  private static boolean hitsEnd(Matcher matcher) {
    return !matcher.lookingAt() && matcher.hitEnd();
  }

  /** What is quoted from the end of a text must not show the end of the token. */
  private String withoutEnds(String text) {
    var masked = text;
    for (var quote = text.indexOf('"'); quote >= 0; quote = masked.indexOf('"', quote + 1)) {
      for (var length = token.length() - 1; length >= PART; length--) {
        if (masked.regionMatches(true, quote + 1, token, token.length() - length, length)) {
          masked = masked.substring(0, quote + 1) + MASK + masked.substring(quote + 1 + length);
          break;
        }
      }
    }
    return masked;
  }
}
