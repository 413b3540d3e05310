package conformance.protocol;

import conformance.contract.Basis;
import conformance.contract.Credential;
import conformance.contract.Level;
import conformance.contract.Source;
import conformance.protocol.Probe.Responder;
import conformance.protocol.Probes.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
   * @param level should where nobody gets in but who has the token, in whatever form
   * @param source where that comes from
   * @param id its part of the rules' addresses
   * @param name what it shows, in words
   * @param otherwise what it means when it is answered all the same
   */
  private record Unproven(
      Credential credential, Level level, Source source, String id, String name, String otherwise) {

    /** Shows something that is not the token. */
    static Unproven must(Credential credential, String id, String name, String otherwise) {
      return new Unproven(credential, Level.MUST, DOCUMENTED, id, name, otherwise);
    }

    /** Shows the token in another form than the documented one. */
    static Unproven should(
        Credential credential, String section, String id, String name, String otherwise) {
      var source = new Source("Authorization; " + section, Basis.IMPLIED);
      return new Unproven(credential, Level.SHOULD, source, id, name, otherwise);
    }
  }

  private static final List<Unproven> UNPROVEN =
      List.of(
          Unproven.must(
              Credential.NONE,
              "no-header",
              "without Authorization",
              "the target answers anyone, without asking for a token"),
          Unproven.must(
              Credential.EMPTY,
              "empty-token",
              "with an empty token",
              "the target takes the scheme alone for a token"),
          Unproven.must(
              Credential.WRONG,
              "wrong-token",
              "with a wrong token",
              "the target accepts a token that nobody was given"),
          Unproven.must(
              Credential.CUT_SHORT,
              "token-cut-short",
              "with the token cut short",
              "the target accepts it though a part of the token is missing"),
          Unproven.must(
              Credential.TOO_LONG,
              "token-too-long",
              "with one character after the token",
              "the target accepts it though it is more than the token"),
          Unproven.should(
              Credential.BASIC,
              "RFC 9110, section 11.4",
              "basic-scheme",
              "with the token under Basic",
              "the target does not look at the scheme"),
          Unproven.should(
              Credential.BARE,
              "RFC 9110, section 11.4",
              "no-scheme",
              "with the token without a scheme",
              "the target does not ask for the scheme"),
          Unproven.should(
              Credential.QUERY,
              "RFC 6750, section 2.3",
              "token-in-query",
              "with the token in the query only",
              "the target takes the token from the URL, as RFC 6750 lets servers do, but logs and"
                  + " proxies keep URLs"));

  Stream<Probe> of(Map<String, String> parameters) {
    return probes.operation().secured()
        ? Stream.concat(
            UNPROVEN.stream().map(it -> unproven(it, parameters)),
            Stream.of(lowerCaseScheme(parameters)))
        : Stream.empty();
  }

  /** Who calls it malformed may answer 400, too (RFC 6750, section 3.1). */
  private static boolean malformed(Credential credential) {
    return credential == Credential.EMPTY
        || credential == Credential.BARE
        || credential == Credential.BASIC;
  }

  private Probe unproven(Unproven unproven, Map<String, String> parameters) {
    var name = "request " + unproven.name();
    var rule =
        probes.rule(
            "security/" + unproven.id(),
            unproven.level(),
            unproven.source(),
            new Subject(
                "Authorization", name + " is refused", "a refusal: no status 2xx, and no data"));
    var check =
        ResponseCheck.ofStatus(
            rule,
            exchange -> !Responses.breaks(exchange),
            exchange -> !Responses.succeeds(exchange),
            exchange ->
                probes.data().given(exchange)
                    ? unproven.otherwise()
                    : "it is an answer of success, though without data, and no refusal");
    return new Probe(
        name,
        probes.request("GET", parameters, unproven.credential()),
        Responder.APPLICATION,
        List.of(check),
        List.of(noFailure(), status(malformed(unproven.credential()))));
  }

  private ResponseCheck noFailure() {
    return probes.noFailure(
        "security",
        DOCUMENTED,
        "Authorization",
        "a request without a valid token",
        Responses::breaks);
  }

  /** How a refusal looks is advice: that there is one is what protects the data. */
  private ResponseCheck status(boolean malformed) {
    var rule =
        probes.rule(
            "security/status",
            Level.SHOULD,
            new Source("Authorization; RFC 9110, sections 15.5.2 and 15.5.4", Basis.IMPLIED),
            new Subject(
                "Authorization",
                "a request without a valid token is refused with 401 or 403",
                "status 401 or 403, or 400 where Authorization is malformed"));
    var expected = malformed ? Set.of(400, 401, 403) : Set.of(401, 403);
    return ResponseCheck.ofStatus(
        rule,
        Responses::turnsAway,
        exchange -> expected.contains(Responses.status(exchange)),
        exchange ->
            Responses.unexpected(
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
            new Subject("Authorization", name + " is accepted", "status " + wanted));
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
