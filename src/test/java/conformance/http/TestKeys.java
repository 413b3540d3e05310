package conformance.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Keys for servers of TLS, which the JDK's keytool makes. */
final class TestKeys {
  private static final String PASSWORD = "changeit";
  private static final String FILE = "keys.p12";

  private TestKeys() {}

  static KeyStore selfSigned(Path folder) throws Exception {
    pair(folder, "server", "CN=localhost", "san=ip:127.0.0.1");
    return load(folder);
  }

  /** A certificate of an authority in the same store, with more arguments for its times. */
  static KeyStore signed(Path folder, String... times) throws Exception {
    if (!Files.exists(folder.resolve(FILE))) {
      pair(folder, "authority", "CN=authority", "bc:c");
      pair(folder, "server", "CN=localhost", "san=ip:127.0.0.1");
      sign(folder, times);
    }
    return load(folder);
  }

  /** Signs the certificate anew. */
  static void sign(Path folder, String... times) throws Exception {
    var request = folder.resolve("request").toString();
    var certificate = folder.resolve("certificate").toString();
    keytool(folder, List.of("-certreq", "-alias", "server", "-file", request));
    var gencert = List.of("-gencert", "-alias", "authority", "-ext", "san=ip:127.0.0.1");
    var files = List.of("-infile", request, "-outfile", certificate);
    keytool(folder, Stream.of(gencert, files, List.of(times)).flatMap(List::stream).toList());
    keytool(folder, List.of("-importcert", "-alias", "server", "-file", certificate));
  }

  private static void pair(Path folder, String alias, String name, String extension)
      throws Exception {
    keytool(
        folder,
        List.of(
            "-genkeypair", "-alias", alias, "-keyalg", "EC", "-dname", name, "-ext", extension));
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

  /** A server that answers 200 to everything. */
  static HttpsServer server(KeyStore keys, AtomicInteger requests) throws Exception {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    var server = HttpsServer.create(address, 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context(keys)));
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

  private static SSLContext context(KeyStore keys) throws Exception {
    var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    var context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }
}
