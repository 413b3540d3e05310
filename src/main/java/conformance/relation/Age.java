package conformance.relation;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How long ago something was, in words such as {@code 5 minutes ago} or {@code an hour ago}.
 *
 * <p>Libraries that write such words round in different ways: down, to the nearest, "a month" from
 * 26 days on. So a whole unit to either side is accepted.
 *
 * @param least the shortest time that the words can mean, in seconds
 * @param most the longest
 */
record Age(long least, long most) {
  private static final Map<String, Long> SECONDS =
      Map.of(
          "second", 1L,
          "minute", 60L,
          "hour", 3_600L,
          "day", 86_400L,
          "week", 7 * 86_400L,
          "month", 30 * 86_400L,
          "year", 365 * 86_400L);

  /** What the words mean; empty if they are not known. */
  static Optional<Age> of(String words) {
    var text = words.strip().toLowerCase(Locale.ROOT);
    if (text.equals("just now") || text.equals("now")) {
      return Optional.of(new Age(0, 120));
    }
    var space = text.indexOf(' ');
    var plural = text.endsWith("s ago");
    var end = text.length() - (plural ? 5 : 4);
    if (space < 0 || end <= space || !text.endsWith(" ago")) {
      return Optional.empty();
    }
    var number = number(text.substring(0, space));
    var unit = SECONDS.get(text.substring(space + 1, end));
    if (number < 0 || unit == null) {
      return Optional.empty();
    }
    // Months and years are of unequal length: 12 months may be 366 days.
    var slack = unit * number / 30;
    return Optional.of(
        new Age(unit * Math.max(0, number - 1) - slack, unit * (number + 1) + slack));
  }

  /** A number of at most four digits, one for an article, -1 for all else. */
  private static int number(String word) {
    if (word.equals("a") || word.equals("an")) {
      return 1;
    }
    var number = word.isEmpty() || word.length() > 4 ? -1 : 0;
    for (var i = 0; i < word.length() && number >= 0; i++) {
      var digit = word.charAt(i) - '0';
      number = digit >= 0 && digit <= 9 ? number * 10 + digit : -1;
    }
    return number;
  }

  boolean fits(Duration actual, Duration skew) {
    return actual.plus(skew).getSeconds() >= least
        && actual.minus(skew).compareTo(Duration.ofSeconds(most)) <= 0;
  }
}
