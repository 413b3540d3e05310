package conformance.contract;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads dates in HTTP headers in each of the three forms that RFC 9110, section 5.6.7, asks a
 * recipient to accept.
 */
public final class HttpDate {
  /** A year of two digits that lies more than 50 years ahead is one of the past. */
  private static final DateTimeFormatter RFC_850 =
      new DateTimeFormatterBuilder()
          .appendPattern("EEEE, dd-MMM-")
          .appendValueReduced(ChronoField.YEAR, 2, 2, LocalDate.now(ZoneOffset.UTC).minusYears(49))
          .appendPattern(" HH:mm:ss 'GMT'")
          .toFormatter(Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private static final DateTimeFormatter ASCTIME =
      DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private static final List<DateTimeFormatter> FORMS =
      List.of(DateTimeFormatter.RFC_1123_DATE_TIME, RFC_850, ASCTIME);

  private HttpDate() {}

  public static Optional<Instant> parse(String text) {
    // Of a leap second, which they may have, java.time knows nothing.
    var date = text.strip().replaceFirst("(:[0-9]{2}):60 ", "$1:59 ");
    for (var form : FORMS) {
      try {
        return Optional.of(ZonedDateTime.parse(date, form).toInstant());
      } catch (DateTimeException e) {
        // It may have another form.
      }
    }
    return Optional.empty();
  }
}
