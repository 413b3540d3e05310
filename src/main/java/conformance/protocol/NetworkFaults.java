package conformance.protocol;

import conformance.contract.EnvironmentFault;
import conformance.contract.Failure;
import java.util.Optional;

/** What to do about a response that did not arrive. */
final class NetworkFaults {
  static final String HTTPS = "Set target.url to one that begins with https.";

  static final String CLIENT_CERTIFICATE =
      "Set target.client_certificate to a PEM file of a certificate that this server accepts, with"
          + " its key.";

  private NetworkFaults() {}

  /** The fault; empty if the target is to blame, which closed the connection. */
  static Optional<EnvironmentFault> of(Failure failure) {
    var remedy =
        switch (failure.kind()) {
          case NAME, CONNECTION -> "Check target.url, and that the server is up.";
          case PROXY ->
              "Check target.proxy: does it let this machine through to that host and port?";
          case PROXY_USER ->
              "Set target.proxy_user and, in the environment, TARGET_PROXY_PASSWORD to what the proxy"
                  + " asks for.";
          case TLS ->
              "Check target.url and the certificate of the server; target.ca_file adds an authority.";
          case CLIENT_CERTIFICATE -> CLIENT_CERTIFICATE;
          case NO_TLS ->
              "Check the port of target.url, or set target.url to http, where that is allowed.";
          case TLS_ONLY -> HTTPS;
          case OTHER_PROTOCOL ->
              "Check the port of target.url: the API must be there, and speak HTTP/1.1.";
          case SILENCE -> "Check the server, or raise target.timeout.";
          case NO_RESPONSE, BODY -> "";
        };
    return Optional.of(new EnvironmentFault(failure.reason(), remedy))
        .filter(fault -> !fault.remedy().isEmpty());
  }
}
