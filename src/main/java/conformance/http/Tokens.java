package conformance.http;

import java.util.Optional;

/**
 * The bearer tokens of a run.
 *
 * @param first the token that all ordinary requests are sent with, at the beginning
 * @param other the token of another owner
 * @param command gives further tokens in place of the first
 */
public record Tokens(Token first, Optional<Token> other, Optional<TokenCommand> command) {

  /** One token for all of the run. */
  public static Tokens of(Token token) {
    return new Tokens(token, Optional.empty(), Optional.empty());
  }

  /** The same with the token of another owner. */
  public Tokens with(Token another) {
    return new Tokens(first, Optional.of(another), command);
  }
}
