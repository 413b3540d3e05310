package conformance.schema;

import conformance.contract.Contract;
import conformance.contract.PathParameter;
import conformance.contract.RuleCounter;
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
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The bodies of a fixture's two responses, to be examined repeatedly without a server.
 *
 * @param described the body of the contract
 * @param first body of the first response
 * @param second body of the second response
 * @param now when the responses were generated
 */
record RecordedBodies(
    Fixture fixture, Described described, byte[] first, byte[] second, Instant now) {
  /** The parameter value for which fixtures return their error response. */
  private static final String REFUSED = "no-uuid";

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** The bodies of every fixture with two documented responses to the operation. */
  static List<RecordedBodies> of(Contract contract, Described described) {
    return of(contract, described, fixture -> true);
  }

  /** The same of some of the fixtures. */
  static List<RecordedBodies> of(
      Contract contract, Described described, Predicate<Fixture> condition) {
    return Fixture.all(contract.name()).stream()
        .filter(condition)
        .filter(fixture -> described.error().isEmpty() || fixture.probed())
        .flatMap(fixture -> record(fixture, described).stream())
        .toList();
  }

  private static Optional<RecordedBodies> record(Fixture fixture, Described described) {
    var error = described.error();
    var values =
        described.operation().parameters().stream()
            .collect(
                Collectors.toMap(
                    PathParameter::name, it -> error.isEmpty() ? it.example() : REFUSED));
    var path = described.operation().path(values);
    var url = FixtureServer.url(fixture.contract(), fixture.name()) + path;
    try {
      var first = get(url);
      var second = get(url);
      return described.has(first.statusCode()) && described.has(second.statusCode())
          ? Optional.of(
              new RecordedBodies(fixture, described, first.body(), second.body(), Instant.now()))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // a network failure: it has no body
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

  /** The deviations of the bodies, a line for each location. */
  Set<String> examine(BodySchema schema) {
    try {
      var counter = new RuleCounter(schema.rules());
      var memory = schema.memory(now);
      schema.examine(new ByteArrayInputStream(first), counter, Optional.of(now), memory);
      var again = SmallSchema.ofSecondRead(schema);
      schema.reexamine(
          new ByteArrayInputStream(second), again, Optional.of(now), memory, now, items -> {});
      var places = new TreeSet<String>();
      for (var results : List.of(counter.results(), again.results())) {
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
    var error = described.error().isPresent() ? ", error" : "";
    return fixture.name() + ", " + described.operation().name() + error;
  }
}
