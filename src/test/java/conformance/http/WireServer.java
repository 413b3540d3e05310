package conformance.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that sends exactly the given bytes, one response for each connection. */
final class WireServer implements AutoCloseable {
  /** What to do with a connection after its request has been read. */
  @FunctionalInterface
  interface Answer {
    void send(Socket socket) throws IOException, InterruptedException;
  }

  private final ServerSocket socket;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<Answer> answers;

  /** Uses the responses in order, and the last one for all further connections. */
  WireServer(Answer... answers) throws IOException {
    this.answers = List.of(answers);
    this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    var thread = new Thread(this::serve, "wire server");
    thread.setDaemon(true);
    thread.start();
  }

  /** Sends these bytes, then closes the connection. */
  static Answer text(String head, byte... body) {
    return socket -> {
      socket.getOutputStream().write(head.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().write(body);
    };
  }

  /** Resets the connection (RST) after {@code first}. */
  static Answer reset(Answer first) {
    return socket -> {
      first.send(socket);
      socket.getOutputStream().flush();
      Thread.sleep(100); // a reset may discard bytes in transit
      socket.setSoLinger(true, 0);
    };
  }

  /** Sends single bytes for ever after {@code first}. */
  static Answer trickle(Answer first) {
    return socket -> {
      first.send(socket);
      while (true) {
        socket.getOutputStream().write(' ');
        Thread.sleep(20);
      }
    };
  }

  /** Keeps the connection open after {@code first} without sending anything. */
  static Answer stall(Answer first) {
    return socket -> {
      first.send(socket);
      while (socket.getInputStream().read() >= 0) {
        // waits until the client closes the connection
      }
    };
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort());
  }

  /** The heads of the received requests. */
  List<String> requests() {
    return List.copyOf(requests);
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (var connection = socket.accept()) {
        requests.add(head(connection.getInputStream()));
        answers.get(Math.min(requests.size(), answers.size()) - 1).send(connection);
      } catch (IOException | InterruptedException e) {
        // the client closed the connection, or the server was closed
      }
    }
  }

  private static String head(InputStream in) throws IOException {
    var head = new StringBuilder();
    for (var c = in.read(); c >= 0 && head.indexOf("\r\n\r\n") < 0; c = in.read()) {
      head.append((char) c);
      if (head.toString().endsWith("\r\n\r\n")) {
        break;
      }
    }
    return head.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
