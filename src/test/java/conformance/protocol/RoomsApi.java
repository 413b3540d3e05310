package conformance.protocol;

import conformance.contract.Basis;
import conformance.contract.Credential;
import conformance.contract.Deviation;
import conformance.contract.DocumentedError;
import conformance.contract.DocumentedResponse;
import conformance.contract.Exchange;
import conformance.contract.Failure;
import conformance.contract.Failure.Kind;
import conformance.contract.Operation;
import conformance.contract.PathParameter;
import conformance.contract.Request;
import conformance.contract.ResponseHead;
import conformance.contract.ResponseHead.Header;
import conformance.contract.Rule;
import conformance.contract.RuleCounter;
import conformance.contract.SecurityScheme;
import conformance.contract.Source;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** An invented API that lists the doors of a room, with exchanges as if it had responded. */
final class RoomsApi {
  static final String ID = "3c90c3cc-0d44-4b50-8888-8dd25736052a";
  static final String OTHER_ID = "7d1e0f2a-5b6c-4d7e-8f90-a1b2c3d4e5f6";
  static final Map<String, String> ASKED = Map.of("room_id", ID);
  static final String DATA = "[{\"door_id\": 1, \"colour\": \"red\"}]";

  private static final Source SOURCE = new Source("Doors", Basis.STATED);

  private RoomsApi() {}

  /** Errors are documented for statuses 400 to 499. */
  static Operation operation(boolean secured, String format, String... methods) {
    var security = Optional.of(SecurityScheme.BEARER).filter(any -> secured);
    return operation(security, format, methods);
  }

  static Operation operation(Optional<SecurityScheme> security, String format, String... methods) {
    return new Operation(
        "listDoors",
        "list doors",
        "GET",
        "/rooms/{room_id}/doors",
        Set.of(methods),
        security,
        List.of(new PathParameter("room_id", format, ID, Optional.of(OTHER_ID))),
        new DocumentedResponse(
            200, "application/json", URI.create("doors.json"), Optional.empty(), SOURCE),
        List.of(new DocumentedError("4XX", "text/plain", URI.create("error.json"), SOURCE)),
        Map.of());
  }

  static Probes probes() {
    return probes(operation(true, "uuid", "GET"));
  }

  static Probes probes(Operation operation) {
    return new Probes("rooms", operation, new DataLeak(Set.of("door_id", "colour", "width")));
  }

  /** A complete response with header fields in the form {@code Name: value}. */
  static Exchange response(int status, String body, String... fields) {
    return exchange(Optional.of(head(status, fields)), body, Optional.empty());
  }

  /** A response with an incomplete body. */
  static Exchange incomplete(int status, String body) {
    return exchange(
        Optional.of(head(status)), body, Optional.of(new Failure(Kind.BODY, "it broke off")));
  }

  static Exchange noResponse(Kind kind) {
    return exchange(Optional.empty(), "", Optional.of(new Failure(kind, "nothing came")));
  }

  /** The same exchange with another credential in its request. */
  static Exchange with(Credential credential, Exchange exchange) {
    var request = exchange.request();
    return new Exchange(
        new Request(request.method(), request.path(), request.mediaType(), credential),
        exchange.url(),
        exchange.head(),
        exchange.beginning(),
        exchange.bytes(),
        exchange.failure(),
        exchange.echoes(),
        exchange.began(),
        exchange.took(),
        exchange.traceparent());
  }

  static Exchange echoing(Exchange exchange, String... places) {
    return new Exchange(
        exchange.request(),
        exchange.url(),
        exchange.head(),
        exchange.beginning(),
        exchange.bytes(),
        exchange.failure(),
        List.of(places),
        exchange.began(),
        exchange.took(),
        exchange.traceparent());
  }

  /** The outcome of a check in one line: its deviation, {@code kept} or {@code not examined}. */
  static String outcome(ResponseCheck check, Exchange exchange) {
    var counter = new RuleCounter(List.of(check.rule()));
    check.examine(exchange, counter);
    var counts = counter.results().get(0);
    if (counts.examined() == 0) {
      return "not examined";
    }
    return counts.deviations().stream().map(RoomsApi::line).findFirst().orElse("kept");
  }

  static String line(Deviation it) {
    return "%s: expected %s, not %s: %s"
        .formatted(it.location(), it.expected(), it.actual(), it.reason());
  }

  /** {@code must #listDoors/200/status: HTTP status is 200}. */
  static String line(Rule rule) {
    return "%s %s: %s (%s)"
        .formatted(
            rule.level(),
            rule.id().replace("rooms/openapi.yaml#listDoors/", ""),
            rule.promise(),
            rule.expected());
  }

  static ResponseCheck named(String id, Stream<ResponseCheck> checks) {
    return checks.filter(it -> it.rule().id().endsWith("/" + id)).findFirst().orElseThrow();
  }

  private static ResponseHead head(int status, String... fields) {
    return new ResponseHead(
        status,
        Stream.of(fields)
            .map(it -> it.split(": ", 2))
            .map(it -> new Header(it[0], it[1]))
            .toList());
  }

  private static Exchange exchange(
      Optional<ResponseHead> head, String body, Optional<Failure> failure) {
    return new Exchange(
        new Request("GET", "/rooms/" + ID + "/doors", "application/json", Credential.TOKEN),
        URI.create("http://localhost/rooms/" + ID + "/doors"),
        head,
        body,
        body.length(),
        failure,
        List.of(),
        Instant.EPOCH,
        Duration.ZERO,
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
  }
}
