package conformance.contract;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The credentials of a request, in whatever scheme its operation asks for them. Only {@link
 * #TOKEN}, {@link #OTHER_CASE} and {@link #OTHER_OWNER} are valid.
 */
public enum Credential {
  /** The secret in the documented form. */
  TOKEN(Prefix.NAME, (scheme, token) -> token, "$TARGET_TOKEN"),
  /** No field that says who asks. */
  NONE(Prefix.NONE, (scheme, token) -> "", ""),
  /** The scheme without a secret. */
  EMPTY(Prefix.NAME, (scheme, token) -> "", ""),
  /** The user with an empty password (RFC 7617). */
  EMPTY_PASSWORD(Prefix.NAME, (scheme, token) -> user(token) + ":", "${TARGET_TOKEN%%:*}:"),
  /** The user without the colon that ends it (RFC 7617). */
  USER_ALONE(Prefix.NAME, (scheme, token) -> user(token), "${TARGET_TOKEN%%:*}"),
  /** A secret that was never issued. */
  WRONG(Prefix.NAME, (scheme, token) -> scheme.notIssued(), ""),
  /** The secret without its last character. */
  CUT_SHORT(
      Prefix.NAME, (scheme, token) -> token.substring(0, token.length() - 1), "${TARGET_TOKEN%?}"),
  /** The secret with an extra character. */
  TOO_LONG(Prefix.NAME, (scheme, token) -> token + "x", "${TARGET_TOKEN}x"),
  /** The secret under another scheme. */
  OTHER_SCHEME(Prefix.OTHER, (scheme, token) -> token, "$TARGET_TOKEN"),
  /** The secret without a scheme. */
  BARE(Prefix.NONE, (scheme, token) -> token, "$TARGET_TOKEN"),
  /** The secret in the query, such as that of RFC 6750, section 2.3, which is undocumented. */
  QUERY(Prefix.NONE, (scheme, token) -> token, "$TARGET_TOKEN"),
  /** The name of the scheme, or else of the field, in other case (RFC 9110, sections 5.1, 11.1). */
  OTHER_CASE(Prefix.LOWER, (scheme, token) -> token, "$TARGET_TOKEN"),
  /** The secret of another owner in the documented form. */
  OTHER_OWNER(Prefix.NAME, (scheme, token) -> token, "$TARGET_OTHER_TOKEN");

  /** What goes before the secret. */
  private enum Prefix {
    NONE(scheme -> ""),
    NAME(SecurityScheme::name),
    OTHER(SecurityScheme::otherName),
    LOWER(scheme -> scheme.name().toLowerCase(Locale.ROOT));

    private final Function<SecurityScheme, String> of;

    Prefix(Function<SecurityScheme, String> of) {
      this.of = of;
    }
  }

  private final Prefix prefix;
  private final BiFunction<SecurityScheme, String, String> change;
  private final String shell;

  Credential(Prefix prefix, BiFunction<SecurityScheme, String, String> change, String shell) {
    this.prefix = prefix;
    this.change = change;
    this.shell = shell;
  }

  /** Whether it is one that servers count as a failed login: neither valid nor none at all. */
  public boolean wrong() {
    return this != TOKEN && this != OTHER_CASE && this != NONE && this != OTHER_OWNER;
  }

  /** Whether it is made of the secret of another owner. */
  public boolean ofOther() {
    return this == OTHER_OWNER;
  }

  /** Whether there is such a request in {@code scheme}. */
  public boolean existsIn(SecurityScheme scheme) {
    return switch (this) {
      case EMPTY_PASSWORD, USER_ALONE -> scheme.isBasic();
      case OTHER_SCHEME, BARE -> !scheme.name().isEmpty();
      case QUERY -> !scheme.parameter().isEmpty();
      default -> true;
    };
  }

  /** The name of the field that says who asks. */
  String field(SecurityScheme scheme) {
    return this == OTHER_CASE && scheme.name().isEmpty()
        ? scheme.fieldInOtherCase()
        : scheme.field();
  }

  /** The value of that field, if it is sent. */
  Optional<String> value(SecurityScheme scheme, String token) {
    var changed = change.apply(scheme, token);
    return prefixed(
        scheme,
        scheme.isBasic()
            ? Base64.getEncoder().encodeToString(changed.getBytes(StandardCharsets.UTF_8))
            : changed);
  }

  /** The query of the URL, with its question mark; empty if there is none. */
  String query(SecurityScheme scheme, String token) {
    return parameter(
        scheme, URLEncoder.encode(change.apply(scheme, token), StandardCharsets.UTF_8));
  }

  /** The value of the field in a shell command that takes the secret from the environment. */
  Optional<String> shellValue(SecurityScheme scheme) {
    var text = this == WRONG ? scheme.notIssued() : shell;
    return prefixed(
        scheme,
        scheme.isBasic() && !text.isEmpty()
            ? "$(printf %%s \"%s\" | base64 | tr -d '\\n')".formatted(text)
            : text);
  }

  /** The query in a shell command that takes the secret from the environment. */
  String shellQuery(SecurityScheme scheme) {
    return parameter(scheme, shell);
  }

  private Optional<String> prefixed(SecurityScheme scheme, String text) {
    var before = prefix.of.apply(scheme);
    return this == NONE || this == QUERY
        ? Optional.empty()
        : Optional.of(before.isEmpty() ? text : before + " " + text);
  }

  private String parameter(SecurityScheme scheme, String value) {
    return this == QUERY
        ? "?%s=%s".formatted(URLEncoder.encode(scheme.parameter(), StandardCharsets.UTF_8), value)
        : "";
  }

  private static String user(String token) {
    return token.split(":", 2)[0];
  }
}
