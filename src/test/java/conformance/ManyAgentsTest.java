package conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import conformance.contract.ContractReader;
import conformance.exchange.Route;
import conformance.exchange.Target;
import conformance.exchange.Token;
import conformance.known.KnownDeviations;
import conformance.report.Report;
import conformance.report.Strictness;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many agents are judged in one run, some at the same time. */
class ManyAgentsTest {
  private static final Path SCHEMAS = Path.of("schemas");

  @Test
  void overlapsAsManyExchangesAsAreAllowedAndTellsThemInOrder() throws IOException {
    var agents = IntStream.range(0, 12).mapToObj("agent-%02d"::formatted).toList();
    var lines = new ArrayList<String>();
    var under = new AtomicInteger();
    var most = new AtomicInteger();
    // The first waits for a second one: with fewer than two at a time there would be no answer.
    var pair = new CountDownLatch(2);
    var server = server(under, most, pair);
    try {
      var report = run(server, agents, 2, lines);
      assertThat(most.get()).isEqualTo(2);
      assertThat(report.chapters().stream().filter(it -> it.exchange().isPresent()))
          .extracting(it -> it.interaction().parameters().get("agent_id"))
          .containsExactlyElementsOf(
              agents.stream().flatMap(it -> java.util.stream.Stream.of(it, it)).toList());
      assertThat(lines.subList(1, 1 + agents.size()))
          .zipSatisfy(agents, (line, agent) -> assertThat(line).contains(agent));
    } finally {
      server.stop(0);
    }
  }

  private static Report run(
      HttpServer server, List<String> agents, int concurrency, List<String> lines) {
    var target =
        new Target(
            URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
            Token.of("many-agents"),
            Duration.ofSeconds(20),
            OptionalDouble.empty(),
            concurrency,
            Route.DIRECT,
            Target.MAX_BODY);
    var contract = ContractReader.read(SCHEMAS, "batches");
    var none = new KnownDeviations(List.of(), LocalDate.EPOCH);
    var assignment =
        new Assignment(target, "live", Map.of("agent_id", agents), Duration.ZERO, Probing.NONE);
    return ConformanceRun.of(SCHEMAS, contract, none, new Strictness(false, false))
        .judge(assignment, lines::add);
  }

  private static HttpServer server(AtomicInteger under, AtomicInteger most, CountDownLatch pair)
      throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            most.accumulateAndGet(under.incrementAndGet(), Math::max);
            pair.countDown();
            assertThat(pair.await(10, TimeUnit.SECONDS)).isTrue();
            under.decrementAndGet();
            var body = "[]".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
          } catch (InterruptedException e) {
            throw new IOException(e);
          }
        });
    server.start();
    return server;
  }
}
