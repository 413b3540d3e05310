package conformance.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Certificate authorities to trust in addition to Java's. */
public record CertificateAuthorities(List<Certificate> certificates) {
  /**
   * A certificate among whatever else a PEM file holds (RFC 7468, section 5): Java reads no text.
   */
  private static final Pattern CERTIFICATE =
      Pattern.compile(
          "-----BEGIN (?:X509 )?CERTIFICATE-----[^-]*-----END (?:X509 )?CERTIFICATE-----");

  public CertificateAuthorities {
    certificates = List.copyOf(certificates);
  }

  /**
   * Reads a PEM file, or one in DER, as Windows exports it.
   *
   * @throws IllegalArgumentException if it holds no certificate
   */
  public static CertificateAuthorities read(Path file) throws IOException {
    var bytes = Files.readAllBytes(file);
    var pem =
        CERTIFICATE
            .matcher(TextFile.text(bytes))
            .results()
            .map(block -> block.group().replace("X509 ", ""))
            .collect(Collectors.joining("\n"));
    try {
      var found =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(
                  new ByteArrayInputStream(pem.isEmpty() ? bytes : pem.getBytes(US_ASCII)));
      if (found.isEmpty()) {
        throw new IllegalArgumentException("it holds no certificate");
      }
      return new CertificateAuthorities(List.copyOf(found));
    } catch (CertificateException e) {
      throw new IllegalArgumentException("it is none", e);
    }
  }

  /** Trusts these and Java's default authorities, or those of {@code javax.net.ssl.trustStore}. */
  TrustManager[] managers() {
    try {
      var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init((KeyStore) null);
      var all = new ArrayList<>(certificates);
      all.addAll(List.of(((X509TrustManager) factory.getTrustManagers()[0]).getAcceptedIssuers()));
      var store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      for (var i = 0; i < all.size(); i++) {
        store.setCertificateEntry("authority-" + i, all.get(i));
      }
      factory.init(store);
      return factory.getTrustManagers();
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("every Java platform has TLS", e);
    }
  }
}
