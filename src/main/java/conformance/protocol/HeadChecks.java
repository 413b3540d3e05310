package conformance.protocol;

import conformance.contract.Basis;
import conformance.contract.Deviation;
import conformance.contract.Excerpt;
import conformance.contract.Exchange;
import conformance.contract.Level;
import conformance.contract.ResponseHead;
import conformance.contract.ResponseHead.Header;
import conformance.contract.Rule;
import conformance.contract.Source;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Checks of a response head as it was received. Clients read some odd heads each in its own way,
 * and gateways refuse them.
 */
final class HeadChecks {
  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0A-\\x1F\\x7F]");
  private static final String TRANSFER_ENCODING = "Transfer-Encoding";
  private static final String CONTENT_LENGTH = "Content-Length";

  private final String address;
  private final Source documented;

  private HeadChecks(String address, Source documented) {
    this.address = address;
    this.documented = documented;
  }

  /** The checks whose rules' ids begin with {@code address}. */
  static List<ResponseCheck> of(String address, Source documented) {
    var checks = new HeadChecks(address, documented);
    return List.of(checks.fields(), checks.framing(), checks.oneLength());
  }

  private ResponseCheck fields() {
    var rule =
        rule(
            "fields",
            Level.MUST,
            "RFC 9110, sections 5.1 and 5.5",
            "header fields are well-formed",
            "names without white space, values without control characters");
    return check(
        rule,
        exchange ->
            exchange.head().orElseThrow().headers().stream()
                // The mask of a token is no part of a name.
                .filter(field -> !exchange.echoes().contains("header:" + field.name()))
                .flatMap(field -> malformed(rule, field).stream()));
  }

  private static Optional<Deviation> malformed(Rule rule, Header field) {
    var location = "header:" + field.name();
    if (!TOKEN.matcher(field.name()).matches()) {
      var reason =
          field.name().matches("(?s).*\\s")
              ? "white space stands between the name and the colon"
              : "a name is made of letters, digits and some marks";
      return Optional.of(
          new Deviation(location, rule.expected(), Excerpt.text(field.name()), reason));
    }
    return CONTROL
        .matcher(field.value())
        .results()
        .findFirst()
        .map(
            found ->
                new Deviation(
                    location,
                    rule.expected(),
                    Excerpt.text(field.value()),
                    "character %d is a control character".formatted(found.start() + 1)));
  }

  private ResponseCheck framing() {
    var rule =
        rule(
            "framing",
            Level.MUST,
            "RFC 9112, sections 6.1 to 6.3",
            "header fields say in one way where the body ends",
            "Transfer-Encoding: chunked, or one Content-Length, or neither");
    return check(rule, exchange -> framing(rule, exchange.head().orElseThrow()));
  }

  private static Stream<Deviation> framing(Rule rule, ResponseHead head) {
    var codings = members(head, TRANSFER_ENCODING);
    var lengths = members(head, CONTENT_LENGTH);
    var chunked = Collections.frequency(codings, "chunked");
    if (chunked > 1) {
      return at(rule, head, TRANSFER_ENCODING, "it names chunked %d times".formatted(chunked));
    }
    if (chunked == 1 && !codings.get(codings.size() - 1).equals("chunked")) {
      return at(rule, head, TRANSFER_ENCODING, "chunked is not the last of the codings");
    }
    if (!codings.isEmpty() && !lengths.isEmpty()) {
      return at(rule, head, CONTENT_LENGTH, "there is a Transfer-Encoding as well");
    }
    if (lengths.stream().anyMatch(length -> !length.matches("[0-9]+"))) {
      return at(rule, head, CONTENT_LENGTH, "it is not a number");
    }
    return lengths.stream().distinct().count() > 1
        ? at(rule, head, CONTENT_LENGTH, "the lengths differ")
        : Stream.empty();
  }

  private ResponseCheck oneLength() {
    var rule =
        rule(
            CONTENT_LENGTH,
            Level.SHOULD,
            "RFC 9110, section 8.6",
            "Content-Length is said once",
            "one number");
    return check(
        rule,
        exchange -> {
          var head = exchange.head().orElseThrow();
          var lengths = members(head, CONTENT_LENGTH);
          return lengths.size() > 1 && lengths.stream().distinct().count() == 1
              ? at(rule, head, CONTENT_LENGTH, "recipients may refuse a length that is repeated")
              : Stream.empty();
        });
  }

  private static Stream<Deviation> at(Rule rule, ResponseHead head, String name, String reason) {
    var value = Excerpt.text(String.join(", ", head.values(name)));
    return Stream.of(new Deviation("header:" + name, rule.expected(), value, reason));
  }

  /** The members of a list (RFC 9110, section 5.6.1), which may be spread over several fields. */
  private static List<String> members(ResponseHead head, String name) {
    return head.values(name).stream()
        .flatMap(value -> Stream.of(value.split(",", -1)))
        .map(member -> member.strip().toLowerCase(Locale.ROOT))
        .toList();
  }

  private static ResponseCheck check(Rule rule, Function<Exchange, Stream<Deviation>> deviations) {
    return new ResponseCheck(
        rule,
        exchange -> exchange.head().isPresent(),
        exchange -> deviations.apply(exchange).toList());
  }

  private Rule rule(String id, Level level, String section, String promise, String expected) {
    var source = new Source(documented.section() + "; " + section, Basis.IMPLIED);
    return new Rule(
        address + "header/" + id,
        level,
        source,
        ResponseChecks.CATEGORY,
        "header fields",
        promise,
        expected);
  }
}
