package conformance.http;

import conformance.contract.SecurityScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A program whose output is a bearer token. It is run without a shell. Messages and {@link
 * #toString} name the program alone, since its arguments may hold a secret.
 */
public final class TokenCommand {
  /** The longest time that the program may take. */
  static final Duration LIMIT = Duration.ofSeconds(30);

  /** The longest output, in bytes. */
  private static final int MAX_OUTPUT = 64 * 1024;

  private final List<String> words;
  private final SecurityScheme scheme;

  private TokenCommand(List<String> words, SecurityScheme scheme) {
    this.words = words;
    this.scheme = scheme;
  }

  /**
   * A command written as for a shell: words with spaces between, in quotation marks where needed.
   *
   * @param scheme in which the token is sent
   * @throws IllegalArgumentException saying what was expected, without the text
   */
  public static TokenCommand of(String text, SecurityScheme scheme) {
    return new TokenCommand(CommandWords.of(text), scheme);
  }

  /**
   * Runs the program, and returns the token that it gives.
   *
   * @throws TokenCommandException if it gives none
   */
  public Token ask() {
    return ask(LIMIT);
  }

  Token ask(Duration limit) {
    var process = start();
    try {
      process.getOutputStream().close();
      var output =
          CompletableFuture.supplyAsync(() -> output(process))
              .get(limit.toMillis(), TimeUnit.MILLISECONDS);
      if (output.length > MAX_OUTPUT) {
        throw failure("its output is longer than %,d bytes".formatted(MAX_OUTPUT));
      }
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new TimeoutException();
      }
      if (process.exitValue() != 0) {
        throw failure("it ended with exit code " + process.exitValue());
      }
      var token = Token.of(TextFile.text(output));
      token.check(scheme);
      return token;
    } catch (TimeoutException e) {
      throw failure("it took longer than %d ms".formatted(limit.toMillis()));
    } catch (IllegalArgumentException e) {
      throw failure("its output is no token: " + e.getMessage());
    } catch (IOException | ExecutionException e) {
      throw failure("its output cannot be read");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure("the run was interrupted");
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private Process start() {
    try {
      // What it writes to its error stream may hold a secret as well.
      return new ProcessBuilder(words).redirectError(Redirect.DISCARD).start();
    } catch (IOException e) {
      // The first word of what was not meant for a program: a variable set before it, or a token.
      throw new TokenCommandException(
          "target.token_command gave no token: its program cannot be started: is it there, and may"
              + " it be executed? What was given is not shown, since it may be a secret");
    }
  }

  private static byte[] output(Process process) {
    try {
      return process.getInputStream().readNBytes(MAX_OUTPUT + 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private TokenCommandException failure(String what) {
    return new TokenCommandException(
        "target.token_command, %s, gave no token: %s".formatted(this, what));
  }

  @Override
  public String toString() {
    return words.get(0);
  }
}
