package conformance.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import conformance.contract.SecurityScheme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings that name a file: the token, and lists of values. */
class SettingsFilesTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void nameAFile() {
    file = folder.resolve("file");
  }

  @Test
  void readsTheTokenFromAFile() throws IOException {
    Files.writeString(file, "  s3cret\n");
    assertThat(read(Map.of("target.token_file", file.toString()), Map.of()).token()).isPresent();
    assertThat(read(Map.of(), Map.of("TARGET_TOKEN_FILE", file.toString())).token()).isPresent();
  }

  /** The token may have been given in place of its file. */
  @Test
  void refusesATokenFileThatCannotBeReadWithoutShowingItsName() {
    var problem =
        ": expected a file that can be read. What was given is not shown, since it may be the token"
            + " itself";
    refuses(Map.of("target.token_file", "s3cret"), Map.of(), "target.token_file" + problem);
    refuses(Map.of(), Map.of("TARGET_TOKEN_FILE", "s3cret\0"), "TARGET_TOKEN_FILE" + problem);
  }

  @Test
  void refusesTwoTokens() throws IOException {
    Files.writeString(file, "s3cret");
    refuses(
        Map.of("target.token_file", file.toString()),
        Map.of("TARGET_TOKEN", "other"),
        "TARGET_TOKEN and target.token_file exclude each other: leave one out");
  }

  @ParameterizedTest
  @CsvSource({
    "'', the token is empty",
    "'\n', the token is empty",
    "'two\nlines', 'the token holds a character that cannot stand in a header, such as a space'",
    "t\u00f6ken, 'the token holds a character that cannot stand in a header, such as a space'",
  })
  void refusesATokenThatCannotStandInAHeader(String text, String problem) throws IOException {
    Files.writeString(file, text);
    var named = "target.token_file %s: %s".formatted(file, problem);
    refuses(Map.of("target.token_file", file.toString()), Map.of(), named);
    if (!text.isBlank()) {
      refuses(Map.of(), Map.of("TARGET_TOKEN", text), "TARGET_TOKEN: " + problem);
    }
  }

  @Test
  void readsATokenThatPowerShellWrote() throws IOException {
    Files.write(file, "\uFEFFs3cret\r\n".getBytes(StandardCharsets.UTF_16LE));
    assertThat(read(Map.of("target.token_file", file.toString()), Map.of()).token()).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "Bearer s3cret, 'the token alone, without the word Bearer before it'",
    "'\"s3cret\"', the value without quotation marks around it",
    "$(TARGET_TOKEN), 'the value of that variable, which was not put in its place'",
    "%TARGET_TOKEN%, 'the value of that variable, which was not put in its place'",
    "'{\"token\": \"s3cret\"}', 'the token alone, and not the JSON object that it is in'",
  })
  void saysWhatATokenIsWrittenWith(String text, String expected) {
    refuses(Map.of(), Map.of("TARGET_TOKEN", text), "TARGET_TOKEN: expected " + expected);
  }

  @Test
  void asksForATokenOnceOnlyWhenItIsTheOneThatIsWrong() throws IOException {
    refuses(
        Map.of("target.url", "https://a.b", "target.shop_id", "7"),
        Map.of("TARGET_TOKEN", "s3 cret"),
        "TARGET_TOKEN: the token holds a character that cannot stand in a header, such as a space");
  }

  @Test
  void neverShowsTheToken() {
    assertThatThrownBy(() -> read(Map.of("target.rate", "x"), Map.of("TARGET_TOKEN", "s3 cret")))
        .hasMessageNotContaining("s3");
    assertThat(read(Map.of(), Map.of("TARGET_TOKEN", "s3cret")).toString())
        .contains("[token]")
        .doesNotContain("s3cret");
  }

  @ParameterizedTest
  @CsvSource({"me:s3cret", "me:a s3cret: of words", ":s3cret", "me:"})
  void readsAUserAndAPassword(String text) {
    assertThat(read(SecurityScheme.BASIC, Map.of("TARGET_TOKEN", text)).token()).isPresent();
  }

  @Test
  void asksForWhatTheContractDemands() {
    assertThatThrownBy(() -> read(SecurityScheme.BASIC, Map.of("TARGET_TOKEN", "s3cret")))
        .hasMessage(
            "the settings cannot be used:\n  - TARGET_TOKEN: expected a user and a password with a"
                + " colon between, as the contract's security scheme demands");
    var live = Map.of("TARGET_URL", "https://a.b", "TARGET_SHOP_ID", "7");
    var needed =
        "the settings cannot be used:\n  - target.url needs %s: set TARGET_TOKEN or TARGET_TOKEN_COMMAND in the"
            + " environment, or target.token_file";
    assertThatThrownBy(() -> read(SecurityScheme.BASIC, live))
        .hasMessage(needed.formatted("a user and password"));
    assertThatThrownBy(() -> read(SecurityScheme.apiKey("X-Key"), live))
        .hasMessage(needed.formatted("an API key"));
    // A space is for passwords only.
    refuses(
        Map.of(),
        Map.of("TARGET_TOKEN", "me:a s3cret"),
        "TARGET_TOKEN: the token holds a character that cannot stand in a header, such as a space");
  }

  private static Settings read(SecurityScheme scheme, Map<String, String> variables) {
    return SettingsSource.read(Map.of(), variables, Set.of("shop_id"), scheme);
  }

  @Test
  void refusesAuthoritiesThatCannotBeRead() throws IOException {
    var setting = Map.of("target.ca_file", file.toString());
    refuses(
        setting,
        Map.of(),
        "target.ca_file is '%s': expected a file that can be read".formatted(file));
    Files.writeString(file, "no certificate");
    refuses(
        setting,
        Map.of(),
        "target.ca_file is '%s': expected a PEM file of certificates, but it is none"
            .formatted(file));
  }

  @Test
  void refusesAClientCertificateThatCannotBeUsed() throws IOException {
    var setting = Map.of("target.client_certificate", file.toString());
    var problem = "target.client_certificate is '%s': expected a ";
    refuses(setting, Map.of(), problem.formatted(file) + "file that can be read");
    Files.writeString(file, "-----BEGIN CERTIFICATE-----");
    refuses(
        setting,
        Map.of("TARGET_CLIENT_CERTIFICATE_PASSWORD", "s3cret"),
        problem.formatted(file)
            + "PEM file of a certificate and its key, but it holds no private key");
    // The text of a CI system's variable, in place of its file.
    refuses(
        Map.of(),
        Map.of("TARGET_CLIENT_CERTIFICATE", "-----BEGIN PRIVATE KEY-----\ns3cret"),
        "TARGET_CLIENT_CERTIFICATE is '-----BEGIN...': expected a file that can be read");
  }

  @ParameterizedTest
  @CsvSource({
    "target.client_certificate_password, TARGET_CLIENT_CERTIFICATE_PASSWORD",
    "target.proxy_password, TARGET_PROXY_PASSWORD",
  })
  void refusesAPasswordOnTheCommandLine(String key, String variable) {
    refuses(
        Map.of(key, "s3cret"),
        Map.of(),
        ("%s is refused: a password on the command line ends in process lists and in reports of the"
                + " tests. Put it into the environment as %s")
            .formatted(key, variable));
  }

  @Test
  void readsOneValueFromEachLineOfAFile() throws IOException {
    Files.writeString(file, "# shops of the north\n7\n\n 8 \r\n7\n");
    assertThat(read(Map.of("target.shop_id", "@" + file), Map.of()).parameters().get("shop_id"))
        .containsExactly("7", "8");
  }

  @Test
  void refusesAListThatCannotBeRead() {
    refuses(
        Map.of("target.shop_id", "@" + file),
        Map.of(),
        "target.shop_id is '@%s': expected a file that can be read".formatted(file));
  }

  @Test
  void refusesAListWithoutValues() throws IOException {
    Files.writeString(file, "# none\n\n");
    refuses(
        Map.of("target.shop_id", "@" + file),
        Map.of(),
        "target.shop_id is '@%s': expected at least one value".formatted(file));
    refuses(
        Map.of("target.shop_id", ",,"),
        Map.of(),
        "target.shop_id is ',,': expected at least one value");
  }

  private static void refuses(
      Map<String, String> properties, Map<String, String> variables, String problem) {
    assertThatThrownBy(() -> read(properties, variables))
        .isInstanceOf(SettingsException.class)
        .hasMessage("the settings cannot be used:\n  - " + problem);
  }

  private static Settings read(Map<String, String> properties, Map<String, String> variables) {
    return SettingsSource.read(properties, variables, Set.of("shop_id"), SecurityScheme.BEARER);
  }
}
