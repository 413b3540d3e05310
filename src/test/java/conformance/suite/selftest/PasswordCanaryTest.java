package conformance.suite.selftest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import conformance.fixture.RawServer;
import conformance.http.TestKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs with the passwords of a proxy, of a client's key and of a URL, and with that key: nothing of
 * them may leave a run, whatever is wrong with it.
 */
@Tag("slow")
class PasswordCanaryTest {
  private static final String OF_PROXY = "Pq7+pr0xy/S3same~<&'%\\9e==";
  private static final String OF_KEY = "Kq8+k3y-of-cli3nt/S3same~<&'%";
  private static final String OF_URL = "Uq9-url-0f-S3same";

  private static final Map<String, String> LEFT_BEHIND = new LinkedHashMap<>();
  private static PrivateKey key;
  private static String encrypted;

  @TempDir private static Path folder;

  @BeforeAll
  static void run() throws Exception {
    var keys = TestKeys.withClient(folder, "client", "EC");
    key = TestKeys.key(keys, "client");
    encrypted = TestKeys.pem("ENCRYPTED PRIVATE KEY", TestKeys.encrypted(key, OF_KEY));
    var certificates = Files.createFile(folder.resolve("client.pem"));
    Files.writeString(
        certificates,
        TestKeys.pem("CERTIFICATE", keys.getCertificate("client").getEncoded()) + encrypted);
    var authorities = folder.resolve("authorities.pem");
    Files.writeString(
        authorities, TestKeys.pem("CERTIFICATE", keys.getCertificate("authority").getEncoded()));
    var certificate =
        List.of("-Dtarget.client_certificate=" + certificates, "-Dtarget.ca_file=" + authorities);

    goThroughAProxyThatRepeats(certificate);
    showTheCertificate(certificate);
    beginNoRun(certificate);
  }

  private static void goThroughAProxyThatRepeats(List<String> certificate) throws Exception {
    var encoded = Base64.getEncoder().encodeToString(("me:" + OF_PROXY).getBytes(UTF_8));
    var says =
        "HTTP/1.1 407 %1$s %2$s\r\nProxy-Authenticate: Basic realm=\"%1$s\"\r\n\r\n%2$s"
            .formatted(OF_PROXY, encoded);
    try (var proxy = new RawServer((head, out) -> out.write(says.getBytes(UTF_8)))) {
      var environment = Map.of("TARGET_PROXY_PASSWORD", OF_PROXY, "TARGET_PROXY_USER", "me");
      var console =
          judge(
              "proxy",
              "https://doors.example",
              environment,
              Stream.concat(Stream.of("-Dtarget.proxy=" + proxy.url()), certificate.stream()));
      assertThat(console)
          .contains("refuses target.proxy_user and TARGET_PROXY_PASSWORD: HTTP/1.1 407 [token]");
    }
  }

  private static void showTheCertificate(List<String> certificate) throws Exception {
    var parameters = new SSLParameters();
    parameters.setNeedClientAuth(true);
    var requests = new AtomicInteger();
    var server = TestKeys.server(TestKeys.signed(folder), requests, parameters);
    try {
      var url = "https://127.0.0.1:" + server.getAddress().getPort();
      judge("certificate", url, Map.of(), certificate.stream());
      assertThat(requests).hasPositiveValue();
    } finally {
      server.stop(0);
    }
  }

  /** Everything is wrong, and nothing of it is quoted. */
  private static void beginNoRun(List<String> certificate) throws Exception {
    var environment =
        Map.of(
            "TARGET_PROXY", "http://me:" + OF_URL + "@proxy.example",
            "TARGET_PROXY_USER", "me:" + OF_PROXY,
            "TARGET_PROXY_PASSWORD", OF_PROXY,
            "TARGET_TOKEN_FILE", OF_URL,
            "TARGET_CA_FILE", encrypted);
    var options = Stream.of(certificate.get(0));
    var console = judge("errors", "https://me:" + OF_URL + "@a.example", environment, options);
    assertThat(console)
        .contains(
            "TARGET_URL is 'https://[user]@a.example'",
            "TARGET_PROXY is 'http://[user]@proxy.example'",
            "target.proxy_user: expected a name without a colon",
            "TARGET_TOKEN_FILE: expected a file that can be read",
            "TARGET_CA_FILE is '-----BEGIN...'",
            "cannot be decrypted with TARGET_CLIENT_CERTIFICATE_PASSWORD");
  }

  private static String judge(
      String name, String url, Map<String, String> more, Stream<String> options)
      throws IOException, InterruptedException {
    var environment = new LinkedHashMap<String, String>();
    environment.put("TARGET_URL", url);
    environment.put("TARGET_CLIENT_CERTIFICATE_PASSWORD", name.equals("errors") ? OF_URL : OF_KEY);
    if (!name.equals("errors")) {
      environment.put("TARGET_TOKEN", "a-token-of-the-tests");
    }
    environment.putAll(more);
    var always =
        Stream.of(
            "-Dtarget.agent_id=3c90c3cc-0d44-4b50-8888-8dd25736052a",
            "-Dtarget.rate=10000",
            "-Dtarget.reread_after=1ms",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=debug");
    var output = folder.resolve("run-" + name);
    var run =
        ForkedRun.start(
            output,
            environment,
            Stream.concat(always, options).toList(),
            OwnTestSamples.Quoting.class.getName());
    assertThat(run.exitCode()).as(run.console()).isEqualTo(1);
    LEFT_BEHIND.put("the console of " + name, run.console());
    try (var files = Files.walk(output)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        LEFT_BEHIND.put(folder.relativize(file).toString(), Files.readString(file, ISO_8859_1));
      }
    }
    return run.console();
  }

  @Test
  void leavesNothingOfAPasswordBehind() {
    assertThat(LEFT_BEHIND.keySet())
        .contains("run-proxy/conformance/report.json", "run-errors/conformance/report.json");
    for (var secret : List.of(OF_PROXY, OF_KEY, OF_URL)) {
      leavesNothingOf(secret);
    }
  }

  @Test
  void leavesNothingOfTheKeyBehind() {
    leavesNothingOf(Base64.getEncoder().encodeToString(key.getEncoded()));
    leavesNothingOf(encrypted.lines().skip(1).findFirst().orElseThrow());
  }

  private static void leavesNothingOf(String secret) {
    var parts = CanaryTest.parts(secret);
    for (var text : new HashSet<>(LEFT_BEHIND.values())) {
      assertThat(CanaryTest.found(parts, text.toLowerCase(Locale.ROOT)))
          .as(() -> "left in " + place(text))
          .isEmpty();
    }
  }

  private static String place(String text) {
    return LEFT_BEHIND.entrySet().stream()
        .filter(it -> it.getValue().equals(text))
        .map(Map.Entry::getKey)
        .toList()
        .toString();
  }
}
