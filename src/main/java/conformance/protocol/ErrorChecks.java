package conformance.protocol;

import conformance.contract.Basis;
import conformance.contract.Deviation;
import conformance.contract.DocumentedError;
import conformance.contract.Excerpt;
import conformance.contract.Exchange;
import conformance.contract.Level;
import conformance.contract.ResponseHead;
import conformance.contract.Rule;
import conformance.contract.Source;
import conformance.protocol.Probe.Answerer;
import conformance.protocol.Probes.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What an error is held to, besides the schema of its body, whatever request it answers.
 *
 * @param probes the operation that was asked for
 */
public record ErrorChecks(Probes probes) {

  /** What the answer to a probe is held to, by who may answer it. */
  public List<ResponseCheck> of(Answerer answerer) {
    var checks = new ArrayList<>(List.of(noData(), inside()));
    if (answerer != Answerer.ANYONE) {
      checks.addAll(List.of(complete(), body(), contentEncoding(), challenge(), allow()));
    }
    if (answerer == Answerer.APPLICATION) {
      checks.add(mediaType());
    }
    return List.copyOf(checks);
  }

  private ResponseCheck noData() {
    var rule = rule("no-data", Level.MUST, "RFC 9110, section 15.5", "carries no data", "no data");
    return check(
        rule,
        Responses::tellsNoSuccess,
        exchange ->
            Optional.of(probes.data().leaked(exchange))
                .filter(names -> !names.isEmpty())
                .map(
                    names ->
                        new Deviation(
                            "",
                            rule.expected(),
                            "the properties " + String.join(", ", names),
                            "with status %d it gives the data away all the same"
                                .formatted(Responses.status(exchange)))));
  }

  private ResponseCheck inside() {
    var rule =
        rule(
            "inside",
            Level.MUST,
            "CWE-209",
            "tells nothing of the server's inside",
            "no stack trace, file path or SQL");
    return check(
        rule,
        Responses::tellsNoSuccess,
        exchange ->
            InternalsLeak.of(exchange.beginning())
                .map(
                    found ->
                        new Deviation(
                            "",
                            rule.expected(),
                            Excerpt.text(found.text()),
                            "it shows %s".formatted(found.what()))));
  }

  private ResponseCheck complete() {
    var rule =
        rule("complete", Level.MUST, "RFC 9112, section 8", "arrives whole", "the whole body");
    return check(rule, Responses::isError, exchange -> Responses.brokenOff(rule, exchange));
  }

  private ResponseCheck body() {
    var rule = rule("body", Level.SHOULD, "Errors", "has a body", "a body");
    return check(
        rule,
        exchange -> documented(exchange).isPresent() && exchange.failure().isEmpty(),
        exchange ->
            exchange.beginning().isEmpty()
                ? Optional.of(
                    new Deviation("", rule.expected(), "an empty body", "it says nothing"))
                : Optional.empty());
  }

  private ResponseCheck mediaType() {
    var rule =
        rule(
            "header/Content-Type",
            Level.SHOULD,
            "Errors",
            "has the documented Content-Type",
            "the media type of its body");
    return check(
        rule,
        exchange -> documented(exchange).isPresent() && Responses.tellsError(exchange),
        exchange -> {
          var types = exchange.head().orElseThrow().values("Content-Type");
          var wanted = documented(exchange).orElseThrow().mediaType();
          return MediaType.deviation(types, wanted, wanted)
              .filter(any -> MediaType.fault(types, "application/problem+json").isPresent());
        });
  }

  private ResponseCheck contentEncoding() {
    var rule =
        rule(
            "header/Content-Encoding",
            Level.SHOULD,
            "RFC 9110, section 12.5.3",
            "is in a coding that was asked for",
            ResponseHead.ENCODINGS + ", or none");
    return check(rule, Responses::tellsError, exchange -> Responses.encoded(rule, exchange));
  }

  private ResponseCheck challenge() {
    return header(
        401, "WWW-Authenticate", "11.6.1", "a client learns from it how to prove its right");
  }

  private ResponseCheck allow() {
    return header(405, "Allow", "15.5.6", "a client learns from it which methods there are");
  }

  /** A header that an answer with this status is to have (RFC 9110). */
  private ResponseCheck header(int status, String name, String section, String reason) {
    var rule =
        probes.rule(
            "error/header/" + name,
            Level.SHOULD,
            new Source("Errors; RFC 9110, section " + section, Basis.IMPLIED),
            new Subject(name, "answer with status %d has %s".formatted(status, name), "present"));
    return check(
        rule,
        exchange -> Responses.status(exchange) == status,
        exchange ->
            exchange.head().orElseThrow().values(name).isEmpty()
                ? Optional.of(new Deviation("header:" + name, "present", "missing", reason))
                : Optional.empty());
  }

  private Optional<DocumentedError> documented(Exchange exchange) {
    return probes.operation().error(Responses.status(exchange));
  }

  private static ResponseCheck check(
      Rule rule, Predicate<Exchange> applies, Function<Exchange, Optional<Deviation>> deviation) {
    return new ResponseCheck(rule, applies, deviation);
  }

  private Rule rule(String id, Level level, String section, String promise, String expected) {
    return probes.rule(
        "error/" + id,
        level,
        new Source(section, Basis.IMPLIED),
        new Subject("error", "error " + promise, expected));
  }
}
