package conformance.protocol;

import conformance.contract.Credential;
import conformance.contract.EnvironmentFault;
import conformance.contract.Exchange;
import conformance.contract.Failure.Kind;
import conformance.contract.Interaction;
import conformance.contract.Request;
import conformance.contract.ResponseHead;
import conformance.contract.SecurityScheme;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells environment faults apart from exchanges that can be judged. */
public final class EnvironmentFaults {
  private static final Pattern SENT_TO_TLS =
      Pattern.compile(
          "plain HTTP request was sent to HTTPS port|HTTP request to an HTTPS server"
              + "|speaking plain HTTP to an SSL|requires TLS",
          Pattern.CASE_INSENSITIVE);

  /**
   * What nginx says in a page where TLS itself has accepted whatever came, and IIS in one of 403.
   */
  private static final Pattern NO_CERTIFICATE =
      Pattern.compile(
          "No required SSL certificate was sent"
              + "|requires your browser to have a Secure Sockets Layer",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern WRONG_CERTIFICATE =
      Pattern.compile("The SSL certificate error", Pattern.CASE_INSENSITIVE);

  /** The foot of its own pages, also where it goes by another name. */
  private static final Pattern NGINX = Pattern.compile("<hr><center>(nginx|openresty)");

  private EnvironmentFaults() {}

  /** Why an ordinary request got no usable response, if network, settings or load is the cause. */
  public static Optional<EnvironmentFault> environment(Interaction interaction, Exchange exchange) {
    return exchange
        .head()
        .map(head -> judged(head, interaction, exchange))
        .orElseGet(() -> NetworkFaults.of(exchange.failure().orElseThrow()));
  }

  /**
   * The same for a probe, once the target has responded to an ordinary request: a refusal is
   * correct then, and no response at all is a deviation.
   */
  public static Optional<EnvironmentFault> ofProbe(Exchange exchange) {
    return exchange
        .head()
        .map(
            head ->
                head.busy()
                    ? busy(
                        "the target was busy: " + Intermediary.described(head, exchange),
                        exchange.request().credential())
                    : Optional.<EnvironmentFault>empty())
        .orElseGet(
            () ->
                exchange.failure().orElseThrow().kind() == Kind.SILENCE
                    ? Optional.empty()
                    : NetworkFaults.of(exchange.failure().get()));
  }

  /**
   * Whether the fault concerns one parameter value only, such as an agent that is unknown or
   * belongs to another owner. 401 concerns all of them: the token itself is not valid (RFC 9110,
   * section 15.5.2). So does a page of a firewall.
   */
  public static boolean concernsOne(Exchange exchange) {
    var status = Responses.status(exchange);
    return status == 404 || status == 403 && Intermediary.of(exchange).isEmpty();
  }

  /** Whether the target refuses the token of the request, which may be for what it asks for. */
  public static boolean refusesToken(Exchange exchange) {
    return exchange
        .head()
        .filter(
            head ->
                head.status() == 401
                        && (!asksForOtherCredentials(head, exchange.request().security())
                            || Intermediary.of(exchange).isEmpty())
                    || head.status() == 403 && Intermediary.of(exchange).isEmpty())
        .isPresent();
  }

  private static Optional<EnvironmentFault> judged(
      ResponseHead head, Interaction interaction, Exchange exchange) {
    var other = Intermediary.of(exchange);
    var scheme = interaction.operation().scheme();
    var by = ": " + Intermediary.described(head, exchange);
    var certificate = other.flatMap(page -> certificate(exchange, page));
    if (certificate.isPresent()) {
      return certificate;
    }
    return switch (head.status()) {
      case 400 ->
          isSentToTls(exchange)
              ? fault("plain http was sent to a port that speaks TLS" + by, NetworkFaults.HTTPS)
              : other.flatMap(page -> ofOther(head, exchange, page));
      case 401 ->
          asksForOtherCredentials(head, scheme) && other.isPresent()
              ? fault(
                  "a gateway asks for credentials of its own: " + other.get(),
                  "Set target.url to where the API can be reached without that login.")
              : refused(scheme, by);
      case 403 -> other.isPresent() ? page("refused", other.get()) : refused(scheme, by);
      case 404 ->
          fault(
              "the target does not know %s%s".formatted(values(interaction), by),
              "Check target.url (%s was asked for) and %s: does the %s's owner have it?"
                  .formatted(
                      template(interaction, exchange.url()),
                      settingNames(interaction),
                      scheme.secret()));
      case 407 -> fault("a proxy asks for credentials" + by, "Ask for a way without that proxy.");
      case 429, 503 -> busy("the target was busy at every attempt" + by, Credential.TOKEN);
      case 511 ->
          fault("the network asks for a login" + by, "Log in to the network, then try again.");
      default -> other.flatMap(page -> ofOther(head, exchange, page));
    };
  }

  private static Optional<EnvironmentFault> certificate(Exchange exchange, Intermediary page) {
    var got =
        NO_CERTIFICATE.matcher(exchange.beginning()).find()
            ? "got none"
            : WRONG_CERTIFICATE.matcher(exchange.beginning()).find()
                ? "refuses that of target.client_certificate"
                : "";
    return got.isEmpty()
        ? Optional.empty()
        : fault(
            "the server asks for a client certificate, and %s: %s".formatted(got, page),
            NetworkFaults.CLIENT_CERTIFICATE);
  }

  private static Optional<EnvironmentFault> ofOther(
      ResponseHead head, Exchange exchange, Intermediary other) {
    return switch (head.status() / 100) {
      case 2 -> page("answered", other);
      case 4 -> page("refused", other);
      case 5 ->
          isOfApi(head, exchange)
              ? Optional.empty()
              : fault(
                  "a gateway got no answer from the API: " + other,
                  "Check that the API behind the gateway is up, and that it leads there.");
      default -> Optional.empty();
    };
  }

  /** Frameworks have pages for their own failures, but no application runs within nginx. */
  private static boolean isOfApi(ResponseHead head, Exchange exchange) {
    return (head.status() == 500 || head.status() == 501)
        && !NGINX.matcher(exchange.beginning()).find();
  }

  private static Optional<EnvironmentFault> refused(SecurityScheme scheme, String by) {
    return fault(
        "the target refused the %s%s".formatted(scheme.secret(), by),
        "Check TARGET_TOKEN or target.token_file: is it valid, and meant for this target?");
  }

  private static Optional<EnvironmentFault> page(String did, Intermediary other) {
    return fault(
        "a page, not the API, %s: %s".formatted(did, other),
        ("Set target.url to where the API answers, or let this machine through: its address, and"
                + " User-Agent %s.")
            .formatted(Request.USER_AGENT));
  }

  private static Optional<EnvironmentFault> busy(String reason, Credential credential) {
    return fault(
        reason,
        credential.wrong()
            ? "Try later, or leave wrong tokens out: target.probe_tokens=false."
            : "Try later, or lower target.rate.");
  }

  /** Whether no scheme is the documented one (RFC 9110, section 11.6.1). */
  private static boolean asksForOtherCredentials(ResponseHead head, SecurityScheme scheme) {
    var challenges = head.values("WWW-Authenticate");
    return !challenges.isEmpty()
        && challenges.stream()
            .map(value -> value.toLowerCase(Locale.ROOT))
            .noneMatch(value -> value.contains(scheme.name().toLowerCase(Locale.ROOT)));
  }

  /** Whether a server of TLS answers plain http with a page: nginx, Apache, Go, Tomcat. */
  private static boolean isSentToTls(Exchange exchange) {
    return exchange.url().getScheme().equals("http")
        && SENT_TO_TLS.matcher(exchange.beginning()).find();
  }

  /** The URL with the path template, so that it is the same for all parameter values. */
  private static String template(Interaction interaction, URI url) {
    var operation = interaction.operation();
    return url.toString().replace(operation.path(interaction.parameters()), operation.path());
  }

  private static String values(Interaction interaction) {
    return interaction.parameters().entrySet().stream()
        .map(parameter -> parameter.getKey() + " " + parameter.getValue())
        .reduce("%s, %s"::formatted)
        .orElse("the path");
  }

  private static String settingNames(Interaction interaction) {
    return interaction.parameters().keySet().stream()
        .map("target."::concat)
        .reduce("%s, %s"::formatted)
        .orElse("the token");
  }

  private static Optional<EnvironmentFault> fault(String reason, String advice) {
    return Optional.of(new EnvironmentFault(reason, advice));
  }
}
