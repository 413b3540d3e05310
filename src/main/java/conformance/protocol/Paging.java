package conformance.protocol;

import conformance.contract.Basis;
import conformance.contract.Deviation;
import conformance.contract.Excerpt;
import conformance.contract.Level;
import conformance.contract.Operation;
import conformance.contract.ResponseHead;
import conformance.contract.Rule;
import conformance.contract.Source;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The rule that a list is whole: the documentation knows no paging, so header fields that tell of
 * other pages mean items that no client will ask for.
 *
 * @param status the documented status
 */
public record Paging(Rule rule, int status) {
  /** A link and its parameters (RFC 8288, section 3). */
  private static final Pattern LINK =
      Pattern.compile("<[^>]*+>((?:\"(?:[^\"\\\\]|\\\\.)*+\"|[^,\"])*+)");

  private static final Pattern PARAMETER =
      Pattern.compile(
          ";\\s*+([^\\s=;,\"]++)\\s*+(?:=\\s*+(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^\\s;,\"]*+)))?+");

  /** First and last position, and the number of all (RFC 9110, section 14.4). */
  private static final Pattern RANGE =
      Pattern.compile("(?:[^\\s]++\\s++)?([0-9]{1,18})-([0-9]{1,18})/([0-9]{1,18}|\\*)");

  private static final List<String> TOTALS =
      List.of("X-Total-Count", "X-Total", "Total-Count", "X-Pagination-Total-Count");

  /** The rule of one operation of the contract named {@code contract}. */
  public static Paging of(String contract, Operation operation) {
    var documented = operation.response();
    return new Paging(
        new Rule(
            "%s/openapi.yaml#%s/%d/header/paging"
                .formatted(contract, operation.id(), documented.status()),
            Level.SHOULD,
            new Source(documented.source().section(), Basis.IMPLIED),
            ResponseChecks.CATEGORY,
            "header fields",
            "header fields tell of no other page",
            "all items in one response"),
        documented.status());
  }

  /** The check of a response whose body has so many items. */
  public ResponseCheck of(long items) {
    return new ResponseCheck(
        rule,
        exchange -> Responses.status(exchange) == status && exchange.failure().isEmpty(),
        exchange ->
            exchange.beginning().stripLeading().startsWith("[")
                ? deviations(exchange.head().orElseThrow(), items)
                : List.of());
  }

  private List<Deviation> deviations(ResponseHead head, long items) {
    var totals = TOTALS.stream().flatMap(name -> values(head, name, total(items)));
    return Stream.of(
            values(head, "Link", Paging::link),
            values(head, "Content-Range", Paging::range),
            values(
                head,
                "X-Next-Page",
                value -> value.isBlank() ? Optional.empty() : Optional.of("there is a next page")),
            totals)
        .flatMap(it -> it)
        .toList();
  }

  /** Tells what a value says of other pages. */
  private interface Reading {
    Optional<String> of(String value);
  }

  private Stream<Deviation> values(ResponseHead head, String name, Reading reading) {
    return head.values(name).stream()
        .flatMap(
            value ->
                reading.of(value).stream()
                    .map(
                        reason ->
                            new Deviation(
                                "header:" + name, rule.expected(), Excerpt.text(value), reason)));
  }

  private static Optional<String> link(String value) {
    return LINK.matcher(value)
        .results()
        .flatMap(link -> relations(link.group(1)).stream())
        .flatMap(relations -> Stream.of(relations.toLowerCase(Locale.ROOT).split("\\s+")))
        .filter(List.of("next", "prev", "previous")::contains)
        .findFirst()
        .map("it links to a page of the relation %s"::formatted);
  }

  /** The value of the first {@code rel}; further ones are ignored (RFC 8288, section 3.3). */
  private static Optional<String> relations(String parameters) {
    return PARAMETER
        .matcher(parameters)
        .results()
        .filter(parameter -> parameter.group(1).equalsIgnoreCase("rel"))
        .findFirst()
        .map(rel -> rel.group(2) == null ? rel.group(3) : rel.group(2));
  }

  private static Optional<String> range(String value) {
    var range = RANGE.matcher(value.strip());
    return Optional.of(range)
        .filter(it -> it.matches() && isPart(it))
        .map(it -> "it is said to be a part, %s to %s".formatted(it.group(1), it.group(2)));
  }

  private static boolean isPart(MatchResult range) {
    return Long.parseLong(range.group(1)) > 0
        || !range.group(3).equals("*")
            && Long.parseLong(range.group(3)) > Long.parseLong(range.group(2)) + 1;
  }

  private static Reading total(long items) {
    return value ->
        Optional.of(value.strip())
            .filter(total -> total.matches("[0-9]{1,18}") && Long.parseLong(total) > items)
            .map(total -> "the body has %,d items".formatted(items));
  }
}
