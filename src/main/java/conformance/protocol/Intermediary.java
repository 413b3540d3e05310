package conformance.protocol;

import conformance.contract.Excerpt;
import conformance.contract.Exchange;
import conformance.contract.ResponseHead;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Who answered in place of the API: a gateway, a firewall, a proxy, a portal (RFC 9110, section
 * 3.7), known by a page of HTML where the API gives JSON, by a field that only it sends, or by a
 * status that only it has.
 *
 * @param page what identifies it: {@code status 403, title "Access Denied", Server "AkamaiGHost"}
 */
public record Intermediary(String page) {
  private static final Pattern HTML =
      Pattern.compile(
          "[\\s\\x{FEFF}]*+(?:(?:<!--.*?-->|<\\?xml.*?\\?>)\\s*+)*"
              + "<(?:!doctype\\s+html|html|head|body|title|meta|script|center|h1)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern HTML_TYPE =
      Pattern.compile("\\s*(text/html|application/xhtml\\+xml)\\b.*", Pattern.CASE_INSENSITIVE);

  /** Fields of a firewall's own answers: those of Cloudflare, AWS and Squid. */
  private static final List<String> FIELDS =
      List.of("cf-mitigated", "x-amzn-waf-action", "X-Squid-Error");

  /**
   * Statuses of a gateway that got no answer, those of Cloudflare included (RFC 9110, sections
   * 15.6.3 and 15.6.5), and of a network that asks for a login (RFC 6585, section 6). An API that
   * is a gateway itself says so in JSON.
   */
  private static final Set<Integer> STATUSES =
      Set.of(407, 502, 504, 511, 520, 521, 522, 523, 524, 525, 526, 530);

  private static final List<Pattern> TITLES =
      Stream.of("<title[^>]*>(.*?)</title>", "<h1[^>]*>(.*?)</h1>")
          .map(title -> Pattern.compile(title, Pattern.CASE_INSENSITIVE | Pattern.DOTALL))
          .toList();

  /** Who answered; empty if the API did, or nobody. */
  public static Optional<Intermediary> of(Exchange exchange) {
    return exchange
        .head()
        .filter(head -> isPage(head, exchange) || hasField(head) || hasStatus(head, exchange))
        .map(head -> new Intermediary(identified(head, exchange)));
  }

  /** The status, and whatever else identifies who answered if that is no JSON. */
  static String described(ResponseHead head, Exchange exchange) {
    return exchange.beginning().isBlank()
            || MediaType.isJson(head.values("Content-Type"), exchange.beginning())
        ? "status " + head.status()
        : identified(head, exchange);
  }

  private static boolean isPage(ResponseHead head, Exchange exchange) {
    var saysSo = head.values("Content-Type").stream().anyMatch(HTML_TYPE.asMatchPredicate());
    return head.decodable()
        ? HTML.matcher(exchange.beginning()).lookingAt()
            || saysSo && exchange.beginning().stripLeading().startsWith("<")
        : saysSo;
  }

  private static boolean hasField(ResponseHead head) {
    return FIELDS.stream().anyMatch(name -> !head.values(name).isEmpty());
  }

  private static boolean hasStatus(ResponseHead head, Exchange exchange) {
    return STATUSES.contains(head.status())
        && !MediaType.isJson(head.values("Content-Type"), exchange.beginning());
  }

  private static String identified(ResponseHead head, Exchange exchange) {
    var page = new StringBuilder("status " + head.status());
    title(head.decodable() ? exchange.beginning() : "")
        .ifPresent(title -> page.append(", ").append(title));
    head.values("Server").stream()
        .findFirst()
        .ifPresent(server -> page.append(", Server ").append(Excerpt.text(server)));
    return Excerpt.withoutCommands(page.toString());
  }

  /** The title of a page; else its heading, or the first line of a text. */
  private static Optional<String> title(String body) {
    var marked =
        TITLES.stream()
            .map(pattern -> pattern.matcher(body))
            .filter(Matcher::find)
            .map(title -> title.group(1));
    return first("title", marked).or(() -> first("text", body.lines()));
  }

  private static Optional<String> first(String what, Stream<String> texts) {
    return texts
        .map(text -> text.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").strip())
        .filter(text -> !text.isEmpty())
        .map(text -> what + " " + Excerpt.text(text))
        .findFirst();
  }

  @Override
  public String toString() {
    return page;
  }
}
