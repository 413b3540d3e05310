package conformance.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import conformance.contract.SecurityScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A program gives the token, or a message that has nothing of its output. */
class TokenCommandTest {
  @TempDir private Path folder;

  @Test
  void givesWhatTheProgramWritesWithoutSpaceAroundIt() throws IOException {
    var command = command("read nothing; echo; echo \"  $1-$nothing-token  \"; echo s3cret >&2");
    assertThat(command.ask().value()).isEqualTo("fresh--token");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "echo s3cret; exit 3 | it ended with exit code 3",
        "true | its output is no token: the token is empty",
        "echo two words s3cret | its output is no token: the token holds a character that cannot"
            + " stand in a header, such as a space",
        "echo Bearer s3cret | its output is no token: expected the token alone, without the word"
            + " Bearer before it",
        "echo Error: log in first s3cret | its output is no token: the token holds a character that"
            + " cannot stand in a header, such as a space",
        "head -c 70000 /dev/zero | its output is longer than 65,536 bytes",
      })
  void saysWhyItGivesNone(String script, String reason) throws IOException {
    var command = command(script);
    assertThatThrownBy(command::ask)
        .isInstanceOf(TokenCommandException.class)
        .hasMessage(
            "target.token_command, %s/give-token, gave no token: %s".formatted(folder, reason))
        .hasNoCause();
  }

  @Test
  void doesNotWaitForAProgramThatDoesNotEnd() throws IOException {
    var command = command("echo s3cret; sleep 60");
    assertThatThrownBy(() -> command.ask(Duration.ofMillis(300)))
        .hasMessageEndingWith("gave no token: it took longer than 300 ms");
  }

  @Test
  void saysThatThereIsNoSuchProgram() {
    assertThatThrownBy(
            () -> TokenCommand.of("VAULT_TOKEN=s3cret vault", SecurityScheme.BEARER).ask())
        .hasMessage(
            "target.token_command gave no token: its program cannot be started: is it there, and may"
                + " it be executed? What was given is not shown, since it may be a secret");
  }

  @Test
  void isNamedByTheProgramAlone() {
    assertThat(TokenCommand.of("vault read s3cret", SecurityScheme.BEARER)).hasToString("vault");
  }

  private TokenCommand command(String script) throws IOException {
    var file = folder.resolve("give-token");
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return TokenCommand.of(file + " fresh", SecurityScheme.BEARER);
  }
}
