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
 * Judges responses to probes: the body of an error by the schema documented for its status, and
 * what no response may expose.
 *
 * @param schemas schemas of error bodies, by their reference in openapi.yaml
 * @param checks the other checks of errors
 * @param echo the check that the token is not repeated
 * @param rules the rules of all these
 */
record ErrorResponses(
    Operation operation,
    Map<URI, BodySchema> schemas,
    ErrorChecks checks,
    ResponseCheck echo,
    List<Rule> rules) {

  /** How many bytes of a body without Content-Type are inspected. */
  private static final int PEEK_BYTES = 64;

  /** Judges the responses to {@code probes}. */
  static ErrorResponses of(Schemas files, Contract contract, Probes probes) {
    var operation = probes.operation();
    var schemas = new LinkedHashMap<URI, BodySchema>();
    for (var error : operation.errors()) {
      schemas.computeIfAbsent(error.schema(), any -> files.error(contract, operation, error));
    }
    var checks = new ErrorChecks(probes);
    var echo = TokenEcho.of(contract.name(), operation);
    var rules =
        Stream.of(
                Stream.of(echo.rule()),
                checks.of(Responder.APPLICATION).stream().map(ResponseCheck::rule),
                schemas.values().stream().flatMap(schema -> schema.rules().stream()))
            .flatMap(Function.identity())
            // The schemas of several errors may refer to the same file, and so share its rules.
            .collect(
                Collectors.toMap(
                    Rule::id, Function.identity(), (rule, same) -> rule, LinkedHashMap::new));
    return new ErrorResponses(operation, schemas, checks, echo, List.copyOf(rules.values()));
  }

  /**
   * Examines the body of a response that is announced as JSON. Other types only concern the rule on
   * Content-Type, and empty bodies the rule that an error has a body.
   */
  void examine(ResponseHead head, InputStream body, RuleCounter counter) throws IOException {
    var schema = operation.error(head.status()).map(error -> schemas.get(error.schema()));
    if (schema.isEmpty() || !head.decodable()) {
      return;
    }
    var peeked = new PushbackInputStream(body, PEEK_BYTES);
    var beginning = peeked.readNBytes(PEEK_BYTES);
    peeked.unread(beginning);
    if (beginning.length > 0
        && MediaType.isJson(head.values("Content-Type"), new String(beginning, UTF_8))) {
      var now = Instant.now();
      schema.get().examine(peeked, counter, Optional.of(now), schema.get().memory(now));
    }
  }

  /** Examines all of a response but the schema of its body. */
  void examine(Probe probe, Exchange exchange, RuleCounter counter) {
    echo.examine(exchange, counter);
    checks.of(probe.responder()).forEach(check -> check.examine(exchange, counter));
  }
}
