package conformance.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import conformance.contract.Contract;
import conformance.contract.Exchange;
import conformance.contract.Operation;
import conformance.contract.ResponseHead;
import conformance.contract.Rule;
import conformance.contract.RuleCounter;
import conformance.protocol.ErrorChecks;
import conformance.protocol.MediaType;
import conformance.protocol.Probe;
import conformance.protocol.Probe.Responder;
import conformance.protocol.Probes;
import conformance.protocol.ResponseCheck;
import conformance.protocol.TokenEcho;
import conformance.schema.BodySchema;
import conformance.schema.Schemas;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Judges whatever answers a probe: the body of an error against the schema that is documented for
 * its status, and what no answer may give away.
 *
 * @param operation the operation that was asked for
 * @param schemas what the bodies of errors are held to, by the reference in openapi.yaml
 * @param checks what errors are held to besides
 * @param echo whether the token is repeated
 * @param rules every rule of these
 */
record ErrorResponses(
    Operation operation,
    Map<URI, BodySchema> schemas,
    ErrorChecks checks,
    ResponseCheck echo,
    List<Rule> rules) {

  /** How much of a body without Content-Type is looked at, in bytes. */
  private static final int PEEKED = 64;

  /** What is held to the errors that are documented for the operation of the probes. */
  static ErrorResponses of(Schemas files, Contract contract, Probes probes) {
    var operation = probes.operation();
    var schemas = new LinkedHashMap<URI, BodySchema>();
    for (var error : operation.errors()) {
      schemas.computeIfAbsent(error.schema(), it -> files.error(contract, operation, error));
    }
    var checks = new ErrorChecks(probes);
    var echo = TokenEcho.of(contract.name(), operation);
    var rules =
        Stream.of(
                Stream.of(echo.rule()),
                checks.of(Responder.APPLICATION).stream().map(ResponseCheck::rule),
                schemas.values().stream().flatMap(it -> it.rules().stream()))
            .flatMap(Function.identity())
            // Errors that are described in several files may share one of them.
            .collect(
                Collectors.toMap(
                    Rule::id, Function.identity(), (one, same) -> one, LinkedHashMap::new));
    return new ErrorResponses(operation, schemas, checks, echo, List.copyOf(rules.values()));
  }

  /**
   * Examines the body of a response, if it says that it is JSON: an error of another type is a
   * matter of its Content-Type alone. An empty body is another rule's matter than one not JSON.
   */
  void examine(ResponseHead head, InputStream body, RuleCounter counter) throws IOException {
    var schema = operation.error(head.status()).map(error -> schemas.get(error.schema()));
    if (schema.isEmpty() || !head.decodable()) {
      return;
    }
    var peeked = new PushbackInputStream(body, PEEKED);
    var beginning = peeked.readNBytes(PEEKED);
    peeked.unread(beginning);
    if (beginning.length > 0
        && MediaType.isJson(head.values("Content-Type"), new String(beginning, UTF_8))) {
      var now = Instant.now();
      schema.get().examine(peeked, counter, Optional.of(now), schema.get().memory(now));
    }
  }

  /** Examines what there is to a response besides the schema of its body. */
  void examine(Probe probe, Exchange exchange, RuleCounter counter) {
    echo.examine(exchange, counter);
    checks.of(probe.responder()).forEach(check -> check.examine(exchange, counter));
  }
}
