package conformance.relation;

import java.time.Duration;
import java.util.Locale;
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
  /** What the words mean; empty if they are not known. */
  static Optional<Age> of(String words) {
    var text = words.strip().toLowerCase(Locale.ROOT);
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
    // Months and years are of unequal length: 12 months may be 366 days.
    var slack = unit * number / 30;
    return Optional.of(
        new Age(unit * Math.max(0, number - 1) - slack, unit * (number + 1) + slack));
  }

  /** What a text begins with: a number of at most four digits, one for an article, else -1. */
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

  /** Of a unit of time; -1 if it is none. */
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
    return actual.plus(skew).getSeconds() >= least
        && actual.minus(skew).compareTo(Duration.ofSeconds(most)) <= 0;
  }
}
