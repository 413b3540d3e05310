package conformance.schema.keyword;

import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says why a text is no RFC 3339 date-time (section 5.6).
 *
 * <p>A leap second may end any month of UTC (section 5.7). They are announced half a year ahead, so
 * any list of them becomes outdated.
 */
final class DateTimeReason {
  private static final Pattern SHAPE =
      Pattern.compile(
          "([0-9]{4})-([0-9]{2})-([0-9]{2})[Tt]([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\\.[0-9]+)?"
              + "(?:[Zz]|([+-])([0-9]{2}):([0-9]{2}))");

  private static final String SHAPE_IN_WORDS =
      "it does not have the shape YYYY-MM-DDThh:mm:ss, optional fraction, Z or +hh:mm";

  private static final int LEAP_SECOND = 60;

  private DateTimeReason() {}

  static Optional<String> of(String text) {
    var matcher = SHAPE.matcher(text);
    if (!matcher.matches()) {
      return Optional.of(shape(text));
    }
    return outside(matcher, 2, "month", 1, 12)
        .or(() -> day(matcher))
        .or(() -> outside(matcher, 4, "hour", 0, 23))
        .or(() -> outside(matcher, 5, "minute", 0, 59))
        .or(() -> second(matcher))
        .or(() -> offset(matcher));
  }

  /** The offset of a valid date-time, such as {@code -06:00}; empty for Z. */
  static Optional<String> offset(String text) {
    var matcher = SHAPE.matcher(text);
    return matcher.matches() && matcher.group(7) != null && of(text).isEmpty()
        ? Optional.of(text.substring(matcher.start(7)))
        : Optional.empty();
  }

  private static Optional<String> outside(Matcher text, int group, String name, int min, int max) {
    var value = number(text, group);
    return value < min || value > max
        ? Optional.of("%s %s is outside %d-%d".formatted(name, text.group(group), min, max))
        : Optional.empty();
  }

  private static Optional<String> day(Matcher text) {
    var month = YearMonth.of(number(text, 1), number(text, 2));
    var day = number(text, 3);
    return day < 1 || day > month.lengthOfMonth()
        ? Optional.of(
            "day %s is outside 1-%d, the days of %s"
                .formatted(text.group(3), month.lengthOfMonth(), month))
        : Optional.empty();
  }

  private static Optional<String> second(Matcher text) {
    if (number(text, 6) < LEAP_SECOND) {
      return Optional.empty();
    }
    if (number(text, 6) > LEAP_SECOND) {
      return Optional.of("second %s is outside 0-59".formatted(text.group(6)));
    }
    return endsMonth(text)
        ? Optional.empty()
        : Optional.of(
            "second 60 is a leap second, and there is none but at 23:59:60 UTC on the last day of a"
                + " month");
  }

  /** Whether the minute is the last of a month in UTC. */
  private static boolean endsMonth(Matcher text) {
    var local =
        LocalDateTime.of(
            number(text, 1), number(text, 2), number(text, 3), number(text, 4), number(text, 5));
    var next = local.minusMinutes(offsetMinutes(text)).plusMinutes(1);
    return next.equals(next.toLocalDate().withDayOfMonth(1).atStartOfDay());
  }

  private static Optional<String> offset(Matcher text) {
    if (text.group(7) == null) {
      return Optional.empty();
    }
    return outside(text, 8, "offset hour", 0, 23)
        .or(() -> outside(text, 9, "offset minute", 0, 59));
  }

  private static int offsetMinutes(Matcher text) {
    if (text.group(7) == null) {
      return 0;
    }
    var minutes = number(text, 8) * 60 + number(text, 9);
    return text.group(7).equals("-") ? -minutes : minutes;
  }

  private static int number(Matcher text, int group) {
    return Integer.parseInt(text.group(group));
  }

  private static String shape(String text) {
    if (text.isEmpty()) {
      return "it is empty";
    }
    if (!text.equals(text.strip())) {
      return "it has white space around it";
    }
    if (SHAPE.matcher(text + "Z").matches()) {
      return "it has no time zone: Z or an offset such as +00:00 is missing";
    }
    if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
      return "it is a date without a time";
    }
    if (text.matches("[0-9]+")) {
      return "it is a number of seconds or milliseconds, not a date";
    }
    if (text.matches("[0-9-]{10} .*") && SHAPE.matcher(text.replaceFirst(" ", "T")).matches()) {
      return "a space separates date and time, where T is due";
    }
    if (text.matches("[0-9-]{10}[Tt][0-9]{2}:[0-9]{2}([Zz]|[+-].*)")) {
      return "it has no seconds";
    }
    if (text.matches(".*[+-][0-9]{4}") || text.matches(".*:[0-9.]+[+-][0-9]{2}")) {
      return "its offset is not written as +hh:mm";
    }
    return SHAPE_IN_WORDS;
  }
}
