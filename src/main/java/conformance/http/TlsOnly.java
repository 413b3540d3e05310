package conformance.http;

import conformance.contract.Exchange;
import conformance.contract.Failure;
import conformance.contract.Failure.Kind;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** Finds out whether a port that closes connections without a response expects TLS. */
final class TlsOnly {
  static final String REASON = "plain http was sent to a port that speaks TLS";

  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private TlsOnly() {}

  /** The same exchange, with the reason if that is why no response came. */
  static Exchange explained(Exchange exchange) {
    var unexplained =
        exchange.failure().filter(failure -> failure.kind() == Kind.NO_RESPONSE).isPresent()
            && "http".equals(exchange.url().getScheme());
    return unexplained && speaksTls(exchange.url())
        ? exchange.withFailure(new Failure(Kind.TLS_ONLY, REASON))
        : exchange;
  }

  /** Begins a handshake, and ends it when a certificate comes: nothing is sent after that. */
  private static boolean speaksTls(URI url) {
    var certificate = new Certificate();
    var port = url.getPort() < 0 ? 80 : url.getPort();
    try (var plain = new Socket()) {
      plain.connect(new InetSocketAddress(url.getHost(), port), (int) TIMEOUT.toMillis());
      plain.setSoTimeout((int) TIMEOUT.toMillis());
      var context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {certificate}, new SecureRandom());
      try (var socket =
          (SSLSocket) context.getSocketFactory().createSocket(plain, url.getHost(), port, true)) {
        socket.startHandshake();
      }
    } catch (IOException e) {
      // Either the handshake was ended, or there was none.
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has TLS", e);
    }
    return certificate.came;
  }

  /** Trusts nothing. */
  private static final class Certificate implements X509TrustManager {
    private boolean came;

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      came = true;
      throw new CertificateException("nothing more is wanted");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      throw new CertificateException("this is no server");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
