package conformance.settings;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import conformance.contract.SecurityScheme;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Invalid settings are refused before any request, with advice for each. */
class SettingsProblemsTest {
  private static final String REFUSED_TOKEN =
      "target.token is refused: a token on the command line ends in process lists and in reports of"
          + " the tests. Put it into the environment as TARGET_TOKEN, or into a file that"
          + " target.token_file names";
  private static final String NOT_LOOPBACK =
      "https, since the token could be read on the way to a host that is not this machine. Where"
          + " nobody else is on the way, target.plain_http=%s allows http";
  private static final String NO_UNDERSCORE =
      "a host name without an underscore, as a URL demands: give the host another name, such as an"
          + " alias of its network";
  private static final String NO_USER =
      "a base URL without a user: the token alone says who asks. An @ in the path is written %40";
  private static final String NO_QUERY = "a base URL without query and fragment";
  private static final String NO_ADDRESS =
      "a host to connect to, such as 127.0.0.1: %s is where a server listens";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "target.ulr | target.ulr is not a setting; did you mean target.url?",
        "target.urls | target.urls is not a setting; did you mean target.url?",
        "target.shop-id | target.shop-id is not a setting; did you mean target.shop_id?",
        "target.tokenfile | target.tokenfile is not a setting; did you mean target.token_file?",
        "contract.strickt | contract.strickt is not a setting; did you mean contract.strict?",
        "contract.allow_empty | contract.allow_empty is not a setting; did you mean contract.allowEmpty?",
        "target_url | target_url is not a setting; did you mean target.url?",
        "targetUrl | targetUrl is not a setting; did you mean target.url?",
        "TARGET_URL | TARGET_URL is not a setting; did you mean target.url?",
        "taget.url | taget.url is not a setting; did you mean target.url?",
        "contarct | contarct is not a setting; did you mean contract?",
        "targeturl | targeturl is not a setting; did you mean target.url?",
        "contracts.strict | contracts.strict is not a setting; did you mean contract.strict?",
        "CONTRACT | CONTRACT is not a setting; did you mean contract?",
        "Contarct | Contarct is not a setting; did you mean contract?",
        "contractStrict | contractStrict is not a setting; did you mean contract.strict?",
        "target.TIMEOUT | target.TIMEOUT is not a setting; did you mean target.timeout?",
      })
  void refusesAKeyThatThereIsNot(String key, String problem) {
    refuses(Map.of(key, "1"), Map.of(), problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TARGET_ULR | TARGET_ULR is not a setting; did you mean TARGET_URL?",
        "TARGET_SHOPID | TARGET_SHOPID is not a setting; did you mean TARGET_SHOP_ID?",
        "CONTRACT_STRICKT | CONTRACT_STRICKT is not a setting; did you mean CONTRACT_STRICT?",
        "TARGET_TIMEUOT | TARGET_TIMEUOT is not a setting; did you mean TARGET_TIMEOUT?",
        "TARGET_RAET | TARGET_RAET is not a setting; did you mean TARGET_RATE?",
      })
  void refusesAVariableThatIsNearlyASetting(String variable, String problem) {
    refuses(Map.of(), Map.of(variable, "1"), problem);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TARGET_NAME",
        "TARGET_SHA",
        "TARGET_DATE",
        "TARGET_BASE",
        "TARGET_URI",
        "TARGET_SHARE",
        "TARGET_PROFILE",
        "TARGET_ARCH",
        "CONTRACT_ADDRESS",
        "TARGETS",
        "ULR",
        "target_ulr",
        "PATH"
      })
  void leavesVariablesOfOtherProgramsAlone(String variable) {
    assertThatCode(() -> read(Map.of(), Map.of(variable, "1"))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"java.version", "my.target.url", "url", "contact", "contrast", "contracts"})
  void leavesPropertiesOfOtherProgramsAlone(String key) {
    assertThatCode(() -> read(Map.of(key, "1"), Map.of())).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"30", "s", "-1s", "1h", "1.5s", "1 s", "10000000s", "1S"})
  void refusesATimeThatIsNone(String text) {
    var problem = "%s is '%s': expected a time such as 30s, 500ms or 2m";
    refuses(Map.of("target.timeout", text), Map.of(), problem.formatted("target.timeout", text));
    refuses(
        Map.of("target.reread_after", text),
        Map.of(),
        problem.formatted("target.reread_after", text));
    refuses(Map.of("target.timeout", "0s"), Map.of(), problem.formatted("target.timeout", "0s"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0.0", "-1", "5/s", "1e3", "NaN", ".5", "1000000", "1."})
  void refusesARateThatIsNone(String text) {
    refuses(
        Map.of("target.rate", text),
        Map.of(),
        "target.rate is '%s': expected requests per second, such as 5 or 0.5".formatted(text));
  }

  @ParameterizedTest
  @CsvSource({
    "contract.strict, yes",
    "contract.strict, TRUE",
    "contract.allowEmpty, 1",
    "target.probe_writes, yes"
  })
  void refusesAFlagThatIsNeitherTrueNorFalse(String key, String text) {
    refuses(Map.of(key, text), Map.of(), "%s is '%s': expected true or false".formatted(key, text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "staging.example.com | an http or https URL, as in https://staging.example.com",
        "ftp://example.com | an http or https URL, as in https://staging.example.com",
        "https:///path | an http or https URL, as in https://staging.example.com",
        "https://example.com/a b | a URL, but there is an Illegal character in path",
        "http://example.com | " + NOT_LOOPBACK,
        "HTTP://example.com | " + NOT_LOOPBACK,
        "http://host.docker.internal:8080 | " + NOT_LOOPBACK,
        "http://10.0.0.7 | " + NOT_LOOPBACK,
        "http://localhost.example.com | " + NOT_LOOPBACK,
        "http://mylocalhost | " + NOT_LOOPBACK,
        "http://127.0.0.1.example.com | " + NOT_LOOPBACK,
        "http://[2001:db8::1]/ | " + NOT_LOOPBACK,
        "http://0.0.0.0/ | " + NO_ADDRESS,
        "https://[::]:8443 | " + NO_ADDRESS,
        "https://my_service | " + NO_UNDERSCORE,
        "http://my_service:8080/api | " + NO_UNDERSCORE,
        "\"https://example.com\" | the value without quotation marks around it",
        "${STAGING_URL} | the value of that variable, which was not put in its place",
      })
  void refusesAUrlThatTheTokenCannotBeSentTo(String url, String expected) {
    refuses(
        Map.of("target.url", url, "target.shop_id", "7"),
        Map.of("TARGET_TOKEN", "s3cret"),
        "target.url is '%s': expected %s".formatted(url, expected.formatted(host(url))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://me:s3cret@example.com | https://[user]@example.com | " + NO_USER,
        "HTTPS://s3cret@example.com/api | HTTPS://[user]@example.com/api | " + NO_USER,
        "me:s3cret@example.com:8443 | [user]@example.com:8443 | " + NO_USER,
        "https://me:s3/c#r?e t@example.com | https://[user]@example.com | " + NO_USER,
        "https://me:s3@cret@my_service | https://[user]@my_service | " + NO_USER,
        "http://s3/cret@example.com | http://[user]@example.com | " + NO_USER,
        "'https://me:s3cret@example.com/?key=s3cret' | https://[user]@example.com/?... | "
            + NO_USER,
        "\"https://me:s3cret@example.com\" | [user]@example.com\" | the value without quotation marks around it",
        "https://example.com?key=s3cret | https://example.com?... | " + NO_QUERY,
        "https://example.com#s3cret | https://example.com#... | " + NO_QUERY,
        "https://example.com/a b?s3cret | https://example.com/a b?... | a URL, but there is an Illegal character in path",
      })
  void showsNoUserAndNoQueryOfAUrlThatItRefuses(String url, String shown, String expected) {
    var live = Map.of("target.url", url, "target.shop_id", "7");
    var problem = "target.url is '%s': expected %s".formatted(shown, expected);
    refuses(live, Map.of("TARGET_TOKEN", "abc"), problem);
  }

  /** A value that was meant for another setting, or a variable of a CI system that is no file. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "target.plain_http | http://me:s3cret@host | http://[user]@host: expected names of hosts with commas between, such as host.docker.internal",
        "target.rate | http://host?key=s3cret | http://host?...: expected requests per second, such as 5 or 0.5",
        "target.shop_id | @me:s3cret@host | @[user]@host: expected a file that can be read",
        "target.ca_file | -----BEGIN PRIVATE KEY-----\\ns3cret | -----BEGIN...: expected a file that can be read",
      })
  void showsNoSecretThatIsGivenAsAnotherSetting(String key, String value, String problem) {
    var quoted = "%s is '%s".formatted(key, problem.replaceFirst(":(?= expected)", "':"));
    refuses(Map.of(key, value.replace("\\n", "\n")), Map.of(), quoted);
  }

  @Test
  void showsNoValueThatIsPartOfAKey() {
    refuses(
        Map.of("target.tokn:s3cret", "", "target.url https://me:s3cret@a.b", ""),
        Map.of(),
        "target.tokn... is not a setting; did you mean target.token?",
        "target.url... is not a setting; did you mean target.url?");
  }

  private static String host(String url) {
    return url.replaceFirst("(?i)^https?://(\\[[^]]*]|[^:/]*).*", "$1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0MB", "500", "-1B", "1.5GB", "2 GB", "2gb", "12345678B"})
  void refusesASizeThatIsNone(String text) {
    refuses(
        Map.of("target.max_body", text),
        Map.of(),
        "target.max_body is '%s': expected a size such as 500MB, 2GB or 4096B".formatted(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "proxy.example.com:3128",
        "https://proxy.example.com",
        "http://",
        "http://proxy/path",
        "http://proxy:port",
        "http://a_b|c",
      })
  void refusesAProxyThatIsNone(String text) {
    refuses(
        Map.of("target.proxy", text),
        Map.of(),
        "target.proxy is '%s': expected an HTTP proxy without a user, as in http://proxy.example.com:3128: target.proxy_user names one"
            .formatted(text));
  }

  @ParameterizedTest
  @CsvSource({
    "http://me:s3cret@proxy.example.com, http://[user]@proxy.example.com",
    "me:s3cret@proxy.example.com:3128, [user]@proxy.example.com:3128",
    "http://me:s3/c?r#et@proxy:3128, http://[user]@proxy:3128",
  })
  void showsNoUserOfAProxyThatItRefuses(String text, String shown) {
    refuses(
        Map.of("target.proxy", text),
        Map.of(),
        "target.proxy is '%s': expected an HTTP proxy without a user, as in http://proxy.example.com:3128: target.proxy_user names one"
            .formatted(shown));
  }

  @Test
  void refusesAUserOfAProxyWithoutPasswordOrProxy() {
    var together = "target.proxy_user and TARGET_PROXY_PASSWORD go together: set both, or neither";
    var proxy = "target.proxy_user needs target.proxy, which is not set";
    refuses(Map.of("target.proxy_user", "me"), Map.of(), together, proxy);
    refuses(Map.of(), Map.of("TARGET_PROXY_PASSWORD", "s3cret"), together);
    refuses(
        Map.of("target.proxy_user", "me:s3cret", "target.proxy", "http://proxy"),
        Map.of("TARGET_PROXY_PASSWORD", "s3cret"),
        "target.proxy_user: expected a name without a colon. Its password belongs into"
            + " TARGET_PROXY_PASSWORD");
  }

  @Test
  void refusesALiveTargetWithoutTokenAndParameters() {
    refuses(
        Map.of("target.url", "https://example.com"),
        Map.of(),
        "target.url needs a bearer token: set TARGET_TOKEN or TARGET_TOKEN_COMMAND in the environment,"
            + " or target.token_file",
        "target.url needs target.shop_id: one value, several with commas between, or @file with one"
            + " on each line");
  }

  /** A variable that a CI system left empty must not turn a staging run into a fixture run. */
  @Test
  void refusesAUrlThatIsEmpty() {
    var problem =
        "target.url is empty: name the base URL of the API, or leave the setting out to judge the"
            + " embedded fixture";
    refuses(Map.of("target.url", ""), Map.of(), problem);
    refuses(Map.of(), Map.of("TARGET_URL", " "), problem);
  }

  @Test
  void refusesALiveTargetBesideAFixture() {
    refuses(
        Map.of("target.url", "https://a.b", "target.fixture", "x", "target.shop_id", "7"),
        Map.of("TARGET_TOKEN", "s3cret"),
        "target.fixture and target.url exclude each other: leave one out");
  }

  @Test
  void refusesATokenOnTheCommandLineAndAsksForNoOther() {
    refuses(Map.of("target.token", "s3cret"), Map.of(), REFUSED_TOKEN);
    refuses(
        Map.of("target.token", "s3cret", "target.url", "https://a.b", "target.shop_id", "7"),
        Map.of(),
        REFUSED_TOKEN);
  }

  @Test
  void reportsEveryProblemInOneMessage() {
    refuses(
        Map.of("target.ulr", "x", "contract.strickt", "x", "target.rate", "x"),
        Map.of("TARGET_TIMEOUT", "soon"),
        "contract.strickt is not a setting; did you mean contract.strict?",
        "target.ulr is not a setting; did you mean target.url?",
        "TARGET_TIMEOUT is 'soon': expected a time such as 30s, 500ms or 2m",
        "target.rate is 'x': expected requests per second, such as 5 or 0.5");
  }

  @ParameterizedTest
  @CsvSource({"http://api", "api:8080", "'a b'", "*"})
  void refusesHostsThatAreNone(String text) {
    refuses(
        Map.of("target.plain_http", text),
        Map.of(),
        "target.plain_http is '%s': expected names of hosts with commas between, such as host.docker.internal"
            .formatted(text));
  }

  /** Programs of blockchains have a variable of that name. */
  @Test
  void namesTheVariableThatACalledContractComesFrom() {
    var contracts = List.of("shops", "tills");
    var variables = Map.of("CONTRACT", "0xAbC");
    assertThatThrownBy(() -> SettingsSource.checkContract(Map.of(), variables, contracts))
        .isInstanceOf(SettingsException.class)
        .hasMessage(
            "the settings cannot be used:\n  - CONTRACT is '0xAbC', in the environment: expected one"
                + " of shops, tills. If the variable is another program's, -Dcontract=<name> goes"
                + " before it");
    assertThatCode(
            () -> {
              SettingsSource.checkContract(Map.of("contract", "tills"), variables, contracts);
              SettingsSource.checkContract(Map.of(), Map.of("CONTRACT", "shops"), contracts);
            })
        .doesNotThrowAnyException();
  }

  private static void refuses(
      Map<String, String> properties, Map<String, String> variables, String... problems) {
    assertThatThrownBy(() -> read(properties, variables))
        .isInstanceOf(SettingsException.class)
        .hasMessage("the settings cannot be used:\n  - " + String.join("\n  - ", problems));
  }

  private static void read(Map<String, String> properties, Map<String, String> variables) {
    SettingsSource.read(properties, variables, Set.of("shop_id"), SecurityScheme.BEARER);
  }

  @ParameterizedTest
  @CsvSource({
    "https://logs.example.com/, https://logs.example.com/",
    "https://logs.example.com/{}/{}, https://logs.example.com/{}/{}",
    "https://{}/, https://{}/",
    "ftp://logs.example.com/{}, ftp://logs.example.com/{}",
    "javascript://logs.example.com/{}, javascript://logs.example.com/{}",
    "https://logs.example.com/?q= {}, https://logs.example.com/?...",
    "https://logs.example.com/?q=|{}, https://logs.example.com/?...",
    "https://me:secret@logs.example.com/{}, https://[user]@logs.example.com/{}",
  })
  void refusesALinkThatIsNone(String text, String shown) {
    refuses(
        Map.of("report.link.request", text),
        Map.of(),
        "report.link.request is '%s': expected a URL with {} where the id of a request belongs, as in https://logs.example.com/?q={}"
            .formatted(shown));
  }
}
