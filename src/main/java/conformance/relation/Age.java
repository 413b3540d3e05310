package conformance.relation;

import conformance.contract.Excerpt;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A relative time such as {@code 5 minutes ago} or {@code an hour ago}.
 *
 * <p>Libraries round these differently: down, to the nearest, "a month" from 26 days on. So a
 * tolerance of one unit either way is accepted.
 *
 * @param min the shortest duration that the text can mean, in seconds
 * @param max the longest, in seconds
 */
public record Age(long min, long max) {
  /** A unit of time, and its length in seconds. */
  private record Unit(char[] name, long seconds) {
    static Unit of(String name, long seconds) {
      return new Unit(name.toCharArray(), seconds);
    }
  }

  private static final Unit[] UNITS = {
    Unit.of("day", 86_400),
    Unit.of("hour", 3_600),
    Unit.of("minute", 60),
    Unit.of("second", 1),
    Unit.of("week", 7 * 86_400),
    Unit.of("month", 30 * 86_400),
    Unit.of("year", 365 * 86_400)
  };

  private static final char[] JUST_NOW = "just now".toCharArray();
  private static final char[] NOW = "now".toCharArray();
  private static final char[] A = "a".toCharArray();
  private static final char[] AN = "an".toCharArray();
  private static final char[] AGO = " ago".toCharArray();

  private static final Pattern AHEAD =
      Pattern.compile(
          "^\\s*in (?:an?|[0-9]{1,9}) (?:second|minute|hour|day|week|month|year)s?\\s*$"
              + "|(?:second|minute|hour|day|week|month|year)s? (?:from now|ahead)\\s*$|^\\s*tomorrow\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          "\\b(?:NaN|undefined|null|None|nil|Infinity|Invalid [dD]ate|invalid-date|N/A)\\b"
              + "|\\{\\{[^{}]{0,40}\\}\\}|\\$\\{[^{}]{0,40}\\}|%[sd]|\\{[0-9]\\}|\\[object Object\\]");

  /** Parses a relative time; empty if it is not understood. */
  static Optional<Age> of(String text) {
    return of(text.toCharArray(), 0, text.length());
  }

  /**
   * Why a text is wrong that is no age; empty if it may be one in words that are not understood.
   * Libraries that are given no date put placeholders in its place.
   */
  public static Optional<String> flaw(String text) {
    var ahead = AHEAD.matcher(text);
    if (ahead.find()) {
      return Optional.of("it tells of a time ahead");
    }
    var placeholder = PLACEHOLDER.matcher(text);
    return placeholder.find()
        ? Optional.of(
            "%s stands where a library found no time".formatted(Excerpt.text(placeholder.group())))
        : Optional.empty();
  }

  /** The same for a part of an array. */
  public static Optional<Age> of(char[] text, int start, int length) {
    for (var i = start; i < start + length; i++) {
      if ((text[i] < 'a' || text[i] > 'z') && (text[i] < '0' || text[i] > '9') && text[i] != ' ') {
        var lower = new String(text, start, length).strip().toLowerCase(Locale.ROOT).toCharArray();
        return ofLowerCase(lower, 0, lower.length);
      }
    }
    return ofLowerCase(text, start, start + length);
  }

  private static Optional<Age> ofLowerCase(char[] text, int from, int to) {
    var start = from;
    var end = to;
    while (start < end && text[start] == ' ') {
      start++;
    }
    while (start < end && text[end - 1] == ' ') {
      end--;
    }
    if (is(JUST_NOW, text, start, end) || is(NOW, text, start, end)) {
      return Optional.of(new Age(0, 120));
    }
    var ago = end - AGO.length;
    var space = start;
    while (space < end && text[space] != ' ') {
      space++;
    }
    if (space >= ago || !is(AGO, text, ago, end)) {
      return Optional.empty();
    }
    var number = number(text, start, space);
    var unit = seconds(text, space + 1, text[ago - 1] == 's' ? ago - 1 : ago);
    if (number < 0 || unit < 0) {
      return Optional.empty();
    }
    // Months and years vary in length: 12 months may be 366 days.
    var tolerance = unit * number / 30;
    return Optional.of(
        new Age(unit * Math.max(0, number - 1) - tolerance, unit * (number + 1) + tolerance));
  }

  private static boolean is(char[] expected, char[] text, int start, int end) {
    return start >= 0 && Arrays.equals(expected, 0, expected.length, text, start, end);
  }

  /** The number of at most four digits, 1 for an article, else -1. */
  private static int number(char[] text, int start, int end) {
    if (is(A, text, start, end) || is(AN, text, start, end)) {
      return 1;
    }
    var number = end - start > 4 ? -1 : 0;
    for (var i = start; i < end && number >= 0; i++) {
      var digit = text[i] - '0';
      number = digit >= 0 && digit <= 9 ? number * 10 + digit : -1;
    }
    return number;
  }

  /** The length of a unit of time; -1 if unknown. */
  private static long seconds(char[] text, int start, int end) {
    for (var unit : UNITS) {
      if (start <= end && is(unit.name, text, start, end)) {
        return unit.seconds;
      }
    }
    return -1;
  }

  boolean fits(Duration actual, Duration skew) {
    return fits(actual.getSeconds(), actual.getNano(), skew.getSeconds());
  }

  /**
   * Whether a time that has passed fits.
   *
   * @param seconds that have passed
   * @param nanos that have passed besides: 0 to 999999999
   * @param skew how much longer or shorter it may be, in seconds
   */
  public boolean fits(long seconds, int nanos, long skew) {
    return seconds + skew >= min && (seconds - skew < max || seconds - skew == max && nanos == 0);
  }
}
