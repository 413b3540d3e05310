package conformance.relation;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Parses RFC 3339 date-times to instants, so that different offsets compare correctly. */
public final class Instants {
  private static final Pattern SHAPE =
      Pattern.compile(
          "([0-9]{4}-[0-9]{2}-[0-9]{2})T([0-9]{2}:[0-9]{2}:)([0-9]{2})(\\.[0-9]{1,9})?[0-9]*"
              + "(Z|[+-][0-9]{2}:[0-9]{2})",
          Pattern.CASE_INSENSITIVE);

  /** The length of a date-time up to its fraction. */
  private static final int LENGTH = "0000-00-00T00:00:00".length();

  private static final int NANO_DIGITS = 9;
  private static final String LAST_OF_SECOND = ".999999999";

  private Instants() {}

  /** The instant; empty if the value is no date-time, which another rule reports. */
  static Optional<Instant> of(JsonNode value) {
    if (!value.isString()) {
      return Optional.empty();
    }
    var common = ofCommon(value.asString());
    return common.isPresent() ? common : ofAny(value.asString());
  }

  /**
   * Parses the most common form of a date-time: {@code 2024-01-23T05:14:37.123456Z}, with a
   * fraction of at most nine digits or none, {@code Z} or {@code +00:00}, no leap second. Empty for
   * all others, which may be date-times nevertheless.
   *
   * <p>Hand-written for speed, since it runs several times per item of a list.
   */
  static Optional<Instant> ofCommon(String text) {
    if (text.length() <= LENGTH || !hasSeparators(text)) {
      return Optional.empty();
    }
    var seconds = seconds(text);
    var end = endOfFraction(text);
    var utc = text.startsWith("Z", end) ? 1 : text.startsWith("+00:00", end) ? 6 : 0;
    var whole = utc > 0 && end + utc == text.length() && end != LENGTH + 1;
    return whole && seconds.isPresent()
        ? Optional.of(Instant.ofEpochSecond(seconds.getAsLong(), nanos(text, end)))
        : Optional.empty();
  }

  private static OptionalLong seconds(String text) {
    var century = number(text, 0);
    var year = number(text, 2);
    var month = number(text, 5);
    var day = number(text, 8);
    var hour = number(text, 11);
    var minute = number(text, 14);
    var second = number(text, 17);
    if ((century | year | month | day | hour | minute | second) < 0) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(
          IsoChronology.INSTANCE.epochSecond(
              century * 100 + year, month, day, hour, minute, second, ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return OptionalLong.empty();
    }
  }

  /** The index after the fraction, of which at most nine digits are read. */
  private static int endOfFraction(String text) {
    var end = LENGTH;
    if (text.charAt(end) == '.') {
      end++;
      while (end < text.length() && isDigit(text.charAt(end)) && end <= LENGTH + NANO_DIGITS) {
        end++;
      }
    }
    return end;
  }

  private static int nanos(String text, int end) {
    var nanos = 0;
    for (var i = LENGTH + 1; i <= LENGTH + NANO_DIGITS; i++) {
      nanos = nanos * 10 + (i < end ? text.charAt(i) - '0' : 0);
    }
    return nanos;
  }

  private static boolean hasSeparators(String text) {
    return text.charAt(4) == '-'
        && text.charAt(7) == '-'
        && text.charAt(10) == 'T'
        && text.charAt(13) == ':'
        && text.charAt(16) == ':';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** The two-digit number at {@code start}; negative if there is none. */
  private static int number(String text, int start) {
    var tens = text.charAt(start);
    var ones = text.charAt(start + 1);
    return isDigit(tens) && isDigit(ones) ? (tens - '0') * 10 + ones - '0' : -1;
  }

  /** Parses any date-time, which takes longer. */
  static Optional<Instant> ofAny(String text) {
    var parts = SHAPE.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    // All of a leap second maps to one instant, after second 59 and before the next minute.
    var leap = parts.group(3).equals("60");
    var fraction = leap ? LAST_OF_SECOND : parts.group(4) == null ? "" : parts.group(4);
    var localText =
        "%sT%s%s%s"
            .formatted(parts.group(1), parts.group(2), leap ? "59" : parts.group(3), fraction);
    try {
      var local = LocalDateTime.parse(localText).toInstant(ZoneOffset.UTC);
      return Optional.of(local.minus(offset(parts.group(5))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** An offset of RFC 3339, which may be up to 23:59; {@link ZoneOffset} ends at 18:00. */
  private static Duration offset(String text) {
    if (text.equalsIgnoreCase("Z")) {
      return Duration.ZERO;
    }
    var ahead = Duration.between(LocalTime.MIN, LocalTime.parse(text.substring(1)));
    return text.startsWith("-") ? ahead.negated() : ahead;
  }
}
