package conformance.schema.keyword;

import conformance.contract.Excerpt;
import conformance.relation.DateTime;

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
    int end;
    try {
      end = matchingPrefix(pattern, text);
    } catch (BoundedPattern.TooManySteps | StackOverflowError e) {
      return "it is not as expected";
    }
    if (end == text.length()) {
      return "it ends too early, after %d characters".formatted(end);
    }
    return "character %d, %s, is not allowed there"
        .formatted(end + 1, Excerpt.text(text.substring(end, text.offsetByCodePoints(end, 1))));
  }

  /** Whether a date-time would match with Z as its offset. */
  private static boolean matchesInUtc(String pattern, String text, String offset) {
    var utc = text.substring(0, text.length() - offset.length()) + "Z";
    return BoundedPattern.of(pattern).matches(utc);
  }

  /** The length of the longest prefix that could be continued to a match. */
  private static int matchingPrefix(String pattern, String text) {
    var matcher =
        BoundedPattern.compile(pattern.replaceFirst("(?<!\\\\)\\$$", ""))
            .matcher(BoundedPattern.LimitedText.of(text));
    for (var end = text.length(); end > 0; end--) {
      matcher.region(0, end);
      if (matcher.matches() || matcher.hitEnd()) {
        return end;
      }
    }
    return 0;
  }
}
