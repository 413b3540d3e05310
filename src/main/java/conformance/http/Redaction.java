package conformance.http;

import conformance.http.Secrets.Secret;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Masks the secrets in a text, in every encoding in which a server may echo them. */
final class Redaction implements UnaryOperator<String> {
  static final String MASK = "[token]";

  /** The shortest fragment of a truncated token to mask, in characters. */
  private static final int MIN_FRAGMENT = 4;

  /** How many encoded characters the probe with a shortened token leaves out at most. */
  private static final int MAX_MISSING = 2;

  /** The most characters that a message quotes from the end of a text. */
  private static final int MAX_QUOTED = 8;

  /** The most characters that an encoding uses for one character of the token. */
  static final int MAX_WIDTH = 16;

  /** Where a text was truncated, with what is left of an escape sequence there. */
  private static final Pattern TRUNCATION =
      Pattern.compile("(?:[\\\\%&~][\\w\\\\%&#;~/]{0,12}?)?(?=\\.{3}|\\z)");

  private final Secrets secrets;

  Redaction(Secrets secrets) {
    this.secrets = secrets;
  }

  @Override
  public String apply(String text) {
    var masked = new BitSet();
    var encodings = encodings(secret -> true);
    for (var unescaped : Unescaped.all(text)) {
      for (var encoding : encodings) {
        unescaped
            .find(encoding.substring(0, Math.min(MIN_FRAGMENT, encoding.length())))
            .forEach(at -> maskFrom(at, text, unescaped, encoding, masked));
        maskQuotedEnds(unescaped, encoding, masked);
      }
    }
    var result = new StringBuilder(text);
    for (var end = masked.length(); end > 0; end = masked.length()) {
      var start = masked.previousClearBit(end - 1) + 1;
      result.replace(start, end, MASK);
      masked.clear(start, end);
    }
    return result.toString();
  }

  /**
   * Whether the text contains a secret in any encoding. A short one is masked but never found,
   * since a text may contain it by chance.
   */
  boolean finds(CharSequence text) {
    var encodings = encodings(Secret::distinct);
    return !encodings.isEmpty()
        && Unescaped.all(text.toString()).stream()
            .anyMatch(unescaped -> encodings.stream().anyMatch(unescaped.text()::contains));
  }

  private List<String> encodings(Predicate<Secret> filter) {
    return secrets.all().stream()
        .filter(filter)
        .flatMap(secret -> secret.encodings().stream())
        .toList();
  }

  /** Masks the encoded token at {@code start}, or the fragment that a truncation has left of it. */
  private static void maskFrom(
      int start, String text, Unescaped unescaped, String encoding, BitSet masked) {
    var common = encoding.length();
    while (!unescaped.text().regionMatches(start, encoding, 0, common)) {
      common--;
    }
    if (common
        >= Math.max(encoding.length() - MAX_MISSING, Math.min(MIN_FRAGMENT, encoding.length()))) {
      masked.set(unescaped.starts()[start], unescaped.starts()[start + common]);
      return;
    }
    var truncation = TRUNCATION.matcher(text);
    for (var end = start + common; end >= start + MIN_FRAGMENT; end--) {
      if (truncation.region(unescaped.starts()[end], text.length()).lookingAt()) {
        masked.set(unescaped.starts()[start], truncation.end());
        return;
      }
    }
  }

  /** Masks a fragment where a message quotes the end of a text. */
  private static void maskQuotedEnds(Unescaped unescaped, String encoding, BitSet masked) {
    for (var length = MIN_FRAGMENT; length <= Math.min(MAX_QUOTED, encoding.length()); length++) {
      var end = 1 + length;
      unescaped
          .find('"' + encoding.substring(encoding.length() - length))
          .forEach(at -> masked.set(unescaped.starts()[at + 1], unescaped.starts()[at + end]));
    }
  }
}
