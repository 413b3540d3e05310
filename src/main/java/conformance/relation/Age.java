package conformance.relation;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How long ago something was, in words such as {@code 5 minutes ago} or {@code an hour ago}.
 *
 * <p>Libraries that write such words round in different ways: down, to the nearest, "a month" from
 * 26 days on. So a whole unit to either side is accepted.
 *
 * @param least the shortest time that the words can mean
 * @param most the longest time that the words can mean
 */
record Age(Duration least, Duration most) {
  private static final Map<String, Duration> UNITS =
      Map.of(
          "second", Duration.ofSeconds(1),
          "minute", Duration.ofMinutes(1),
          "hour", Duration.ofHours(1),
          "day", Duration.ofDays(1),
          "week", Duration.ofDays(7),
          "month", Duration.ofDays(30),
          "year", Duration.ofDays(365));

  private static final Pattern WORDS =
      Pattern.compile("(an?|[0-9]{1,4}) (second|minute|hour|day|week|month|year)s? ago");

  /** What the words mean; empty if they are not known. */
  static Optional<Age> of(String words) {
    var text = words.strip().toLowerCase(Locale.ROOT);
    if (text.equals("just now") || text.equals("now")) {
      return Optional.of(new Age(Duration.ZERO, Duration.ofMinutes(2)));
    }
    var match = WORDS.matcher(text);
    if (!match.matches()) {
      return Optional.empty();
    }
    var number = match.group(1).startsWith("a") ? 1 : Integer.parseInt(match.group(1));
    var unit = UNITS.get(match.group(2));
    // Months and years are of unequal length: 12 months may be 366 days.
    var slack = unit.multipliedBy(number).dividedBy(30);
    return Optional.of(
        new Age(
            unit.multipliedBy(Math.max(0, number - 1)).minus(slack),
            unit.multipliedBy(number + 1L).plus(slack)));
  }

  boolean fits(Duration actual, Duration skew) {
    return actual.compareTo(least.minus(skew)) >= 0 && actual.compareTo(most.plus(skew)) <= 0;
  }
}
