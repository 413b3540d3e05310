package conformance.http;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.X509KeyManager;

/**
 * The certificate that a client shows to a server of TLS that asks for one (RFC 8446, section
 * 4.4.2), with those of its authorities.
 *
 * @param keys the certificates and the private key, as TLS takes them
 */
public record ClientCertificate(X509KeyManager keys) {
  /** The algorithms of keys, and one of signatures for each. */
  private static final Map<String, String> SIGNATURES =
      Map.of("RSA", "SHA256withRSA", "EC", "SHA256withECDSA", "EdDSA", "EdDSA");

  private static final byte[] SOMETHING = {1};

  /** Its own key store needs one, and is never written. */
  private static final char[] NO_PASSWORD = {};

  /**
   * Reads a PEM file of a certificate, those of its authorities, and its key.
   *
   * @param password the password of the key, if there is one
   * @throws IllegalArgumentException if they are not there, do not belong together, or are not
   *     valid now; the message goes on from "but"
   */
  public static ClientCertificate read(Path file, Optional<String> password) throws IOException {
    var encoded = PrivateKeyBlock.in(TextFile.read(file));
    var certificates = certificates(file);
    for (var certificate : certificates) {
      var key = encoded.key(certificate.getPublicKey(), password);
      if (key.isPresent() && belongsTo(certificate, key.get())) {
        TlsFailures.notValidNow("its certificate", certificate)
            .ifPresent(
                reason -> {
                  throw new IllegalArgumentException(reason);
                });
        return new ClientCertificate(manager(key.get(), chain(certificate, certificates)));
      }
    }
    throw new IllegalArgumentException(
        "its key cannot be read, or does not belong to its certificate");
  }

  private static List<X509Certificate> certificates(Path file) throws IOException {
    try {
      return CertificateAuthorities.read(file).certificates().stream()
          .map(X509Certificate.class::cast)
          .toList();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("it holds no certificate", e);
    }
  }

  private static boolean belongsTo(X509Certificate certificate, PrivateKey key) {
    try {
      var algorithm = certificate.getPublicKey().getAlgorithm();
      var signature = Signature.getInstance(SIGNATURES.getOrDefault(algorithm, algorithm));
      signature.initSign(key);
      signature.update(SOMETHING);
      var signed = signature.sign();
      signature.initVerify(certificate.getPublicKey());
      signature.update(SOMETHING);
      return signature.verify(signed);
    } catch (GeneralSecurityException e) {
      return false; // a key of another algorithm or size
    }
  }

  /** From the certificate to its authorities, whatever the order in the file. */
  private static X509Certificate[] chain(X509Certificate first, List<X509Certificate> all) {
    var chain = new ArrayList<>(List.of(first));
    for (var next = Optional.of(first); next.isPresent(); next.ifPresent(chain::add)) {
      var issuer = next.get().getIssuerX500Principal();
      next =
          all.stream()
              .filter(other -> other.getSubjectX500Principal().equals(issuer))
              .filter(other -> !chain.contains(other))
              .findFirst();
    }
    return chain.toArray(X509Certificate[]::new);
  }

  private static X509KeyManager manager(PrivateKey key, X509Certificate[] chain) {
    try {
      var store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry("client", key, NO_PASSWORD, chain);
      var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      factory.init(store, NO_PASSWORD);
      return (X509KeyManager) factory.getKeyManagers()[0];
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalArgumentException("Java cannot use it: " + e.getMessage(), e);
    }
  }

  @Override
  public String toString() {
    return "client certificate";
  }
}
