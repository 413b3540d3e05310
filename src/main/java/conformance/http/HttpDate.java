package conformance.http;

import conformance.contract.ResponseHead;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.http.client.utils.DateUtils;

/** Parses HTTP dates in the three formats that a recipient must accept (RFC 9110, 5.6.7). */
public final class HttpDate {
  private static final String[] FORMATS = {
    DateUtils.PATTERN_RFC1123, "EEEE, dd-MMM-yy HH:mm:ss zzz", DateUtils.PATTERN_ASCTIME
  };

  private HttpDate() {}

  /** The {@code Date} of a response (RFC 9110, section 6.6.1); empty if it cannot be parsed. */
  public static Optional<Instant> of(ResponseHead head) {
    return head.values("Date").stream().findFirst().flatMap(HttpDate::parse);
  }

  static Optional<Instant> parse(String text) {
    // HTTP dates may have leap seconds, which Java cannot parse; and Java's own formatter for
    // RFC 1123 writes days below ten with one digit.
    var date =
        text.strip()
            .replaceFirst("(:[0-9]{2}):60 ", "$1:59 ")
            .replace("  ", " ")
            .replaceFirst("^(?<day>[A-Za-z]+, )(?=[0-9] )", "${day}0");
    // A two-digit year more than 50 years in the future means the past (same section).
    var earliest = LocalDate.now(ZoneOffset.UTC).minusYears(49).withDayOfYear(1);
    var parsed =
        DateUtils.parseDate(
            date, FORMATS, Date.from(earliest.atStartOfDay(ZoneOffset.UTC).toInstant()));
    // DateUtils is lenient: it accepts a 32nd or a wrong day of the week as another day.
    return Optional.ofNullable(parsed)
        .filter(day -> Stream.of(FORMATS).anyMatch(f -> DateUtils.formatDate(day, f).equals(date)))
        .map(Date::toInstant);
  }
}
