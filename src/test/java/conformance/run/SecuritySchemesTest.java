package conformance.run;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.Contracts;
import conformance.contract.EnvironmentFault;
import conformance.contract.Exchange;
import conformance.contract.Finding;
import conformance.contract.InteractionResult;
import conformance.contract.Outcome;
import conformance.contract.RunResult;
import conformance.contract.Strictness;
import conformance.fixture.ApiServer;
import conformance.fixture.ApiServer.Answer;
import conformance.fixture.ApiServer.Asked;
import conformance.fixture.ApiServer.Behaviour;
import conformance.http.Target;
import conformance.http.Token;
import conformance.known.KnownDeviations;
import conformance.known.KnownDeviationsFile;
import conformance.report.SummaryMarkdown;
import conformance.settings.SettingsSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Contracts that ask for an API key, or for a user and a password: what a server that keeps them
 * shows, and each that does not.
 */
class SecuritySchemesTest {
  private static final String BEARER = "type: http\n      scheme: bearer";
  private static final String KEY = "key-9f3e-27ab";
  private static final String USER = "ann";
  private static final String PASSWORD = "a pass:word";

  @TempDir private static Path schemas;

  @BeforeAll
  static void writeContracts() throws IOException {
    var scheme = "type: http\n      scheme: basic";
    write("keys", BEARER, "type: apiKey\n      in: header\n      name: X-API-Key");
    write("users", BEARER, scheme);
  }

  private static void write(String name, String from, String to) throws IOException {
    for (var folder : List.of("batches", "types")) {
      try (var files = Files.list(Path.of("schemas", folder))) {
        for (var file : files.toList()) {
          var copy = schemas.resolve(folder.replace("batches", name)).resolve(file.getFileName());
          Files.createDirectories(copy.getParent());
          var text =
              Files.readString(file).replace("schemas/batches/", "schemas/%s/".formatted(name));
          Files.writeString(
              copy,
              text.replace(from, to).replaceAll(" +examples:\\s+documented:\\s.*\\s.*json", ""));
        }
      }
    }
    Files.copy(
        Path.of("schemas/vocabulary.schema.json"),
        schemas.resolve("vocabulary.schema.json"),
        StandardCopyOption.REPLACE_EXISTING);
  }

  static Stream<Arguments> keys() {
    return Stream.of(
        keys("that keeps the contract", KEY::equals),
        keys(
            "that lets everyone in",
            shown -> true,
            "must no-header",
            "must empty-key",
            "must wrong-key",
            "must key-cut-short",
            "must key-too-long",
            "should key-in-query"),
        keys(
            "that compares the beginning only",
            shown -> shown.startsWith(KEY),
            "must key-too-long"),
        keys(
            "that compares as far as it gets",
            shown -> !shown.isEmpty() && KEY.startsWith(shown),
            "must key-cut-short"),
        keys(
            "that knows any key",
            shown -> !shown.isEmpty(),
            "must wrong-key",
            "must key-cut-short",
            "must key-too-long"));
  }

  private static Arguments keys(String name, Predicate<String> valid, String... broken) {
    Behaviour behaviour =
        (request, documented) ->
            valid.test(request.authorization())
                ? ApiServer.granted(request)
                : ApiServer.error(401, "a valid key is required");
    return Arguments.of(name, behaviour, List.of(broken));
  }

  @ParameterizedTest(name = "a server {0}")
  @MethodSource("keys")
  void judgesAServerOfKeys(String name, Behaviour behaviour, List<String> broken) {
    assertThat(broken("keys", "X-API-Key", KEY, behaviour)).containsExactlyElementsOf(broken);
  }

