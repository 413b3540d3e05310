package conformance.schema.keyword;

import conformance.contract.Excerpt;
import conformance.relation.DateTime;
import java.util.ArrayList;

/** Says where a text stops matching a pattern, for texts that the validator has rejected. */
final class PatternReason {
  private static final int LONGEST = 1_000;
  private static final int TAIL = 8;

  private PatternReason() {}

  static String of(String pattern, String text) {
    if (BoundedPattern.of(pattern).undecided(text)) {
      return "it was not held against the pattern to the end, for that takes too many steps";
    }
    if (text.isEmpty()) {
      return "it is empty";
    }
    var offset =
        DateTime.of(text).offset().filter(candidate -> matchesInUtc(pattern, text, candidate));
    if (offset.isPresent()) {
      return "its offset is %s, not UTC".formatted(offset.get());
    }
    if (!pattern.startsWith("^")) {
      return pattern.endsWith("$")
          ? "it ends in %s"
              .formatted(Excerpt.text(text.substring(Math.max(0, text.length() - TAIL))))
          : "no part of it is as expected";
    }
    if (text.length() > LONGEST) {
      return "it is %,d characters long, and not as expected".formatted(text.length());
    }
    try {
      return place(pattern, text);
    } catch (BoundedPattern.TooManySteps | StackOverflowError e) {
      return "it is not as expected";
    }
  }

  private static String place(String pattern, String text) {
    var end = matchingPrefix(pattern, text);
    if (end == text.length()) {
      return "it ends too early, after %d characters".formatted(end);
    }
    return "character %d, %s, is not allowed there%s"
        .formatted(
            end + 1,
            Excerpt.text(text.substring(end, text.offsetByCodePoints(end, 1))),
            only(pattern, text.substring(0, end)));
  }

  /** Whether a date-time would match with Z as its offset. */
  private static boolean matchesInUtc(String pattern, String text, String offset) {
    var utc = text.substring(0, text.length() - offset.length()) + "Z";
    return BoundedPattern.of(pattern).matches(utc);
  }

  /** The one character of ASCII that may follow, if there is one. */
  private static String only(String pattern, String prefix) {
    var matcher = BoundedPattern.compile(withoutEnd(pattern)).matcher("");
    var allowed = new ArrayList<String>();
    for (var c = '!'; c <= '~'; c++) {
      matcher.reset(BoundedPattern.LimitedText.of(prefix + c));
      if (matcher.matches() || matcher.hitEnd()) {
        allowed.add(String.valueOf(c));
      }
    }
    return allowed.size() == 1 ? ", only " + Excerpt.text(allowed.get(0)) : "";
  }

  private static String withoutEnd(String pattern) {
    return pattern.replaceFirst("(?<!\\\\)\\$$", "");
  }

  /** The length of the longest prefix that could be continued to a match. */
  private static int matchingPrefix(String pattern, String text) {
    var matcher =
        BoundedPattern.compile(withoutEnd(pattern)).matcher(BoundedPattern.LimitedText.of(text));
    for (var end = text.length(); end > 0; end--) {
      matcher.region(0, end);
      if (matcher.matches() || matcher.hitEnd()) {
        return end;
      }
    }
    return 0;
  }
}
