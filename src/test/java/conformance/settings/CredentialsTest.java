package conformance.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import conformance.contract.SecurityScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A second owner, and a program that gives the token. */
class CredentialsTest {
  private static final String ID = "3c90c3cc-0d44-4b50-8888-8dd25736052a";
  private static final Map<String, String> TOKEN = Map.of("TARGET_TOKEN", "s3cret-first");
  private static final Map<String, String> TOKENS =
      Map.of("TARGET_TOKEN", "s3cret-first", "TARGET_OTHER_TOKEN", "s3cret-other");

  @TempDir private Path folder;

  @Test
  void readsTheOtherOwnerFromEnvironmentAndFile() throws IOException {
    var settings = read(live("target.other_shop_id", "8"), TOKENS);
    assertThat(settings.otherToken()).isPresent();
    assertThat(settings.otherParameters()).isEqualTo(Map.of("shop_id", "8"));
    var file = Files.writeString(folder.resolve("token"), "s3cret-other\n").toString();
    var fromFile = read(live("target.other_shop_id", "8", "target.other_token_file", file), TOKEN);
    assertThat(fromFile.otherToken()).isPresent();
    assertThat(fromFile.toString()).doesNotContain("s3cret");
  }

  @Test
  void refusesHalfOfAnotherOwner() {
    refuses(
        live(), TOKENS, "target.other_token needs target.other_shop_id: a value of the same owner");
    refuses(
        live("target.other_shop_id", "8"),
        TOKEN,
        "target.other_shop_id needs the token of that owner: set TARGET_OTHER_TOKEN in the"
            + " environment, or target.other_token_file");
  }

  @Test
  void refusesTheSameTokenTwice() {
    refuses(
        live("target.other_shop_id", "8"),
        Map.of("TARGET_TOKEN", "s3cret-first", "TARGET_OTHER_TOKEN", " s3cret-first"),
        "target.other_token is the same as target.token: expected the token of another owner");
  }

  @ParameterizedTest
  @CsvSource({"7, '9,7'", "3C90C3CC-0d44-4b50-8888-8dd25736052a, " + ID})
  void refusesTheSameValueTwice(String other, String first) {
    refuses(
        live("target.shop_id", first, "target.other_shop_id", other),
        TOKENS,
        "target.other_shop_id is '%s': expected a value of another owner, and not one of target.shop_id"
            .formatted(other));
  }

  @Test
  void tellsValuesThatAreNoUuidsApartByCase() {
    assertThat(
            read(live("target.shop_id", "a", "target.other_shop_id", "A"), TOKENS)
                .otherParameters())
        .containsEntry("shop_id", "A");
  }

  /** A shard asks for a part of the values only, but all of them are the first owner's. */
  @Test
  void refusesAValueThatAnotherShardAsksFor() {
    refuses(
        live("target.shop_id", "7,8", "target.other_shop_id", "8", "target.shard", "1/2"),
        TOKENS,
        "target.other_shop_id is '8': expected a value of another owner, and not one of target.shop_id");
  }

  @Test
  void refusesSecretsOnTheCommandLine() {
    refuses(
        Map.of("target.other_token", "s3cret-other"),
        Map.of(),
        "target.other_token is refused: a token on the command line ends in process lists and in"
            + " reports of the tests. Put it into the environment as TARGET_OTHER_TOKEN, or into a"
            + " file that target.other_token_file names");
    refuses(
        Map.of("target.token_command", "get s3cret"),
        Map.of(),
        "target.token_command is refused: a command may hold a secret, and on the command line ends"
            + " in process lists and in reports of the tests. Put it into the environment as"
            + " TARGET_TOKEN_COMMAND, or into a file: target.token_command=@file");
  }

  @Test
  void readsACommandFromEnvironmentAndFileAndDoesNotRunIt() throws IOException {
    var command = Map.of("TARGET_TOKEN_COMMAND", "/no/such/program 's3cret'");
    assertThat(read(live(), command).tokenCommand())
        .map(Object::toString)
        .contains("/no/such/program");
    assertThat(read(live(), command).toString()).doesNotContain("s3cret");
    var file = Files.writeString(folder.resolve("command"), "get 's3cret'\n");
    assertThat(read(live("target.token_command", "@" + file), Map.of()).tokenCommand())
        .map(Object::toString)
        .contains("get");
  }

  @Test
  void refusesACommandThatGivesTheTokenOfTheOtherOwner() {
    var settings =
        read(
            live("target.other_shop_id", "8"),
            Map.of(
                "TARGET_TOKEN_COMMAND", "echo s3cret-other", "TARGET_OTHER_TOKEN", "s3cret-other"));
    assertThatThrownBy(settings::tokens)
        .hasMessageContaining(
            "target.token_command, echo, gives the token that target.other_token is: expected the"
                + " token of another owner")
        .hasMessageNotContaining("s3cret");
    var command =
        Map.of("TARGET_TOKEN_COMMAND", "echo s3cret-first", "TARGET_OTHER_TOKEN", "other-one");
    assertThat(read(live("target.other_shop_id", "8"), command).tokens().other()).isPresent();
  }

  @Test
  void refusesACommandThatCannotBeRunWithoutShowingIt() {
    refuses(
        live(),
        Map.of("TARGET_TOKEN_COMMAND", "get 's3cret"),
        "TARGET_TOKEN_COMMAND: expected a second quotation mark for each");
    refuses(
        live("target.token_command", "@" + folder.resolve("none")),
        Map.of(),
        "target.token_command: expected a file that can be read");
  }

  @Test
  void refusesTwoThatGiveTheToken() {
    refuses(
        live(),
        Map.of("TARGET_TOKEN", "s3cret-first", "TARGET_TOKEN_COMMAND", "get"),
        "TARGET_TOKEN and TARGET_TOKEN_COMMAND exclude each other: leave one out");
    refuses(
        live("target.other_shop_id", "8", "target.other_token_file", "pom.xml"),
        TOKENS,
        "TARGET_OTHER_TOKEN and target.other_token_file exclude each other: leave one out",
        "target.other_token_file pom.xml: the token holds a character that cannot stand in a header,"
            + " such as a space");
  }

  @Test
  void searchesForBothTokens() {
    assertThat(SettingsSource.secrets(Map.of(), Map.of()).isEmpty()).isTrue();
    assertThat(SettingsSource.secrets(Map.of(), TOKENS).searchable()).isTrue();
  }

  private static Map<String, String> live(String... more) {
    var settings = new HashMap<>(Map.of("target.url", "https://a.example", "target.shop_id", "7"));
    for (var i = 0; i < more.length; i += 2) {
      settings.put(more[i], more[i + 1]);
    }
    return settings;
  }

  private static void refuses(
      Map<String, String> properties, Map<String, String> variables, String... problems) {
    assertThatThrownBy(() -> read(properties, variables))
        .isInstanceOf(SettingsException.class)
        .hasMessage("the settings cannot be used:\n  - " + String.join("\n  - ", problems));
  }

  private static Settings read(Map<String, String> properties, Map<String, String> variables) {
    return SettingsSource.read(properties, variables, Set.of("shop_id"), SecurityScheme.BEARER);
  }
}