  static Stream<Arguments> moreOfKeys() {
    return Stream.of(
        Arguments.of(
            "a key in the query",
            (Behaviour)
                (request, documented) ->
                    request.query().equals("X-API-Key=" + KEY)
                        ? ApiServer.granted(request)
                        : key(request),
            "should key-in-query"),
        Arguments.of(
            "a failure without a key",
            (Behaviour)
                (request, documented) ->
                    request.authorization().isEmpty() ? ApiServer.error(500, "oops") : key(request),
            "must no-failure"),
        Arguments.of(
            "a refusal by 404",
            (Behaviour)
                (request, documented) ->
                    key(request).status() == 401
                        ? ApiServer.error(404, "nothing here")
                        : key(request),
            "should status"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("moreOfKeys")
  void tellsWhatElseAServerOfKeysDoes(String name, Behaviour behaviour, String broken) {
    assertThat(broken("keys", "X-API-Key", KEY, behaviour)).containsExactly(broken);
  }

  private static Answer key(Asked request) {
    return request.authorization().equals(KEY)
        ? ApiServer.granted(request)
        : ApiServer.error(401, "a valid key is required");
  }

  /** What a server reads of the Authorization field: scheme, user and password. */
  private record Login(String scheme, String user, String password, boolean readable) {
    static Login of(Asked request) {
      var parts = request.authorization().split(" ", 2);
      var scheme = parts.length > 1 ? parts[0] : "";
      try {
        var text = new String(Base64.getDecoder().decode(parts[parts.length - 1]), ISO_8859_1);
        var colon = text.indexOf(':');
        return colon < 0
            ? new Login(scheme, text, "", false)
            : new Login(scheme, text.substring(0, colon), text.substring(colon + 1), true);
      } catch (IllegalArgumentException e) {
        return new Login(scheme, "", "", false);
      }
    }

    boolean isBasic() {
      return scheme.equalsIgnoreCase("basic");
    }

    boolean isAnn() {
      return isBasic() && user.equals(USER) && password.equals(PASSWORD);
    }
  }

  static Stream<Arguments> users() {
    return Stream.of(
        users("that keeps the contract", Login::isAnn),
        users(
            "that looks at the user only",
            login -> login.isBasic() && login.user().equals(USER),
            "must empty-password",
            "must no-colon",
            "must password-cut-short",
            "must password-too-long"),
        users(
            "that lets in without a password",
            login ->
                login.isAnn() || login.isBasic() && login.password().isEmpty() && login.readable(),
            "must empty-password"),
        users(
            "that takes any user and password",
            login -> login.isBasic() && !login.password().isEmpty(),
            "must wrong-password",
            "must password-cut-short",
            "must password-too-long"),
        users(
            "that looks at no scheme",
            login -> login.user().equals(USER) && login.password().equals(PASSWORD),
            "should bearer-scheme",
            "should no-scheme"),
        users(
            "that knows the scheme in one way only",
            login -> login.isAnn() && login.scheme().equals("Basic"),
            "should lower-case-scheme"));
  }

  private static Arguments users(String name, Predicate<Login> valid, String... broken) {
    Behaviour behaviour =
        (request, documented) ->
            valid.test(Login.of(request)) ? ApiServer.granted(request) : refused();
    return Arguments.of(name, behaviour, List.of(broken));
  }

  private static Answer refused() {
    return ApiServer.with(
        ApiServer.error(401, "log in"), "WWW-Authenticate", "Basic realm=\"batches\"");
  }

  @ParameterizedTest(name = "a server {0}")
  @MethodSource("users")
  void judgesAServerOfUsers(String name, Behaviour behaviour, List<String> broken) {
    assertThat(broken("users", "Authorization", USER + ":" + PASSWORD, behaviour))
        .containsExactlyElementsOf(broken);
  }

  @Test
  void tellsAServerThatFailsOverAUserWithoutAColon() {
    Behaviour failing =
        (request, documented) -> {
          var login = Login.of(request);
          return login.isBasic() && !login.readable()
              ? ApiServer.error(500, "index out of range")
              : login.isAnn() ? ApiServer.granted(request) : refused();
        };
    assertThat(broken("users", "Authorization", USER + ":" + PASSWORD, failing))
        .containsExactly("must no-failure");
  }

  @Test
  void findsItRightToCallAUserWithoutAColonMalformed() {
    Behaviour exact =
        (request, documented) -> {
          var login = Login.of(request);
          return login.isBasic() && !login.readable()
              ? ApiServer.error(400, "no colon")
              : login.isAnn() ? ApiServer.granted(request) : refused();
        };
    assertThat(broken("users", "Authorization", USER + ":" + PASSWORD, exact)).isEmpty();
  }

  @Test
  void asksForAChallengeWhereTheSchemeHasAName() {
    Behaviour silent =
        (request, documented) ->
            Login.of(request).isAnn() ? ApiServer.granted(request) : ApiServer.error(401, "log in");
    assertThat(broken("users", "Authorization", USER + ":" + PASSWORD, silent))
        .containsExactly("should WWW-Authenticate");
  }

  /** In base64 with the user, and alone. */
  @Test
  void findsAndHidesThePasswordThatAServerRepeats() {
    Behaviour repeating =
        (request, documented) ->
            ApiServer.with(
                ApiServer.with(ApiServer.granted(request), "X-Who", request.authorization()),
                "X-Password",
                Login.of(request).password());
    try (var server = ApiServer.worse(repeating)) {
      var report = report("users", USER + ":" + PASSWORD, server, ProbePolicy.NONE);
      assertThat(broken(report)).containsExactly("must token-not-repeated");
      var head = report.results().stream().flatMap(it -> it.exchange().stream()).findFirst();
      assertThat(head.map(Exchange::transcript).orElseThrow())
          .contains("X-who: Basic [token]", "X-password: [token]")
          .doesNotContain(PASSWORD, encoded());
      assertThat(SummaryMarkdown.of(report)).doesNotContain(PASSWORD, encoded());
    }
  }

  private static String encoded() {
    return Base64.getEncoder().encodeToString((USER + ":" + PASSWORD).getBytes(UTF_8));
  }

  @Test
  void namesWhatTheTargetRefuses() {
    try (var server = ApiServer.worse((request, documented) -> refused())) {
      assertThat(faults(report("users", "ann:other", server, ProbePolicy.NONE)))
          .containsExactly(
              "the target refused the password: status 401. Check TARGET_TOKEN or"
                  + " target.token_file: is it valid, and meant for this target?");
      assertThat(faults(report("keys", "other", server, ProbePolicy.NONE)))
          .allMatch(fault -> fault.startsWith("the target refused the key: status 401."));
    }
  }

  private static List<String> broken(
      String contract, String field, String token, Behaviour behaviour) {
    try (var server = ApiServer.worse(field, behaviour)) {
      var report = report(contract, token, server, ProbePolicy.WRITING);
      var broken = broken(report);
      assertThat(faults(report)).isEmpty();
      assertThat(report.outcome())
          .isEqualTo(
              broken.stream().anyMatch(it -> it.startsWith("must"))
                  ? Outcome.DEVIATES
                  : Outcome.CONFORMS);
      return broken;
    }
  }

  private static List<String> faults(RunResult report) {
    return report.results().stream()
        .flatMap(it -> it.environment().stream())
        .map(EnvironmentFault::toString)
        .toList();
  }

  private static List<String> broken(RunResult report) {
    return report.results().stream()
        .map(InteractionResult::findings)
        .flatMap(List::stream)
        .filter(Finding::deviates)
        .map(Finding::rule)
        .map(rule -> rule.level() + " " + rule.id().replaceFirst(".*[/#]", ""))
        .distinct()
        .toList();
  }

  private static RunResult report(
      String contract, String token, ApiServer server, ProbePolicy probing) {
    var read = Contracts.read(schemas, contract);
    var known =
        new KnownDeviations(
            KnownDeviationsFile.read(SettingsSource.KNOWN, Set.of("agent_id")), LocalDate.now());
    var target =
        new Target(server.url(), Token.of(token), Duration.ofSeconds(20), OptionalDouble.empty());
    return ConformanceRun.of(schemas, read, known, new Strictness(false, false))
        .judge(new RunRequest(target, "live", Map.of(), Duration.ZERO, probing), line -> {});
  }
}
