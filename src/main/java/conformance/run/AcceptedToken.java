package conformance.run;

import conformance.contract.EnvironmentFault;
import conformance.contract.Exchange;
import conformance.contract.Request;
import conformance.http.BodyHandler;
import conformance.http.Sender;
import conformance.http.TokenCommandException;
import conformance.protocol.EnvironmentFaults;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Sends ordinary requests, and tells when the target no longer accepts the token that it has
 * accepted. Where a command gives tokens, it is asked for another one then. Thread-safe.
 */
final class AcceptedToken {
  private final Sender sender;
  private final Consumer<String> lines;
  private final List<String> notices = new ArrayList<>();

  private volatile Optional<Accepted> accepted = Optional.empty();
  private volatile int number;
  private volatile Optional<EnvironmentFault> ended = Optional.empty();

  /**
   * The last request that a token was accepted for.
   *
   * @param number how many tokens came before that one
   */
  private record Accepted(Request request, Instant at, int number) {}

  AcceptedToken(Sender sender, Consumer<String> lines) {
    this.sender = sender;
    this.lines = lines;
  }

  /** How many tokens came before the present one. */
  int number() {
    return number;
  }

  /** Why no request can be answered any more; empty as long as the token has not ended. */
  Optional<EnvironmentFault> ended() {
    return ended;
  }

  /** What to tell of the tokens that were replaced. */
  synchronized List<String> notices() {
    return List.copyOf(notices);
  }

  /** Sends an ordinary request, and once more if the token had ended and there is another. */
  Exchange send(Request request, BodyHandler handler) {
    var sentWith = number;
    var exchange = sender.send(request, handler);
    if (EnvironmentFaults.refusesToken(exchange) && replaced(sentWith)) {
      sentWith = number;
      exchange = sender.send(request, handler);
      if (EnvironmentFaults.refusesToken(exchange)) {
        replaced(sentWith);
      }
    }
    accept(exchange, sentWith);
    return exchange;
  }

  private void accept(Exchange exchange, int sentWith) {
    var success = exchange.head().filter(head -> head.status() / 100 == 2).isPresent();
    if (success && sentWith == number) {
      accepted = Optional.of(new Accepted(exchange.request(), exchange.began(), sentWith));
    }
  }

  /** Whether there is another token than the one that was refused. */
  private synchronized boolean replaced(int sentWith) {
    if (number != sentWith || ended.isPresent()) {
      return ended.isEmpty();
    }
    if (accepted.isEmpty()) {
      return false;
    }
    // The request may be refused for what it asks for, and not for its token.
    var control = sender.send(accepted.get().request(), (head, body) -> {});
    if (!EnvironmentFaults.refusesToken(control)) {
      return false;
    }
    if (accepted.get().number() != number) {
      end("the one that %s gave then is refused as well".formatted(named()), control);
      return false;
    }
    if (sender.tokenCommand().isEmpty()) {
      end("is refused since then", control);
      return false;
    }
    return replace();
  }

  private boolean replace() {
    try {
      sender.use(sender.tokenCommand().orElseThrow().ask());
    } catch (TokenCommandException e) {
      end("there is no other: " + e.getMessage());
      return false;
    }
    number++;
    var notice = "%s; %s gave another".formatted(until(), named());
    notices.add(notice);
    lines.accept(notice);
    return true;
  }

  private String named() {
    return "target.token_command, %s,".formatted(sender.tokenCommand().orElseThrow());
  }

  private String until() {
    return "the token was accepted until "
        + accepted.orElseThrow().at().truncatedTo(ChronoUnit.SECONDS);
  }

  private void end(String why, Exchange refused) {
    end("%s: status %d".formatted(why, refused.head().orElseThrow().status()));
  }

  private void end(String why) {
    ended =
        Optional.of(
            new EnvironmentFault(
                "%s, and %s".formatted(until(), why),
                sender.tokenCommand().isPresent()
                    ? "Run the program by hand, without a shell: does it give a token that is valid"
                        + " now?"
                    : "Give a token that lasts as long as the run, or a program that gives new ones:"
                        + " target.token_command."));
  }
}
