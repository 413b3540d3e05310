package conformance.http;

import conformance.contract.Failure;
import conformance.contract.Failure.Kind;
import java.security.cert.CertPathValidatorException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/** Why there is no TLS connection, in words for what the JDK puts in its own. */
final class TlsFailures {
  private TlsFailures() {}

  /**
   * The failure.
   *
   * @param causes what was thrown, and what caused it
   * @param message the message of the innermost cause
   * @param place host and port
   */
  static Failure of(List<Throwable> causes, String message, String place) {
    if (message.contains("Unsupported or unrecognized SSL message")) {
      return new Failure(Kind.NO_TLS, place + " does not speak TLS");
    }
    var reason =
        causes.stream()
            .filter(CertPathValidatorException.class::isInstance)
            .map(CertPathValidatorException.class::cast)
            .filter(cause -> cause.getCertPath() != null && cause.getIndex() >= 0)
            .flatMap(cause -> reason(cause).stream())
            .findFirst()
            .orElse(message);
    return new Failure(Kind.TLS, "no trusted TLS connection to %s: %s".formatted(place, reason));
  }

  private static Optional<String> reason(CertPathValidatorException cause) {
    return notValidNow(
        cause.getIndex() == 0 ? "its certificate" : "the certificate of an authority",
        (X509Certificate) cause.getCertPath().getCertificates().get(cause.getIndex()));
  }

  /** That a certificate is not valid now (RFC 5280, section 4.1.2.5); empty if it is. */
  static Optional<String> notValidNow(String whose, X509Certificate certificate) {
    var now = Date.from(Instant.now());
    if (now.after(certificate.getNotAfter())) {
      return Optional.of("%s expired on %s".formatted(whose, day(certificate.getNotAfter())));
    }
    return now.before(certificate.getNotBefore())
        ? Optional.of(
            "%s is valid from %s on only, and this machine's clock says %s"
                .formatted(whose, day(certificate.getNotBefore()), day(now)))
        : Optional.empty();
  }

  private static LocalDate day(Date time) {
    return time.toInstant().atZone(ZoneOffset.UTC).toLocalDate();
  }
}
