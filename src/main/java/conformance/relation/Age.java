package conformance.relation;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * A relative time such as {@code 5 minutes ago} or {@code an hour ago}.
 *
 * <p>Libraries round these differently: down, to the nearest, "a month" from 26 days on. So a
 * tolerance of one unit either way is accepted.
 *
 * @param min the shortest duration that the text can mean, in seconds
 * @param max the longest, in seconds
 */
record Age(long min, long max) {
  /** Parses a relative time; empty if it is not understood. */
  static Optional<Age> of(String value) {
    var text = value.strip().toLowerCase(Locale.ROOT);
    if (text.equals("just now") || text.equals("now")) {
      return Optional.of(new Age(0, 120));
    }
    var space = text.indexOf(' ');
    var plural = text.endsWith("s ago");
    var end = text.length() - (plural ? 5 : 4);
    if (end <= space || !text.endsWith(" ago")) {
      return Optional.empty();
    }
    var number = number(text, space);
    var unit = seconds(text.substring(space + 1, end));
    if (number < 0 || unit < 0) {
      return Optional.empty();
    }
    // Months and years vary in length: 12 months may be 366 days.
    var tolerance = unit * number / 30;
    return Optional.of(
        new Age(unit * Math.max(0, number - 1) - tolerance, unit * (number + 1) + tolerance));
  }

  /** The leading number of at most four digits, 1 for an article, else -1. */
  private static int number(String text, int space) {
    if (text.startsWith("a ") || text.startsWith("an ")) {
      return 1;
    }
    var number = space > 4 ? -1 : 0;
    for (var i = 0; i < space && number >= 0; i++) {
      var digit = text.charAt(i) - '0';
      number = digit >= 0 && digit <= 9 ? number * 10 + digit : -1;
    }
    return number;
  }

  /** The length of a unit of time; -1 if unknown. */
  private static long seconds(String unit) {
    return switch (unit) {
      case "second" -> 1;
      case "minute" -> 60;
      case "hour" -> 3_600;
      case "day" -> 86_400;
      case "week" -> 7 * 86_400;
      case "month" -> 30 * 86_400;
      case "year" -> 365 * 86_400;
      default -> -1;
    };
  }

  boolean fits(Duration actual, Duration skew) {
    return actual.plus(skew).getSeconds() >= min
        && actual.minus(skew).compareTo(Duration.ofSeconds(max)) <= 0;
  }
}
