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

/** A server that says byte for byte what it is told to, one answer for each connection. */
final class WireServer implements AutoCloseable {
  /** What to do with a connection after its request has been read. */
  @FunctionalInterface
  interface Answer {
    void give(Socket socket) throws IOException, InterruptedException;
  }

  private final ServerSocket socket;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<Answer> answers;

  /** The first connection gets the first answer; the last answer is given to all that follow. */
  WireServer(Answer... answers) throws IOException {
    this.answers = List.of(answers);
    this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    var thread = new Thread(this::serve, "wire server");
    thread.setDaemon(true);
    thread.start();
  }

  /** An answer that is these bytes, and then the end of the connection. */
  static Answer text(String head, byte... body) {
    return socket -> {
      socket.getOutputStream().write(head.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().write(body);
    };
  }

  /** An answer that breaks the connection off (RST) after {@code first}. */
  static Answer reset(Answer first) {
    return socket -> {
      first.give(socket);
      socket.getOutputStream().flush();
      Thread.sleep(100); // what has been sent is lost if the reset overtakes it
      socket.setSoLinger(true, 0);
    };
  }

  /** An answer that goes on after {@code first} with one byte at a time, and never ends. */
  static Answer trickle(Answer first) {
    return socket -> {
      first.give(socket);
      while (true) {
        socket.getOutputStream().write(' ');
        Thread.sleep(20);
      }
    };
  }

  /** An answer that says nothing more after {@code first}, and keeps the connection open. */
  static Answer stall(Answer first) {
    return socket -> {
      first.give(socket);
      while (socket.getInputStream().read() >= 0) {
        // waits for the other side to give up
      }
    };
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort());
  }

  /** The heads of the requests that came. */
  List<String> requests() {
    return List.copyOf(requests);
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (var connection = socket.accept()) {
        requests.add(head(connection.getInputStream()));
        answers.get(Math.min(requests.size(), answers.size()) - 1).give(connection);
      } catch (IOException | InterruptedException e) {
        // the other side has gone, or the server is closed
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
