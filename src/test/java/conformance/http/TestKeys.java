package conformance.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;

/** Keys for servers of TLS, which the JDK's keytool makes. */
public final class TestKeys {
  private static final String PASSWORD = "changeit";
  private static final String FILE = "keys.p12";

  private TestKeys() {}

  static KeyStore selfSigned(Path folder) throws Exception {
    pair(folder, "server", "EC", "CN=localhost", "san=ip:127.0.0.1");
    return load(folder);
  }

  /** A certificate of an authority in the same store, with more arguments for its times. */
  public static KeyStore signed(Path folder, String... times) throws Exception {
    if (!Files.exists(folder.resolve(FILE))) {
      pair(folder, "authority", "EC", "CN=authority", "bc:c");
      pair(folder, "server", "EC", "CN=localhost", "san=ip:127.0.0.1");
      sign(folder, times);
    }
    return load(folder);
  }

  /** The same, and a client that the authority has certified, with this algorithm for its key. */
  public static KeyStore withClient(Path folder, String alias, String algorithm, String... times)
      throws Exception {
    signed(folder);
    pair(folder, alias, algorithm, "CN=client", "ku=digitalSignature");
    sign(folder, alias, times);
    return load(folder);
  }

  /** Signs the server's certificate anew. */
  static void sign(Path folder, String... times) throws Exception {
    sign(folder, "server", times);
  }

  private static void sign(Path folder, String alias, String[] times) throws Exception {
    var request = folder.resolve("request").toString();
    var certificate = folder.resolve("certificate").toString();
    keytool(folder, List.of("-certreq", "-alias", alias, "-file", request));
    var gencert = List.of("-gencert", "-alias", "authority", "-ext", "san=ip:127.0.0.1");
    var files = List.of("-infile", request, "-outfile", certificate);
    keytool(folder, Stream.of(gencert, files, List.of(times)).flatMap(List::stream).toList());
    keytool(folder, List.of("-importcert", "-alias", alias, "-file", certificate));
  }

  private static void pair(
      Path folder, String alias, String algorithm, String name, String extension) throws Exception {
    keytool(
        folder,
        List.of(
            "-genkeypair",
            "-alias",
            alias,
            "-keyalg",
            algorithm,
            "-dname",
            name,
            "-ext",
            extension));
  }

  private static void keytool(Path folder, List<String> arguments) throws Exception {
    var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    var store =
        List.of(
            "-storetype",
            "PKCS12",
            "-storepass",
            PASSWORD,
            "-keystore",
            folder.resolve(FILE).toString());
    var command = Stream.of(List.of(keytool), arguments, store).flatMap(List::stream).toList();
    var said = folder.resolve("keytool.txt");
    var made =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start()
            .waitFor();
    assertThat(made).as(Files.readString(said)).isZero();
  }

  private static KeyStore load(Path folder) throws Exception {
    return KeyStore.getInstance(folder.resolve(FILE).toFile(), PASSWORD.toCharArray());
  }

  public static PrivateKey key(KeyStore keys, String alias) throws Exception {
    return (PrivateKey) keys.getKey(alias, PASSWORD.toCharArray());
  }

  /** Puts a key and its certificates into another store. */
  static void copy(KeyStore keys, String alias, KeyStore other) throws Exception {
    other.setKeyEntry(
        alias, key(keys, alias), PASSWORD.toCharArray(), keys.getCertificateChain(alias));
  }

  /** A private key in PKCS #8, encrypted as openssl does it. */
  public static byte[] encrypted(PrivateKey key, String password) throws Exception {
    return encrypted(key, password, "PBEWithHmacSHA256AndAES_256");
  }

  static byte[] encrypted(PrivateKey key, String password, String algorithm) throws Exception {
    var secret =
        SecretKeyFactory.getInstance(algorithm)
            .generateSecret(new PBEKeySpec(password.toCharArray()));
    var cipher = Cipher.getInstance(algorithm);
    cipher.init(Cipher.ENCRYPT_MODE, secret);
    var data = cipher.doFinal(key.getEncoded());
    if (!algorithm.contains("Hmac")) {
      return new EncryptedPrivateKeyInfo(cipher.getParameters(), data).getEncoded();
    }
    var parameters = cipher.getParameters().getEncoded();
    var pbes2 = PrivateKeyBlock.der(6, HexFormat.of().parseHex("2a864886f70d01050d"));
    return PrivateKeyBlock.der(
        PrivateKeyBlock.SEQUENCE,
        PrivateKeyBlock.der(PrivateKeyBlock.SEQUENCE, pbes2, parameters),
        PrivateKeyBlock.der(PrivateKeyBlock.OCTETS, data));
  }

  /** A block of a PEM file (RFC 7468). */
  public static String pem(String label, byte[] bytes) {
    return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
        .formatted(label, Base64.getMimeEncoder().encodeToString(bytes));
  }

  /** A server that answers 200 to everything. */
  static HttpsServer server(KeyStore keys, AtomicInteger requests) throws Exception {
    return server(keys, requests, new SSLParameters());
  }

  public static HttpsServer server(KeyStore keys, AtomicInteger requests, SSLParameters parameters)
      throws Exception {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    var server = HttpsServer.create(address, 0);
    server.setHttpsConfigurator(
        new HttpsConfigurator(context(keys)) {
          @Override
          public void configure(HttpsParameters connection) {
            connection.setSSLParameters(parameters);
          }
        });
    server.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    return server;
  }

  /** Trusts the clients that the authority in {@code keys} has certified. */
  static SSLContext context(KeyStore keys) throws Exception {
    var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    var clients = KeyStore.getInstance("PKCS12");
    clients.load(null, null);
    if (keys.containsAlias("authority")) {
      clients.setCertificateEntry("authority", keys.getCertificate("authority"));
    }
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(clients);
    var context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }
}
