package conformance.http;

import conformance.contract.ResponseHead;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.http.client.utils.DateUtils;

/**
 * Reads dates in HTTP headers in each of the three forms that RFC 9110, section 5.6.7, asks a
 * recipient to accept.
 */
public final class HttpDate {
  private static final String[] FORMS = {
    DateUtils.PATTERN_RFC1123, "EEEE, dd-MMM-yy HH:mm:ss zzz", DateUtils.PATTERN_ASCTIME
  };

  private HttpDate() {}

  /** When a response was made: its {@code Date} (RFC 9110, section 6.6.1), if it is readable. */
  public static Optional<Instant> of(ResponseHead head) {
    return head.values("Date").stream().findFirst().flatMap(HttpDate::parse);
  }

  static Optional<Instant> parse(String text) {
    // Of a leap second, which they may have, Java knows nothing.
    var date = text.strip().replaceFirst("(:[0-9]{2}):60 ", "$1:59 ").replace("  ", " ");
    // A year of two digits that lies more than 50 years ahead is one of the past.
    var earliest = LocalDate.now(ZoneOffset.UTC).minusYears(49).withDayOfYear(1);
    var parsed =
        DateUtils.parseDate(
            date, FORMS, Date.from(earliest.atStartOfDay(ZoneOffset.UTC).toInstant()));
    // The client takes a 32nd or the wrong day of the week for some other day.
    return Optional.ofNullable(parsed)
        .filter(
            it -> Stream.of(FORMS).anyMatch(form -> DateUtils.formatDate(it, form).equals(date)))
        .map(Date::toInstant);
  }
}
