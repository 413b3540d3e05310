package conformance.http;

import java.util.BitSet;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Takes the token out of a text, in every form that a server may echo it in. */
final class Redaction implements UnaryOperator<String> {
  static final String MASK = "[token]";

  /** A part of the token that a cut has left is masked from this length on. */
  private static final int PART = 4;

  /** Of the token that is sent cut short so many characters are missing in its forms at most. */
  private static final int MISSING = 2;

  /** No message quotes more characters of the end of a text. */
  private static final int QUOTED = 8;

  /** No form takes more characters for one of the token's. */
  static final int WIDEST = 16;

  /** The place of a cut, or of what it has left of an escape. */
  private static final Pattern CUT =
      Pattern.compile("(?:[\\\\%&~][\\w\\\\%&#;~/]{0,12}?)?(?=\\.{3}|\\z)");

  private final boolean distinct;
  private final List<String> forms;

  Redaction(Token token) {
    this.distinct = token.distinct();
    this.forms = new TokenForms(token.value()).all();
  }

  @Override
  public String apply(String text) {
    var masked = new BitSet();
    for (var read : Unescaped.all(text)) {
      for (var form : forms) {
        read.find(form.substring(0, Math.min(PART, form.length())))
            .forEach(at -> maskFrom(at, text, read, form, masked));
        maskQuotedEnds(read, form, masked);
      }
    }
    var without = new StringBuilder(text);
    for (var end = masked.length(); end > 0; end = masked.length()) {
      var start = masked.previousClearBit(end - 1) + 1;
      without.replace(start, end, MASK);
      masked.clear(start, end);
    }
    return without.toString();
  }

  /**
   * Whether the token is in the text, in any form. A short one, which may stand in a text by
   * chance, is only masked.
   */
  boolean finds(CharSequence text) {
    return distinct
        && Unescaped.all(text.toString()).stream()
            .anyMatch(read -> forms.stream().anyMatch(read.text()::contains));
  }

  /** Masks the form that begins here, or what a cut has left of it. */
  private static void maskFrom(int start, String text, Unescaped read, String form, BitSet masked) {
    var common = form.length();
    while (!read.text().regionMatches(start, form, 0, common)) {
      common--;
    }
    if (common >= Math.max(form.length() - MISSING, Math.min(PART, form.length()))) {
      masked.set(read.starts()[start], read.starts()[start + common]);
      return;
    }
    var cut = CUT.matcher(text);
    for (var end = start + common; end >= start + PART; end--) {
      if (cut.region(read.starts()[end], text.length()).lookingAt()) {
        masked.set(read.starts()[start], cut.end());
        return;
      }
    }
  }

  /** Masks what is left of a form where the end of a text is quoted. */
  private static void maskQuotedEnds(Unescaped read, String form, BitSet masked) {
    for (var length = PART; length <= Math.min(QUOTED, form.length()); length++) {
      var shown = 1 + length;
      read.find('"' + form.substring(form.length() - length))
          .forEach(at -> masked.set(read.starts()[at + 1], read.starts()[at + shown]));
    }
  }
}
