package conformance.http;

import java.security.cert.CertPathValidatorException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import java.util.stream.Stream;

/** Says in words that a certificate is not valid now (RFC 5280, section 4.1.2.5). */
final class CertificateTime {
  private CertificateTime() {}

  /** The reason, if it is among what was thrown. */
  static Optional<String> of(Stream<Throwable> causes) {
    return causes
        .filter(CertPathValidatorException.class::isInstance)
        .map(CertPathValidatorException.class::cast)
        .filter(cause -> cause.getCertPath() != null && cause.getIndex() >= 0)
        .flatMap(cause -> reason(cause).stream())
        .findFirst();
  }

  private static Optional<String> reason(CertPathValidatorException cause) {
    var certificate = (X509Certificate) cause.getCertPath().getCertificates().get(cause.getIndex());
    var whose = cause.getIndex() == 0 ? "its certificate" : "the certificate of an authority";
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
