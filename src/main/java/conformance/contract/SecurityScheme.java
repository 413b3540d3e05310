package conformance.contract;

import java.util.Locale;

/**
 * How a request says who asks (OpenAPI 3.1: security scheme object).
 *
 * @param field the header field that says it
 * @param name the authentication scheme (RFC 9110, section 11.1); empty for an API key
 * @param parameter the query parameter in which servers may take it as well; empty if there is none
 * @param secret what it is that nobody else knows, in one word
 * @param words the whole of it, in words
 */
public record SecurityScheme(
    String field, String name, String parameter, String secret, String words) {
  /** RFC 6750. */
  public static final SecurityScheme BEARER =
      new SecurityScheme("Authorization", "Bearer", "access_token", "token", "bearer token");

  /** RFC 7617. */
  public static final SecurityScheme BASIC =
      new SecurityScheme("Authorization", "Basic", "", "password", "user and password");

  /** An API key in a header field of this name. */
  public static SecurityScheme apiKey(String field) {
    return new SecurityScheme(field, "", field, "key", "API key");
  }

  /** Whether it is sent in base64, as a user and a password with a colon between. */
  public boolean isBasic() {
    return name.equals(BASIC.name);
  }

  /** A scheme that is not this one. */
  public String otherName() {
    return isBasic() ? BEARER.name : BASIC.name;
  }

  /** A secret in its form that was never issued. */
  String notIssued() {
    return "%sa-%s-that-nobody-was-given".formatted(isBasic() ? "nobody:" : "", secret);
  }

  /** The name of the field in lower case, or in upper case if it has no capital letter. */
  String fieldInOtherCase() {
    var lower = field.toLowerCase(Locale.ROOT);
    return lower.equals(field) ? field.toUpperCase(Locale.ROOT) : lower;
  }
}
