package conformance.protocol;

import conformance.contract.Basis;
import conformance.contract.Credential;
import conformance.contract.Level;
import conformance.contract.Source;
import conformance.protocol.Probe.Responder;
import conformance.protocol.Probes.Requirement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Requests without a valid token in the documented form, and one with the scheme in lower case. */
record SecurityProbes(Probes probes) {
  private static final Source DOCUMENTED =
      new Source("Authorization > bearer token, required", Basis.STATED);
  private static final Source SCHEME =
      new Source("Authorization; RFC 9110, section 11.1", Basis.IMPLIED);

  /**
   * A credential with which a request must be refused.
   *
   * @param credential what is sent
   * @param level should if it contains the token, since nobody else gets in
   * @param source source of the rule
   * @param id the last part of the rule's id
   * @param name the credential, in words
   * @param reason why it is wrong to accept it
   */
  private record InvalidCredential(
      Credential credential, Level level, Source source, String id, String name, String reason) {

    /** Something other than the token. */
    static InvalidCredential must(Credential credential, String id, String name, String reason) {
      return new InvalidCredential(credential, Level.MUST, DOCUMENTED, id, name, reason);
    }

    /** The token in a form other than the documented one. */
    static InvalidCredential should(
        Credential credential, String section, String id, String name, String reason) {
      var source = new Source("Authorization; " + section, Basis.IMPLIED);
      return new InvalidCredential(credential, Level.SHOULD, source, id, name, reason);
    }
  }

  private static final List<InvalidCredential> INVALID =
      List.of(
          InvalidCredential.must(
              Credential.NONE,
              "no-header",
              "without Authorization",
              "the target answers anyone, without asking for a token"),
          InvalidCredential.must(
              Credential.EMPTY,
              "empty-token",
              "with an empty token",
              "the target takes the scheme alone for a token"),
          InvalidCredential.must(
              Credential.WRONG,
              "wrong-token",
              "with a wrong token",
              "the target accepts a token that nobody was given"),
          InvalidCredential.must(
              Credential.CUT_SHORT,
              "token-cut-short",
              "with the token cut short",
              "the target accepts it though a part of the token is missing"),
          InvalidCredential.must(
              Credential.TOO_LONG,
              "token-too-long",
              "with one character after the token",
              "the target accepts it though it is more than the token"),
          InvalidCredential.should(
              Credential.BASIC,
              "RFC 9110, section 11.4",
              "basic-scheme",
              "with the token under Basic",
              "the target does not look at the scheme"),
          InvalidCredential.should(
              Credential.BARE,
              "RFC 9110, section 11.4",
              "no-scheme",
              "with the token without a scheme",
              "the target does not ask for the scheme"),
          InvalidCredential.should(
              Credential.QUERY,
              "RFC 6750, section 2.3",
              "token-in-query",
              "with the token in the query only",
              "the target takes the token from the URL, as RFC 6750 lets servers do, but logs and"
                  + " proxies keep URLs"));

  Stream<Probe> of(Map<String, String> parameters) {
    return probes.operation().secured()
        ? Stream.concat(
            INVALID.stream().map(credential -> probe(credential, parameters)),
            Stream.of(lowerCaseScheme(parameters)))
        : Stream.empty();
  }

  /** Malformed credentials may be refused with 400 as well (RFC 6750, section 3.1). */
  private static boolean malformed(Credential credential) {
    return credential == Credential.EMPTY
        || credential == Credential.BARE
        || credential == Credential.BASIC;
  }

  private Probe probe(InvalidCredential invalid, Map<String, String> parameters) {
    var name = "request " + invalid.name();
    var rule =
        probes.rule(
            "security/" + invalid.id(),
            invalid.level(),
            invalid.source(),
            new Requirement(
                "Authorization", name + " is refused", "a refusal: no status 2xx, and no data"));
    var check =
        ResponseCheck.ofStatus(
            rule,
            exchange -> !Responses.targetFailed(exchange),
            exchange -> !Responses.succeeds(exchange),
            exchange ->
                probes.data().hasContent(exchange)
                    ? invalid.reason()
                    : "it is an answer of success, though without data, and no refusal");
    return new Probe(
        name,
        probes.request("GET", parameters, invalid.credential()),
        Responder.APPLICATION,
        List.of(check),
        List.of(noFailure(), status(malformed(invalid.credential()))));
  }

  private ResponseCheck noFailure() {
    return probes.noFailure(
        "security",
        DOCUMENTED,
        "Authorization",
        "a request without a valid token",
        Responses::targetFailed);
  }

  /** Only a should: the refusal itself protects the data, not its status. */
  private ResponseCheck status(boolean malformed) {
    var rule =
        probes.rule(
            "security/status",
            Level.SHOULD,
            new Source("Authorization; RFC 9110, sections 15.5.2 and 15.5.4", Basis.IMPLIED),
            new Requirement(
                "Authorization",
                "a request without a valid token is refused with 401 or 403",
                "status 401 or 403, or 400 where Authorization is malformed"));
    var expected = malformed ? Set.of(400, 401, 403) : Set.of(401, 403);
    return ResponseCheck.ofStatus(
        rule,
        Responses::refusesOrRedirects,
        exchange -> expected.contains(Responses.status(exchange)),
        exchange ->
            Responses.unexpectedStatus(
                exchange,
                malformed ? "400, 401 or 403" : "401, which asks for a valid token, or 403"));
  }

  private Probe lowerCaseScheme(Map<String, String> parameters) {
    var name = "request with the scheme in lower case";
    var wanted = probes.operation().response().status();
    var rule =
        probes.rule(
            "security/lower-case-scheme",
            Level.SHOULD,
            SCHEME,
            new Requirement("Authorization", name + " is accepted", "status " + wanted));
    return new Probe(
        name,
        probes.request("GET", parameters, Credential.LOWER_CASE_SCHEME),
        Responder.APPLICATION,
        List.of(
            ResponseCheck.ofStatus(
                rule,
                any -> true,
                exchange -> Responses.status(exchange) == wanted,
                any -> "the scheme's name is case-insensitive")),
        List.of());
  }
}
