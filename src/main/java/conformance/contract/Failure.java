package conformance.contract;

/**
 * Why a response did not arrive, or not completely.
 *
 * @param kind the stage at which the exchange failed
 * @param reason what happened, in words, redacted
 */
public record Failure(Kind kind, String reason) {

  /** The stages at which an exchange can fail, in chronological order. */
  public enum Kind {
    /** The host name has no address. */
    NAME,
    /** No connection: refused, no route, or timed out. */
    CONNECTION,
    /** The proxy did not lead to the target. */
    PROXY,
    /** The proxy asks for a user, and refuses whom it got. */
    PROXY_USER,
    /** The TLS handshake failed, or the certificate is not trusted. */
    TLS,
    /** The server asks for a client certificate, and refuses what it got. */
    CLIENT_CERTIFICATE,
    /** TLS was begun with a port that does not speak it. */
    NO_TLS,
    /** Plain http was sent to a port that speaks TLS. */
    TLS_ONLY,
    /** What came is neither HTTP/1.1 nor TLS: the port belongs to another service. */
    OTHER_PROTOCOL,
    /** The request was sent, but no response began in time. */
    SILENCE,
    /** The connection was closed or reset, or the data received is no HTTP response. */
    NO_RESPONSE,
    /** The body ended early, stalled, or could not be decoded. */
    BODY
  }
}
