package conformance.protocol;

import conformance.contract.Deviation;
import conformance.contract.Exchange;
import conformance.contract.ResponseHead;
import conformance.contract.Rule;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How the target answers a request for what nobody has, which no other refusal should differ from.
 *
 * @param exchange that request; empty before it was sent
 * @param asked the values that this request and the compared ones are for
 */
record UnknownAnswer(Optional<Exchange> exchange, Collection<String> asked) {
  /** Words; those with a digit are ids, times and the like, which differ each time. */
  private static final Pattern WORD = Pattern.compile("[\\w.:+/%-]++");

  private static final Pattern DIGIT = Pattern.compile("[0-9]");

  boolean isRefusal() {
    return exchange
        .filter(Responses::isClientError)
        .filter(any -> any.head().filter(ResponseHead::busy).isEmpty())
        .isPresent();
  }

  /** Whether a response may repeat the text since it was asked for. */
  boolean isAsked(String text) {
    return asked.stream().anyMatch(value -> lower(value).contains(lower(text)));
  }

  /** Whether {@code other} is the same answer but for ids; a HEAD has no body to compare. */
  boolean isSame(Exchange other) {
    return exchange
        .filter(unknown -> Responses.status(unknown) == Responses.status(other))
        .filter(unknown -> isHead(other) || text(unknown).equals(text(other)))
        .isPresent();
  }

  /** How {@code other} differs, as a deviation. */
  List<Deviation> difference(Exchange other, Rule rule) {
    if (isSame(other)) {
      return List.of();
    }
    var status = Responses.status(exchange.orElseThrow());
    return status == Responses.status(other)
        ? List.of(
            new Deviation(
                "",
                rule.expected(),
                "another body",
                "by it, whoever asks learns that there is something"))
        : Responses.statusDeviation(
            rule,
            other,
            "what nobody has is answered with %d, so whoever asks learns that there is something"
                .formatted(status));
  }

  private static boolean isHead(Exchange exchange) {
    return exchange.request().method().equals("HEAD");
  }

  /** The body without what was asked for, and without whatever may differ each time. */
  private String text(Exchange any) {
    var text = lower(any.beginning());
    for (var value : asked) {
      text = text.replace(lower(value), "0");
    }
    return WORD.matcher(text).replaceAll(word -> DIGIT.matcher(word.group()).find() ? "0" : "$0");
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
