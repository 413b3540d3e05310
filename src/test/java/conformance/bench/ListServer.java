package conformance.bench;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;

/**
 * Answers every request with the same list, from a file: to make it takes longer than to judge it.
 */
final class ListServer implements AutoCloseable {
  private final Path file = Files.createTempFile("batches", ".json");
  private final HttpServer server;

  ListServer(BatchList list) throws IOException {
    try (var out = Files.newOutputStream(file)) {
      list.writeTo(out);
    }
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            Files.copy(file, exchange.getResponseBody());
          }
        });
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() throws IOException {
    server.stop(0);
    Files.delete(file);
  }
}
