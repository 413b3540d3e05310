package conformance.report;

import conformance.contract.Exchange;
import conformance.contract.RequestLink;
import conformance.contract.Verdict;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A result of SARIF (section 3.27). */
final class SarifResult {
  private static final JsonMapper JSON = new JsonMapper();

  private SarifResult() {}

  /**
   * The result for an annotation.
   *
   * @param rule index of its rule
   */
  static ObjectNode of(Annotation annotation, int rule, Optional<RequestLink> link) {
    var json = JSON.createObjectNode();
    json.put("ruleId", annotation.rule().id()).put("ruleIndex", rule);
    json.put("level", Sarif.level(annotation.rule()));
    json.set("message", Sarif.message(annotation.text()));
    location(json.putArray("locations").addObject(), annotation);
    json.putObject("partialFingerprints")
        .put("conformance/v1", annotation.fingerprint())
        // GitHub looks at no other.
        .put("primaryLocationLineHash", annotation.fingerprint());
    suppressions(json, annotation);
    var properties = json.putObject("properties");
    var counts = annotation.result().finding().counts();
    properties.put("interaction", annotation.entry().result().interaction().toString());
    properties.put("examined", counts.examined()).put("deviating", counts.deviating());
    annotation
        .entry()
        .result()
        .exchange()
        .ifPresent(
            exchange -> {
              request(json, exchange);
              link.ifPresent(it -> properties.put("requestLink", it.to(exchange).toString()));
            });
    return json;
  }

  private static void location(ObjectNode json, Annotation annotation) {
    var physical = json.putObject("physicalLocation");
    physical.putObject("artifactLocation").put("uri", annotation.file());
    physical.putObject("region").put("startLine", annotation.line());
    json.putArray("logicalLocations")
        .addObject()
        .put("fullyQualifiedName", Messages.name(annotation.deviation().location()));
  }

  /** Present, if empty, on each result, so that all of them are known to count (3.27.23). */
  private static void suppressions(ObjectNode json, Annotation annotation) {
    var suppressions = json.putArray("suppressions");
    if (annotation.entry().finding().verdict() instanceof Verdict.Known known) {
      suppressions
          .addObject()
          .put("kind", "external")
          .put("status", "accepted")
          .put("justification", Messages.why(known).orElseThrow());
    }
  }

  /** The request and its response, by the names that the target's logs know them by. */
  private static void request(ObjectNode json, Exchange exchange) {
    json.putObject("webRequest")
        .put("method", exchange.request().method())
        .put("target", exchange.url().toString())
        .putObject("headers")
        .put("traceparent", exchange.traceparent());
    exchange
        .head()
        .ifPresent(
            head -> {
              var response = json.putObject("webResponse").put("statusCode", head.status());
              exchange
                  .requestId()
                  .ifPresent(id -> response.putObject("headers").put(id.name(), id.value()));
            });
  }
}
