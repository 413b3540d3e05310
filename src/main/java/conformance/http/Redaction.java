package conformance.http;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the token out of a text, in every form that a server may echo it in. */
final class Redaction implements UnaryOperator<String> {
  static final String MASK = "[token]";

  /** A part of the token that a cut has left is masked from this length on. */
  private static final int PART = 4;

  /** No message quotes more characters of the end of a text. */
  private static final int QUOTED = 8;

  /** No form takes more characters for one of the token's. */
  static final int WIDEST = 16;

  private static final String CUT = "...";

  private final String token;
  private final boolean distinct;
  private final Pattern whole;
  private final Pattern cutShort;

  /** Finds what every text begins with that there is something to be done about. */
  private final Pattern beginning;

  /** Finds what is left of the token where the end of a text is quoted. */
  private final Pattern end;

  Redaction(Token token) {
    this.token = token.value();
    this.distinct = token.distinct();
    var forms = new TokenForms(this.token);
    this.whole = forms.whole();
    this.cutShort = this.token.length() > PART ? forms.cutShort() : whole;
    this.beginning = forms.beginning(PART);
    this.end = forms.quotedEnd(PART, QUOTED);
  }

  @Override
  public String apply(String text) {
    var ended = end.matcher(text).replaceAll("\"" + MASK);
    if (!beginning.matcher(ended).find()) {
      return ended;
    }
    var masked = cutShort.matcher(whole.matcher(ended).replaceAll(MASK)).replaceAll(MASK);
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
}
