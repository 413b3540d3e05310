package conformance.schema;

import conformance.contract.Contract;
import conformance.contract.Operation;
import conformance.contract.PathParameter;
import conformance.contract.Tally;
import conformance.fixture.Fixture;
import conformance.fixture.FixtureServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The bodies of a fixture's two answers, to be examined again and again without a server.
 *
 * @param fixture where they come from
 * @param operation what they answer
 * @param first body of the first answer
 * @param second body of the second answer
 * @param now when they were made
 */
record RecordedBodies(
    Fixture fixture, Operation operation, byte[] first, byte[] second, Instant now) {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** The bodies of every fixture that answers the operation both times with status 200. */
  static List<RecordedBodies> of(Contract contract, Operation operation) {
    return Fixture.all(contract.name()).stream()
        .flatMap(fixture -> record(fixture, operation).stream())
        .toList();
  }

  private static Optional<RecordedBodies> record(Fixture fixture, Operation operation) {
    var values =
        operation.parameters().stream()
            .collect(Collectors.toMap(PathParameter::name, PathParameter::example));
    var url = FixtureServer.url(fixture.contract(), fixture.name()) + operation.path(values);
    try {
      var first = get(url);
      var second = get(url);
      return first.statusCode() == 200
          ? Optional.of(
              new RecordedBodies(fixture, operation, first.body(), second.body(), Instant.now()))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // a fixture of the wire: it has no body
    }
  }

  private static HttpResponse<byte[]> get(String url) throws IOException {
    var request =
        HttpRequest.newBuilder(URI.create(url))
            .header("Authorization", "Bearer fixture-token")
            .build();
    try {
      return CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the schema makes of the bodies: a line for each deviating place. */
  Set<String> examine(BodySchema schema) {
    try {
      var tally = new Tally(schema.rules());
      var memory = schema.memory(now);
      schema.examine(new ByteArrayInputStream(first), tally, Optional.of(now), memory);
      var again = new Tally(schema.rulesOfReads());
      schema.reexamine(new ByteArrayInputStream(second), again, memory, now, items -> {});
      var places = new TreeSet<String>();
      for (var results : List.of(tally.results(), again.results())) {
        results.forEach(
            it -> it.deviations().forEach(at -> places.add(it.rule().id() + " " + at.location())));
      }
      return places;
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory do not break off", e);
    }
  }

  @Override
  public String toString() {
    return fixture.name() + ", " + operation.name();
  }
}
