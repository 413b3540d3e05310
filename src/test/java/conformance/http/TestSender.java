package conformance.http;

import conformance.contract.Credential;
import conformance.contract.Exchange;
import conformance.contract.Request;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.OptionalDouble;

/** Sends a plain GET with the token, and reads the whole body. */
final class TestSender {
  static final String SECRET = "s3cret-t0ken-of-the-tests";

  /** A timeout that even a busy machine does not reach. */
  static final Duration LONG = Duration.ofSeconds(20);

  private TestSender() {}

  static Sender sender(URI url, Duration timeout, OptionalDouble rate) {
    return new Sender(new Target(url, Token.of(SECRET), timeout, rate));
  }

  static Sender sender(URI url, Route route) {
    return new Sender(
        new Target(
            url,
            Tokens.of(Token.of(SECRET)),
            LONG,
            OptionalDouble.empty(),
            Target.CONCURRENCY,
            route,
            Target.MAX_BODY));
  }

  static Exchange get(Sender sender) {
    return get(sender, (head, body) -> body.transferTo(OutputStream.nullOutputStream()));
  }

  static Exchange get(URI url, Duration timeout) {
    return get(sender(url, timeout, OptionalDouble.empty()));
  }

  static Exchange get(URI url, BodyHandler reader) {
    return get(sender(url, LONG, OptionalDouble.empty()), reader);
  }

  private static Exchange get(Sender sender, BodyHandler reader) {
    return sender.send(new Request("GET", "/things", "application/json", Credential.TOKEN), reader);
  }
}
