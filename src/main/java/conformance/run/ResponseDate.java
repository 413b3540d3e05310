package conformance.run;

import conformance.contract.Basis;
import conformance.contract.Deviation;
import conformance.contract.Excerpt;
import conformance.contract.Exchange;
import conformance.contract.Level;
import conformance.contract.Operation;
import conformance.contract.ResponseHead;
import conformance.contract.Rule;
import conformance.contract.Source;
import conformance.http.HttpDate;
import conformance.protocol.ResponseCheck;
import conformance.protocol.ResponseChecks;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** When a response was made: its {@code Date} (RFC 9110, section 6.6.1), where that can be. */
final class ResponseDate {
  /** As much as the rules allow between the times of a body and the response. */
  private static final Duration SKEW = Duration.ofMinutes(5);

  private ResponseDate() {}

  /** The time of a response that has just arrived; this machine's if its Date is wrong. */
  static Instant of(ResponseHead head) {
    var now = Instant.now();
    return HttpDate.of(head)
        .filter(date -> off(date, head, now, now).isZero())
        .orElseGet(() -> now.truncatedTo(ChronoUnit.SECONDS));
  }

  /** The check of the Date; only a should, as a sender is only to approximate the time. */
  static ResponseCheck check(String contract, Operation operation) {
    var rule =
        new Rule(
            "%s/openapi.yaml#%s/%d/header/Date"
                .formatted(contract, operation.id(), operation.response().status()),
            Level.SHOULD,
            new Source("Response; RFC 9110, section 6.6.1", Basis.IMPLIED),
            ResponseChecks.CATEGORY,
            "Date",
            "Date is the time of the response",
            "the time of the response, within 5 minutes by this machine's clock");
    return new ResponseCheck(
        rule,
        exchange ->
            exchange
                .head()
                .filter(head -> head.status() == operation.response().status())
                .filter(head -> !head.values("Date").isEmpty())
                .isPresent(),
        exchange -> deviations(rule, exchange));
  }

  private static List<Deviation> deviations(Rule rule, Exchange exchange) {
    var head = exchange.head().orElseThrow();
    var reason =
        HttpDate.of(head)
            .map(date -> off(date, head, exchange.began(), exchange.began().plus(exchange.took())))
            .map(ResponseDate::reason)
            .orElse("it is no HTTP date");
    return reason.isEmpty()
        ? List.of()
        : List.of(
            new Deviation(
                "header:Date",
                rule.expected(),
                Excerpt.text(head.values("Date").get(0)),
                reason + ", so times are held against this machine's clock"));
  }

  /** How far off a date is, ahead if positive; zero if it may be right. */
  private static Duration off(Instant date, ResponseHead head, Instant from, Instant to) {
    var latest = date.plusSeconds(age(head));
    if (latest.isBefore(from.minus(SKEW))) {
      return Duration.between(from, latest);
    }
    return date.isAfter(to.plus(SKEW)) ? Duration.between(to, date) : Duration.ZERO;
  }

  /** How long a cache has had the response, in seconds (RFC 9111, section 5.1). */
  private static long age(ResponseHead head) {
    return head.values("Age").stream()
        .filter(age -> age.strip().matches("[0-9]{1,9}"))
        .mapToLong(age -> Long.parseLong(age.strip()))
        .findFirst()
        .orElse(0);
  }

  private static String reason(Duration off) {
    var by = off.abs();
    return off.isZero()
        ? ""
        : "it is %s %s"
            .formatted(
                by.toDays() > 0
                    ? "%,d days".formatted(by.toDays())
                    : "%d h %02d min".formatted(by.toHours(), by.toMinutesPart()),
                off.isNegative() ? "behind" : "ahead");
  }
}
