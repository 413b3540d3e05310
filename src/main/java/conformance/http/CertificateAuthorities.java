package conformance.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Certificate authorities that are trusted besides those that Java trusts.
 *
 * @param certificates their certificates
 */
public record CertificateAuthorities(List<Certificate> certificates) {

  public CertificateAuthorities {
    certificates = List.copyOf(certificates);
  }

  /**
   * The authorities of a PEM file.
   *
   * @throws IllegalArgumentException if it holds no certificate
   * @throws IOException if it cannot be read
   */
  public static CertificateAuthorities read(Path file) throws IOException {
    var pem = Files.readAllBytes(file);
    try {
      var found =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(pem));
      if (found.isEmpty()) {
        throw new IllegalArgumentException("it holds no certificate");
      }
      return new CertificateAuthorities(List.copyOf(found));
    } catch (CertificateException e) {
      throw new IllegalArgumentException("it is none", e);
    }
  }

  SSLContext context() {
    try {
      var context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new Both(manager(null), manager(store()))}, null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("every Java platform has TLS", e);
    }
  }

  private KeyStore store() throws GeneralSecurityException, IOException {
    var store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    for (var i = 0; i < certificates.size(); i++) {
      store.setCertificateEntry("authority-" + i, certificates.get(i));
    }
    return store;
  }

  private static X509TrustManager manager(KeyStore store) throws GeneralSecurityException {
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return Arrays.stream(factory.getTrustManagers())
        .filter(X509TrustManager.class::isInstance)
        .map(X509TrustManager.class::cast)
        .findFirst()
        .orElseThrow();
  }

  /** Trusts a server whom either trusts. */
  private record Both(X509TrustManager ours, X509TrustManager theirs) implements X509TrustManager {

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String method)
        throws CertificateException {
      try {
        ours.checkServerTrusted(chain, method);
      } catch (CertificateException e) {
        theirs.checkServerTrusted(chain, method);
      }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String method)
        throws CertificateException {
      ours.checkClientTrusted(chain, method);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return java.util.stream.Stream.of(ours, theirs)
          .map(X509TrustManager::getAcceptedIssuers)
          .flatMap(Arrays::stream)
          .toArray(X509Certificate[]::new);
    }
  }
}
