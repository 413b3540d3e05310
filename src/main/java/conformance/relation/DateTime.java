package conformance.relation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A reader of RFC 3339 date-times (section 5.6), to be used again and again: nothing is allocated
 * for a text but what is asked for.
 *
 * <p>A leap second may end any month of UTC (section 5.7). They are announced half a year ahead, so
 * any list of them becomes outdated.
 */
public final class DateTime {
  /** The length of a date-time up to its fraction. */
  private static final int LENGTH = "0000-00-00T00:00:00".length();

  private static final int NANO_DIGITS = 9;
  private static final int LAST_NANO = 999_999_999;
  private static final int LEAP = 60;
  private static final int DAY = 86_400;

  /** From 1 March of the year -400 on. */
  private static final int DAYS_TO_1970 = 719_468 + 146_097;

  private char[] text = {};
  private int start;
  private int end;

  /** The index of Z or of the offset's sign. */
  private int zone;

  private int year;
  private int month;
  private int day;
  private int hour;
  private int minute;
  private int second;
  private int nano;
  private int offsetSeconds;

  /** Null for a date-time. */
  private DateTimeFlaw flaw = DateTimeFlaw.SHAPE;

  /** Reads a text. */
  public static DateTime of(String text) {
    var read = new DateTime();
    read.read(text.toCharArray(), 0, text.length());
    return read;
  }

  /** The instant that a value tells; empty if it is no date-time, which another rule reports. */
  static Optional<Instant> instant(JsonNode value) {
    return value.isString() ? of(value.asString()).instant() : Optional.empty();
  }

  /** Reads the next text; false if it is no date-time. */
  public boolean read(char[] chars, int from, int length) {
    text = chars;
    start = from;
    end = from + length;
    flaw = hasShape() ? outside() : DateTimeFlaw.SHAPE;
    return flaw == null;
  }

  /** The second of a date-time since 1970-01-01T00:00:00Z; that of a leap second is 59. */
  public long epochSecond() {
    return startOfMinute() + Math.min(second, LEAP - 1);
  }

  /** The nanoseconds in that second: a leap second is after second 59, and before the minute. */
  public int nano() {
    return second == LEAP ? LAST_NANO : nano;
  }

  /** The instant; empty if the text is no date-time. */
  public Optional<Instant> instant() {
    return flaw == null
        ? Optional.of(Instant.ofEpochSecond(epochSecond(), nano()))
        : Optional.empty();
  }

  /** Why the text is no date-time; empty if it is one. */
  public Optional<String> reason() {
    return Optional.ofNullable(flaw).map(it -> it.reason(new String(text, start, end - start)));
  }

  /** The offset of a date-time, such as {@code -06:00}; empty for Z. */
  public Optional<String> offset() {
    return flaw == null && end - zone > 1
        ? Optional.of(new String(text, zone, end - zone))
        : Optional.empty();
  }

  boolean isShaped() {
    return flaw != DateTimeFlaw.SHAPE;
  }

  private boolean hasShape() {
    if (end - start <= LENGTH
        || at(4) != '-'
        || at(7) != '-'
        || (at(10) | 0x20) != 't'
        || at(13) != ':'
        || at(16) != ':') {
      return false;
    }
    var century = number(0);
    var years = number(2);
    year = century * 100 + years;
    month = number(5);
    day = number(8);
    hour = number(11);
    minute = number(14);
    second = number(17);
    var digits = century | years | month | day | hour | minute | second;
    return digits >= 0 && hasFraction() && hasZone();
  }

  /** Reads the fraction, of any length or none. */
  private boolean hasFraction() {
    nano = 0;
    zone = start + LENGTH;
    if (text[zone] != '.') {
      return true;
    }
    var at = zone + 1;
    var digits = 0;
    var read = 0;
    for (; at < end && isDigit(text[at]); at++) {
      if (digits++ < NANO_DIGITS) {
        read = read * 10 + text[at] - '0';
      }
    }
    for (var i = digits; i < NANO_DIGITS; i++) {
      read *= 10;
    }
    zone = at;
    nano = read;
    return digits > 0;
  }

  private boolean hasZone() {
    offsetSeconds = 0;
    if (end - zone == 1) {
      return (text[zone] | 0x20) == 'z';
    }
    var at = zone - start;
    if (end - zone != 6 || at(at) != '+' && at(at) != '-' || at(at + 3) != ':') {
      return false;
    }
    var hours = number(at + 1);
    var minutes = number(at + 4);
    offsetSeconds = (hours * 60 + minutes) * (at(at) == '-' ? -60 : 60);
    return (hours | minutes) >= 0;
  }

  private DateTimeFlaw outside() {
    if (month < 1 || month > 12) {
      return DateTimeFlaw.MONTH;
    }
    if (day < 1 || day > 28 && day > YearMonth.of(year, month).lengthOfMonth()) {
      return DateTimeFlaw.DAY;
    }
    if (hour > 23) {
      return DateTimeFlaw.HOUR;
    }
    if (minute > 59) {
      return DateTimeFlaw.MINUTE;
    }
    if (second >= LEAP) {
      return second > LEAP
          ? DateTimeFlaw.SECOND
          : endsMonth() ? outsideOffset() : DateTimeFlaw.LEAP_SECOND;
    }
    return outsideOffset();
  }

  /** Whether the minute is the last of a month in UTC. */
  private boolean endsMonth() {
    var next = startOfMinute() + 60;
    return next % DAY == 0 && LocalDate.ofEpochDay(next / DAY).getDayOfMonth() == 1;
  }

  private DateTimeFlaw outsideOffset() {
    if (end - zone == 1) {
      return null;
    }
    var at = zone - start;
    return number(at + 1) > 23
        ? DateTimeFlaw.OFFSET_HOUR
        : number(at + 4) > 59 ? DateTimeFlaw.OFFSET_MINUTE : null;
  }

  /** The start of the minute, in seconds since 1970-01-01T00:00:00Z. */
  private long startOfMinute() {
    return epochDay() * DAY + hour * 3_600L + minute * 60L - offsetSeconds;
  }

  /**
   * {@link LocalDate#toEpochDay}, without a date: years begin in March, and so end in leap days.
   */
  private long epochDay() {
    var months = (month + 9) % 12;
    var years = year + (months < 10 ? 400 : 399);
    var days = years * 365 + years / 4 - years / 100 + years / 400;
    return days + (153 * months + 2) / 5 + day - 1 - DAYS_TO_1970;
  }

  private char at(int index) {
    return text[start + index];
  }

  /** The number of two digits at {@code index}; negative if there is none. */
  private int number(int index) {
    var tens = at(index);
    var ones = at(index + 1);
    return isDigit(tens) && isDigit(ones) ? (tens - '0') * 10 + ones - '0' : -1;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
