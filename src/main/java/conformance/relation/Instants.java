package conformance.relation;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Reads RFC 3339 date-times as points in time, so that +05:30 and Z compare rightly. */
public final class Instants {
  private static final Pattern SHAPE =
      Pattern.compile(
          "([0-9]{4}-[0-9]{2}-[0-9]{2})T([0-9]{2}:[0-9]{2}:)([0-9]{2})(\\.[0-9]{1,9})?[0-9]*"
              + "(Z|[+-][0-9]{2}:[0-9]{2})",
          Pattern.CASE_INSENSITIVE);

  private static final String COMMON = "0000-00-00T00:00:00";

  private Instants() {}

  /** The point in time; empty if the value is none, which is another rule's matter. */
  static Optional<Instant> of(JsonNode value) {
    if (!value.isString()) {
      return Optional.empty();
    }
    var common = ofCommon(value.asString());
    return common.isPresent() ? common : ofAny(value.asString());
  }

  /**
   * The point in time of a date-time in the shape that most are written in: {@code
   * 2024-01-23T05:14:37.123456Z}, a fraction of at most nine digits or none, {@code Z} or {@code
   * +00:00}, no leap second. Empty for all else, which may be a date-time nevertheless.
   *
   * <p>By hand, since it is done several times for each item of a list.
   */
  static Optional<Instant> ofCommon(String text) {
    if (!beginsAsCommon(text)) {
      return Optional.empty();
    }
    var end = COMMON.length();
    var nanos = 0;
    if (text.charAt(end) == '.') {
      var unit = 1_000_000_000;
      for (end++; end < text.length() && isDigit(text.charAt(end)) && unit > 1; end++) {
        unit /= 10;
        nanos += unit * (text.charAt(end) - '0');
      }
    }
    var utc = text.startsWith("Z", end) ? 1 : text.startsWith("+00:00", end) ? 6 : 0;
    if (utc == 0 || end + utc != text.length() || text.charAt(end - 1) == '.') {
      return Optional.empty();
    }
    var year = number(text, 0) * 100 + number(text, 2);
    var month = number(text, 5);
    var day = number(text, 8);
    var hour = number(text, 11);
    var minute = number(text, 14);
    var second = number(text, 17);
    if (month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 59) {
      return Optional.empty();
    }
    if (day > Month.of(month).length(IsoChronology.INSTANCE.isLeapYear(year))) {
      return Optional.empty();
    }
    var days = LocalDate.of(year, month, day).toEpochDay();
    var seconds = ((days * 24 + hour) * 60 + minute) * 60 + second;
    return Optional.of(Instant.ofEpochSecond(seconds, nanos));
  }

  private static boolean beginsAsCommon(String text) {
    if (text.length() <= COMMON.length()) {
      return false;
    }
    for (var i = 0; i < COMMON.length(); i++) {
      var due = COMMON.charAt(i);
      if (due == '0' ? !isDigit(text.charAt(i)) : text.charAt(i) != due) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** The number of the two digits at {@code start}. */
  private static int number(String text, int start) {
    return (text.charAt(start) - '0') * 10 + text.charAt(start + 1) - '0';
  }

  /** The same of every shape, which takes longer. */
  static Optional<Instant> ofAny(String text) {
    var parts = SHAPE.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    // A leap second is the second after second 59.
    var leap = parts.group(3).equals("60");
    var fraction = parts.group(4) == null ? "" : parts.group(4);
    var earlier =
        "%sT%s%s%s"
            .formatted(parts.group(1), parts.group(2), leap ? "59" : parts.group(3), fraction);
    try {
      var local = LocalDateTime.parse(earlier).toInstant(ZoneOffset.UTC);
      return Optional.of(local.minus(offset(parts.group(5))).plusSeconds(leap ? 1 : 0));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** An offset of RFC 3339, which is up to 23:59; the JDK's end at 18:00. */
  private static Duration offset(String text) {
    if (text.equalsIgnoreCase("Z")) {
      return Duration.ZERO;
    }
    var ahead = Duration.between(LocalTime.MIN, LocalTime.parse(text.substring(1)));
    return text.startsWith("-") ? ahead.negated() : ahead;
  }
}
