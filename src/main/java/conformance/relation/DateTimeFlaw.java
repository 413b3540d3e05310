package conformance.relation;

import java.time.YearMonth;

/** Why a text is no RFC 3339 date-time (section 5.6); the first that applies. */
enum DateTimeFlaw {
  SHAPE,
  MONTH,
  DAY,
  HOUR,
  MINUTE,
  SECOND,
  LEAP_SECOND,
  OFFSET_HOUR,
  OFFSET_MINUTE;

  /** Says it in words. */
  String reason(String text) {
    return switch (this) {
      case SHAPE -> shape(text);
      case MONTH -> outside("month", text.substring(5, 7), 1, 12);
      case DAY -> day(text);
      case HOUR -> outside("hour", text.substring(11, 13), 0, 23);
      case MINUTE -> outside("minute", text.substring(14, 16), 0, 59);
      case SECOND -> outside("second", text.substring(17, 19), 0, 59);
      case LEAP_SECOND ->
          "second 60 is a leap second, and there is none but at 23:59:60 UTC on the last day of a"
              + " month";
      case OFFSET_HOUR -> outside("offset hour", fromEnd(text, 5), 0, 23);
      case OFFSET_MINUTE -> outside("offset minute", fromEnd(text, 2), 0, 59);
    };
  }

  private static String fromEnd(String text, int start) {
    return text.substring(text.length() - start, text.length() - start + 2);
  }

  private static String outside(String name, String value, int min, int max) {
    return "%s %s is outside %d-%d".formatted(name, value, min, max);
  }

  private static String day(String text) {
    var month = YearMonth.parse(text.substring(0, 7));
    return "day %s is outside 1-%d, the days of %s"
        .formatted(text.substring(8, 10), month.lengthOfMonth(), month);
  }

  private static String shape(String text) {
    if (text.isEmpty()) {
      return "it is empty";
    }
    if (!text.equals(text.strip())) {
      return "it has white space around it";
    }
    if (DateTime.of(text + "Z").isShaped()) {
      return "it has no time zone: Z or an offset such as +00:00 is missing";
    }
    if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
      return "it is a date without a time";
    }
    if (text.matches("[0-9]+")) {
      return "it is a number of seconds or milliseconds, not a date";
    }
    if (text.matches("[0-9-]{10} .*") && DateTime.of(text.replaceFirst(" ", "T")).isShaped()) {
      return "a space separates date and time, where T is due";
    }
    if (text.matches("[0-9-]{10}[Tt][0-9]{2}:[0-9]{2}([Zz]|[+-].*)")) {
      return "it has no seconds";
    }
    if (text.matches(".*[+-][0-9]{4}") || text.matches(".*:[0-9.]+[+-][0-9]{2}")) {
      return "its offset is not written as +hh:mm";
    }
    return "it does not have the shape YYYY-MM-DDThh:mm:ss, optional fraction, Z or +hh:mm";
  }
}
