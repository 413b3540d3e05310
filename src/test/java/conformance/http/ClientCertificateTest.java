package conformance.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of client certificates: what is read of them, and what is refused. */
class ClientCertificateTest {
  private static final String PASSWORD = "open sesame";

  private static KeyStore keys;

  @TempDir private Path folder;

  /** Clients that are called by the algorithms of their keys, and one whose time is over. */
  @BeforeAll
  static void makeKeys(@TempDir Path store) throws Exception {
    TestKeys.withClient(store, "EC", "EC");
    TestKeys.withClient(store, "RSA", "RSA");
    TestKeys.withClient(store, "Ed25519", "Ed25519");
    keys = TestKeys.withClient(store, "old", "EC", "-startdate", "-20d", "-validity", "10");
  }

  @ParameterizedTest
  @CsvSource({
    "EC, PRIVATE KEY",
    "EC, EC PRIVATE KEY",
    "EC, ENCRYPTED PRIVATE KEY",
    "RSA, PRIVATE KEY",
    "RSA, RSA PRIVATE KEY",
    "RSA, ENCRYPTED PRIVATE KEY",
    "Ed25519, PRIVATE KEY",
  })
  void readsAKeyInEachForm(String algorithm, String label) throws Exception {
    var key = TestKeys.key(keys, algorithm);
    var encoded =
        switch (label) {
          case "PRIVATE KEY" -> key.getEncoded();
          case "ENCRYPTED PRIVATE KEY" -> TestKeys.encrypted(key, PASSWORD);
          default -> withoutAlgorithm(key.getEncoded());
        };
    var read = read(certificates(algorithm) + TestKeys.pem(label, encoded), PASSWORD).keys();
    assertThat(read.getPrivateKey("client")).isEqualTo(key);
    assertThat(Stream.<Certificate>of(read.getCertificateChain("client")))
        .containsExactly(keys.getCertificate(algorithm), keys.getCertificate("authority"));
  }

  /** As openssl wrote it before version 3. */
  @ParameterizedTest
  @ValueSource(strings = {"PBEWithSHA1AndDESede", "PBEWithHmacSHA1AndAES_128"})
  void readsAKeyThatIsEncryptedInAnOlderWay(String algorithm) throws Exception {
    var key = TestKeys.key(keys, "EC");
    var pem = TestKeys.pem("ENCRYPTED PRIVATE KEY", TestKeys.encrypted(key, PASSWORD, algorithm));
    assertThat(read(pem + certificates("EC"), PASSWORD).keys().getPrivateKey("client"))
        .isEqualTo(key);
  }

  @Test
  void showsNothingOfTheKey() throws Exception {
    assertThat(read(certificates("EC") + key("EC"), "")).hasToString("client certificate");
  }

  @Test
  void refusesAFileThatLacksAPart() throws Exception {
    refuses("", "it holds no private key");
    refuses(certificates("EC"), "it holds no private key");
    refuses(key("EC"), "it holds no certificate");
    refuses(
        certificates("EC") + key("RSA"),
        "its key cannot be read, or does not belong to its certificate");
    refuses(
        certificates("EC") + TestKeys.pem("PRIVATE KEY", new byte[] {1, 2, 3}),
        "its key cannot be read, or does not belong to its certificate");
    refuses(
        certificates("EC") + "-----BEGIN PRIVATE KEY-----\n!\n-----END PRIVATE KEY-----",
        "its key is no base64");
  }

  @Test
  void refusesAKeyThatItCannotDecrypt() throws Exception {
    var encrypted = TestKeys.encrypted(TestKeys.key(keys, "EC"), PASSWORD);
    var pem = certificates("EC") + TestKeys.pem("ENCRYPTED PRIVATE KEY", encrypted);
    refuses(
        pem,
        "its key is encrypted: put its password into the environment as"
            + " TARGET_CLIENT_CERTIFICATE_PASSWORD");
    refuses(
        pem, "open barley", "its key cannot be decrypted with TARGET_CLIENT_CERTIFICATE_PASSWORD");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00\n\nAAAA",
        "OPENSSH PRIVATE KEY-----\nAAAA",
        "ENCRYPTED PRIVATE KEY-----\nAAAA",
      })
  void refusesAKeyOfAnotherForm(String key) throws Exception {
    refuses(
        certificates("EC") + "-----BEGIN " + key + "\n-----END ",
        PASSWORD,
        "its key is in a form that Java does not know: openssl pkcs8 -topk8 writes another");
  }

  @Test
  void refusesACertificateThatIsNotValidNow() throws Exception {
    var today = LocalDate.now(ZoneOffset.UTC);
    refuses(certificates("old") + key("old"), "its certificate expired on " + today.minusDays(10));
  }

  private void refuses(String pem, String reason) {
    refuses(pem, "", reason);
  }

  private void refuses(String pem, String password, String reason) {
    assertThatThrownBy(() -> read(pem, password))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(reason);
  }

  private ClientCertificate read(String pem, String password) throws Exception {
    var file = Files.writeString(folder.resolve("client.pem"), pem);
    return ClientCertificate.read(file, Optional.of(password).filter(it -> !it.isEmpty()));
  }

  /** The authority's first, as some programs write them, and one that has nothing to do with it. */
  private static String certificates(String alias) throws Exception {
    return TestKeys.pem("CERTIFICATE", keys.getCertificate("authority").getEncoded())
        + TestKeys.pem("CERTIFICATE", keys.getCertificate("server").getEncoded())
        + TestKeys.pem("CERTIFICATE", keys.getCertificate(alias).getEncoded());
  }

  private static String key(String alias) throws Exception {
    return TestKeys.pem("PRIVATE KEY", TestKeys.key(keys, alias).getEncoded());
  }

  /** What PKCS #8 wraps: its last value, an OCTET STRING, from the inner SEQUENCE on. */
  private static byte[] withoutAlgorithm(byte[] key) {
    for (var at = 10; ; at++) {
      var length = key.length - at - 2;
      if (key[at] == 4 && (key[at + 1] == length || key[at + 1] == (byte) 0x82)) {
        return Arrays.copyOfRange(key, at + (key[at + 1] == length ? 2 : 4), key.length);
      }
    }
  }
}
