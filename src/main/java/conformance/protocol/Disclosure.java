package conformance.protocol;

import conformance.contract.Deviation;
import conformance.contract.Excerpt;
import conformance.contract.Exchange;
import conformance.contract.ResponseHead;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds in a refusal what it tells of the data that it refuses.
 *
 * @param owned texts of the data, each with its location in the owner's own read
 * @param unknown the refusal of what nobody has: what it tells as well is not about the data
 */
record Disclosure(Map<String, String> owned, UnknownAnswer unknown) {
  /** Neither accounts, discounts and countries, nor what is counted of requests and time. */
  private static final Pattern COUNTING =
      Pattern.compile(
          "(?i)(?!.*(time|duration|limit|request|attempt|retr(y|ies)))"
              + ".*((?<!ac|dis)count(?!r)|total|content-range|number.?of).*");

  /** A number, or a range with one (RFC 9110, section 14.4). */
  private static final Pattern COUNT = Pattern.compile("(?:.*/)?\\s*[0-9]{1,18}\\s*");

  private static final Pattern MEMBER =
      Pattern.compile("\"([^\"\\\\]{1,60})\"\\s*+:\\s*+([0-9]{1,18})");

  List<Deviation> of(Exchange exchange, String expected) {
    return Stream.of(
            countsInHead(exchange, expected),
            countsInBody(exchange, expected),
            data(exchange, expected))
        .flatMap(found -> found)
        .toList();
  }

  private Stream<Deviation> countsInHead(Exchange exchange, String expected) {
    return fields(exchange)
        .filter(field -> isCount(field.name(), field.value()))
        .filter(field -> !unknownHas(field))
        .map(
            field ->
                new Deviation(
                    "header:" + field.name(),
                    expected,
                    Excerpt.text(field.value()),
                    "it is a count"));
  }

  private Stream<Deviation> countsInBody(Exchange exchange, String expected) {
    var ofUnknown = unknown.exchange().map(Exchange::beginning).orElse("");
    return MEMBER
        .matcher(exchange.beginning())
        .results()
        .filter(member -> isCount(member.group(1), member.group(2)))
        .filter(member -> !ofUnknown.contains(member.group()))
        .map(member -> new Deviation("", expected, Excerpt.text(member.group()), "it is a count"));
  }

  private Stream<Deviation> data(Exchange exchange, String expected) {
    return owned.entrySet().stream()
        .filter(text -> !unknown.isAsked(text.getKey()))
        .filter(text -> !holds(unknown.exchange(), text.getKey()))
        .flatMap(
            text ->
                place(exchange, text.getKey()).stream()
                    .map(
                        at ->
                            new Deviation(
                                at,
                                expected,
                                "a text of the data",
                                "the owner's own read has it at " + text.getValue())))
        .limit(1);
  }

  private static boolean isCount(String name, String value) {
    return COUNTING.matcher(name).matches() && COUNT.matcher(value).matches();
  }

  private boolean unknownHas(ResponseHead.Header field) {
    return unknown.exchange().stream().flatMap(Disclosure::fields).anyMatch(field::equals);
  }

  private static boolean holds(Optional<Exchange> exchange, String text) {
    return exchange.flatMap(it -> place(it, text)).isPresent();
  }

  private static Optional<String> place(Exchange exchange, String text) {
    return exchange.beginning().contains(text)
        ? Optional.of("")
        : fields(exchange)
            .filter(field -> field.value().contains(text))
            .findFirst()
            .map(field -> "header:" + field.name());
  }

  private static Stream<ResponseHead.Header> fields(Exchange exchange) {
    return exchange.head().stream().flatMap(head -> head.headers().stream());
  }
}
