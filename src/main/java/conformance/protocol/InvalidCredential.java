package conformance.protocol;

import conformance.contract.Basis;
import conformance.contract.Credential;
import conformance.contract.Level;
import conformance.contract.SecurityScheme;
import conformance.contract.Source;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A credential with which a request must be refused.
 *
 * @param credential what is sent
 * @param level should if it holds the whole secret, since nobody else gets in
 * @param source source of the rule
 * @param id the last part of the rule's id
 * @param name the credential, in words
 * @param reason why it is wrong to accept it
 */
record InvalidCredential(
    Credential credential, Level level, Source source, String id, String name, String reason) {

  /** Those that there are in {@code scheme}, in the order of sending. */
  static List<InvalidCredential> of(SecurityScheme scheme) {
    return Stream.of(withoutTheSecret(scheme), withAPartOfIt(scheme), otherwise(scheme))
        .flatMap(it -> it)
        .filter(invalid -> invalid.credential().existsIn(scheme))
        .toList();
  }

  /** What the documentation demands of each request. */
  static Source documented(SecurityScheme scheme) {
    return new Source("%s > %s, required".formatted(scheme.field(), scheme.words()), Basis.STATED);
  }

  /** Malformed credentials may be refused with 400 as well (RFC 6750, section 3.1). */
  boolean malformed() {
    return switch (credential) {
      case EMPTY, BARE, OTHER_SCHEME, USER_ALONE -> true;
      default -> false;
    };
  }

  private static Stream<InvalidCredential> withoutTheSecret(SecurityScheme scheme) {
    var secret = scheme.secret();
    return Stream.of(
        must(
            scheme,
            Credential.NONE,
            "no-header",
            "without " + scheme.field(),
            "the target answers anyone, without asking for a " + secret),
        scheme.isBasic()
            ? must(
                scheme,
                Credential.EMPTY,
                "scheme-alone",
                "with the scheme alone",
                "the target takes the scheme alone for a user and a password")
            : must(
                scheme,
                Credential.EMPTY,
                "empty-" + secret,
                "with an empty " + secret,
                "the target takes the %s alone for a %s"
                    .formatted(scheme.name().isEmpty() ? "field" : "scheme", secret)),
        must(
            scheme,
            Credential.EMPTY_PASSWORD,
            "empty-password",
            "with an empty password",
            "the target lets in who knows the user's name"),
        must(
            scheme,
            Credential.USER_ALONE,
            "no-colon",
            "with the user's name, and no colon after it",
            "the target lets in who knows the user's name"),
        must(
            scheme,
            Credential.WRONG,
            "wrong-" + secret,
            "with a wrong " + secret,
            "the target accepts a %s that nobody was given".formatted(secret)));
  }

  private static Stream<InvalidCredential> withAPartOfIt(SecurityScheme scheme) {
    var secret = scheme.secret();
    return Stream.of(
        must(
            scheme,
            Credential.CUT_SHORT,
            secret + "-cut-short",
            "with the %s cut short".formatted(secret),
            "the target accepts it though a part of the %s is missing".formatted(secret)),
        must(
            scheme,
            Credential.TOO_LONG,
            secret + "-too-long",
            "with one character after the " + secret,
            "the target accepts it though it is more than the " + secret));
  }

  /** The secret in a form other than the documented one. */
  private static Stream<InvalidCredential> otherwise(SecurityScheme scheme) {
    var secret = scheme.secret();
    var bearer = scheme.equals(SecurityScheme.BEARER);
    return Stream.of(
        should(
            scheme,
            Credential.OTHER_SCHEME,
            "RFC 9110, section 11.4",
            scheme.otherName().toLowerCase(Locale.ROOT) + "-scheme",
            "with the %s under %s".formatted(secret, scheme.otherName()),
            "the target does not look at the scheme"),
        should(
            scheme,
            Credential.BARE,
            "RFC 9110, section 11.4",
            "no-scheme",
            "with the %s without a scheme".formatted(secret),
            "the target does not ask for the scheme"),
        should(
            scheme,
            Credential.QUERY,
            bearer ? "RFC 6750, section 2.3" : "RFC 9110, section 17.9",
            secret + "-in-query",
            "with the %s in the query only".formatted(secret),
            "the target takes the %s from the URL,%s but logs and proxies keep URLs"
                .formatted(secret, bearer ? " as RFC 6750 lets servers do," : "")));
  }

  private static InvalidCredential must(
      SecurityScheme scheme, Credential credential, String id, String name, String reason) {
    return new InvalidCredential(credential, Level.MUST, documented(scheme), id, name, reason);
  }

  private static InvalidCredential should(
      SecurityScheme scheme,
      Credential credential,
      String section,
      String id,
      String name,
      String reason) {
    var source = new Source(scheme.field() + "; " + section, Basis.IMPLIED);
    return new InvalidCredential(credential, Level.SHOULD, source, id, name, reason);
  }
}
