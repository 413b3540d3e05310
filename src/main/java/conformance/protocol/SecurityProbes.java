package conformance.protocol;

import conformance.contract.Basis;
import conformance.contract.Deviation;
import conformance.contract.Level;
import conformance.contract.Rule;
import conformance.contract.Source;
import conformance.exchange.Credential;
import conformance.exchange.Exchange;
import conformance.protocol.Probes.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Requests that do not prove the right to ask, and one that does so in another spelling.
 *
 * @param probes the operation that is asked for
 */
record SecurityProbes(Probes probes) {
  private static final Source DOCUMENTED =
      new Source("Authorization > bearer token, required", Basis.STATED);
  private static final Source SCHEME =
      new Source("Authorization; RFC 9110, section 11.1", Basis.IMPLIED);

  /**
   * A request that must be refused.
   *
   * @param credential what it shows
   * @param id its part of the rules' addresses
   * @param name what it shows, in words
   * @param otherwise what it means when it is answered all the same
   */
  private record Unproven(Credential credential, String id, String name, String otherwise) {}

  private static final List<Unproven> UNPROVEN =
      List.of(
          new Unproven(
              Credential.NONE,
              "no-header",
              "without Authorization",
              "the target answers anyone, without asking for a token"),
          new Unproven(
              Credential.EMPTY,
              "empty-token",
              "with an empty token",
              "the target takes the scheme alone for a token"),
          new Unproven(
              Credential.WRONG,
              "wrong-token",
              "with a wrong token",
              "the target accepts a token that nobody was given"),
          new Unproven(
              Credential.CUT_SHORT,
              "token-cut-short",
              "with the token cut short",
              "the target accepts it though a part of the token is missing"),
          new Unproven(
              Credential.TOO_LONG,
              "token-too-long",
              "with one character after the token",
              "the target accepts it though it is more than the token"),
          new Unproven(
              Credential.BASIC,
              "basic-scheme",
              "with the token under Basic",
              "the target does not look at the scheme"),
          new Unproven(
              Credential.BARE,
              "no-scheme",
              "with the token without a scheme",
              "the target does not ask for the scheme"),
          new Unproven(
              Credential.QUERY,
              "token-in-query",
              "with the token in the query only",
              "the target takes the token from the URL, which logs and proxies keep"));

  Stream<Probe> of(Map<String, String> parameters) {
    return probes.operation().secured()
        ? Stream.concat(
            UNPROVEN.stream().map(it -> unproven(it, parameters)),
            Stream.of(lowerCaseScheme(parameters)))
        : Stream.empty();
  }

  /** Who calls it malformed may answer 400, too (RFC 6750, section 3.1). */
  private static boolean malformed(Credential credential) {
    return credential == Credential.EMPTY || credential == Credential.BARE;
  }

  private Probe unproven(Unproven unproven, Map<String, String> parameters) {
    var name = "request " + unproven.name();
    var rule =
        probes.rule(
            "security/" + unproven.id(),
            Level.MUST,
            DOCUMENTED,
            new Subject(
                "Authorization",
                name + " is refused",
                malformed(unproven.credential()) ? "status 400, 401 or 403" : "status 401 or 403"));
    var check = new ResponseCheck(rule, any -> true, exchange -> refused(rule, unproven, exchange));
    return new Probe(
        name,
        probes.request("GET", parameters, unproven.credential()),
        false,
        true,
        List.of(check));
  }

  private Optional<Deviation> refused(Rule rule, Unproven unproven, Exchange exchange) {
    var status = Answers.status(exchange);
    if (status == 401 || status == 403 || status == 400 && malformed(unproven.credential())) {
      return Optional.empty();
    }
    if (Answers.succeeds(exchange)) {
      return Answers.wrong(
          rule,
          exchange,
          probes.data().given(exchange)
              ? unproven.otherwise()
              : "it is an answer of success, though without data, and no refusal");
    }
    return Answers.wrong(rule, exchange, Answers.unexpected(exchange));
  }

  private Probe lowerCaseScheme(Map<String, String> parameters) {
    var name = "request with the scheme in lower case";
    var wanted = probes.operation().response().status();
    var rule =
        probes.rule(
            "security/lower-case-scheme",
            Level.SHOULD,
            SCHEME,
            new Subject("Authorization", name + " is accepted", "status " + wanted));
    return new Probe(
        name,
        probes.request("GET", parameters, Credential.LOWER_CASE_SCHEME),
        false,
        true,
        List.of(
            new ResponseCheck(
                rule,
                any -> true,
                exchange ->
                    Answers.status(exchange) == wanted
                        ? Optional.empty()
                        : Answers.wrong(rule, exchange, "the scheme's name is case-insensitive"))));
  }
}
