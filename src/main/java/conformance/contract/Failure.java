package conformance.contract;

/**
 * Why a response did not come, or did not come whole.
 *
 * @param kind at which point it failed
 * @param reason what happened, in words, redacted
 */
public record Failure(Kind kind, String reason) {

  /** The points at which an exchange can fail, in the order of time. */
  public enum Kind {
    /** The host name has no address. */
    NAME,
    /** No connection: refused, no route, or nobody answered in time. */
    CONNECTION,
    /** TLS could not be agreed on, or the certificate is not trusted. */
    TLS,
    /** The request was sent, and no response began in time. */
    SILENCE,
    /** The connection was closed or reset, or what came is no HTTP response. */
    NO_RESPONSE,
    /** The body broke off, stalled, or could not be decoded. */
    BODY
  }
}
