package conformance.settings;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.RequestLink;
import conformance.contract.SecurityScheme;
import conformance.http.ProxyUser;
import conformance.http.Route;
import conformance.http.Token;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The default and the meaning of every setting. */
class SettingsValuesTest {
  private static final Map<String, String> LIVE =
      Map.of("target.url", "https://staging.example.com/v2", "target.shop_id", "7");
  private static final Map<String, String> TOKEN = Map.of("TARGET_TOKEN", "s3cret");

  @Test
  void isLiveWithAUrlOnly() {
    assertThat(SettingsSource.live(LIVE, Map.of())).isTrue();
    assertThat(SettingsSource.live(Map.of(), Map.of("TARGET_URL", "https://a.example"))).isTrue();
    assertThat(SettingsSource.live(Map.of("target.url", " "), TOKEN)).isFalse();
  }

  @Test
  void asksTheConformingFixtureWhenNothingIsSet() {
    assertThat(read(Map.of(), Map.of()))
        .isEqualTo(
            new Settings(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                "conforming",
                Duration.ofSeconds(30),
                Duration.ZERO,
                OptionalDouble.empty(),
                2,
                true,
                true,
                Route.DIRECT,
                2L << 30,
                "batches",
                false,
                false,
                false,
                false,
                Path.of("fixtures/known-deviations.yaml"),
                false,
                14,
                Optional.empty(),
                Optional.empty(),
                List.of()));
  }

  @Test
  void knowsTheRunBeforeAndTheLogsOfTheTarget() {
    var link = "https://logs.example.com:8443/app#/?q=(id:'{}')";
    var settings =
        read(Map.of("report.link.request", link), Map.of("CONFORMANCE_PREVIOUS", "a/report.json"));
    assertThat(settings.previous()).contains(Path.of("a/report.json"));
    assertThat(settings.requestLink()).contains(new RequestLink(link));
  }

  @Test
  void asksALiveTargetFiveTimesASecondAtMost() {
    var settings = read(LIVE, TOKEN);
    assertThat(settings.url()).contains(URI.create("https://staging.example.com/v2"));
    assertThat(settings.token()).map(Token::toString).contains("[token]");
    assertThat(settings.parameters()).isEqualTo(Map.of("shop_id", List.of("7")));
    assertThat(settings.rate()).hasValue(5);
  }

  @ParameterizedTest
  @CsvSource({
    "30s, PT30S",
    "500ms, PT0.5S",
    "1ms, PT0.001S",
    "2m, PT2M",
    "90m, PT1H30M",
    "9999999s, PT2777H46M39S",
  })
  void readsATime(String text, Duration time) {
    assertThat(read(Map.of("target.timeout", text), Map.of()).timeout()).isEqualTo(time);
    assertThat(read(Map.of("target.reread_after", text), Map.of()).rereadAfter()).isEqualTo(time);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0s", "0ms", "0m"})
  void readsTwiceWithoutAWaitWhereNoneIsWanted(String none) {
    assertThat(read(Map.of("target.reread_after", none), Map.of()).rereadAfter())
        .isEqualTo(Duration.ZERO);
  }

  @ParameterizedTest
  @CsvSource({"5, 5", "0.5, 0.5", "999999, 999999", "0.000001, 0.000001"})
  void readsARate(String text, double rate) {
    assertThat(read(Map.of("target.rate", text), Map.of()).rate()).hasValue(rate);
    var live = new HashMap<>(LIVE);
    live.put("target.rate", text);
    assertThat(read(live, TOKEN).rate()).hasValue(rate);
  }

  @ParameterizedTest
  @CsvSource({
    "1B, 1",
    "4096B, 4096",
    "3KB, 3072",
    "500MB, 524288000",
    "2GB, 2147483648",
    "9999999GB, 10737417166258176",
  })
  void readsASize(String text, long bytes) {
    assertThat(read(Map.of("target.max_body", text), Map.of()).maxBody()).isEqualTo(bytes);
  }

  @Test
  void readsWhatTheContractIsCalledAndHowStrictItIs() {
    var settings =
        read(
            Map.of(
                "contract", "other",
                "contract.strict", "true",
                "contract.allowEmpty", "true",
                "contract.known", "known.yaml",
                "target.fixture", "empty-list"),
            Map.of());
    assertThat(settings.contract()).isEqualTo("other");
    assertThat(settings.strict()).isTrue();
    assertThat(settings.allowEmpty()).isTrue();
    assertThat(settings.known()).isEqualTo(Path.of("known.yaml"));
    assertThat(settings.fixture()).isEqualTo("empty-list");
    assertThat(read(Map.of("contract.strict", "false"), Map.of()).strict()).isFalse();
  }

  @Test
  void probesMethodsThatWriteOnALiveTargetOnlyWhenAsked() {
    assertThat(read(LIVE, TOKEN).probeWrites()).isFalse();
    var probing = new HashMap<>(LIVE);
    probing.put("target.probe_writes", "true");
    assertThat(read(probing, TOKEN).probeWrites()).isTrue();
    assertThat(read(Map.of("target.probe_writes", "false"), Map.of()).probeWrites()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://proxy.example.com:3128", "http://10.0.0.7/", "http://[::1]:80"})
  void goesThroughAProxy(String proxy) {
    var route = read(Map.of("target.proxy", proxy), Map.of()).route();
    assertThat(route.proxy()).contains(URI.create(proxy));
    assertThat(route.authorities()).isEmpty();
  }

  @Test
  void namesAUserToTheProxy() {
    var user = Map.of("target.proxy", "http://proxy.example.com", "target.proxy_user", "me");
    assertThat(read(user, Map.of("TARGET_PROXY_PASSWORD", "s3cret")).route().proxyUser())
        .map(ProxyUser::toString)
        .contains("me:[token]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HTTPS_PROXY=http://me:pw@proxy:3128 | HTTPS_PROXY",
        "https_proxy=proxy:3128 | https_proxy",
        "ALL_PROXY=socks5://proxy | ALL_PROXY",
        "HTTP_PROXY=http://proxy:3128 | ",
        "HTTPS_PROXY=  | ",
        "HTTPS_PROXY=proxy NO_PROXY=a.example,.Example.com | ",
        "HTTPS_PROXY=proxy no_proxy=* | ",
        "HTTPS_PROXY=proxy NO_PROXY=ample.com | HTTPS_PROXY",
      })
  void knowsAProxyOfOtherProgramsThatIsNotUsed(String variables, String name) {
    var environment = new HashMap<>(TOKEN);
    Stream.of(variables.split(" "))
        .map(variable -> variable.split("=", 2))
        .forEach(variable -> environment.put(variable[0], variable[1]));
    assertThat(read(LIVE, environment).route().unused()).isEqualTo(Optional.ofNullable(name));
    var own = new HashMap<>(LIVE);
    own.put("target.proxy", "http://proxy.example.com");
    assertThat(read(own, environment).route().unused()).isEmpty();
  }

  @Test
  void knowsAProxyOfJavaThatIsNotUsed() {
    var properties = new HashMap<>(LIVE);
    properties.put("https.proxyHost", "proxy");
    assertThat(read(properties, TOKEN).route().unused()).contains("https.proxyHost");
    properties.put("target.url", "http://localhost");
    assertThat(read(properties, TOKEN).route().unused()).isEmpty();
  }

  @Test
  void readsValuesWithCommasBetween() {
    assertThat(shops(" 7, 8 ,,7,9 ")).containsExactly("7", "8", "9");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:8080",
        "http://127.1.2.3",
        "http://localhost:8080/api",
        "http://LOCALHOST",
        "http://[::1]:8080",
        "http://api.localhost:8080",
        "http://LOCALHOST.:8080",
        "https://10.0.0.7",
        "https://example.com",
      })
  void acceptsAUrlWhereNobodyCanReadTheToken(String url) {
    var live = Map.of("target.url", url, "target.shop_id", "7");
    assertThat(read(live, TOKEN).url()).contains(URI.create(url));
  }

  @ParameterizedTest
  @CsvSource({"HTTPS://localhost, https://localhost", "Http://127.0.0.1, http://127.0.0.1"})
  void takesASchemeInAnyCase(String url, String same) {
    var live = Map.of("target.url", url, "target.shop_id", "7");
    assertThat(read(live, TOKEN).url()).contains(URI.create(same));
  }

  @ParameterizedTest
  @CsvSource({
    "http://host.docker.internal:8080, host.docker.internal",
    "http://API.default.svc, 'other, api.default.svc'",
    "http://10.0.0.7, 10.0.0.7",
  })
  void sendsTheTokenOverPlainHttpWhereThatIsAllowedAndSaysWhatItRisks(String url, String hosts) {
    var live = Map.of("target.url", url, "target.shop_id", "7", "target.plain_http", hosts);
    var settings = read(live, TOKEN);
    assertThat(settings.url()).contains(URI.create(url));
    assertThat(settings.notices())
        .containsExactly(
            "the token goes to %s over plain http, as target.plain_http allows: whoever is on the"
                    .formatted(URI.create(url).getHost())
                + " way can read it");
  }

  @Test
  void leavesWrongTokensOutWhenAsked() {
    assertThat(read(LIVE, TOKEN).probeTokens()).isTrue();
    assertThat(read(Map.of("target.probe_tokens", "false"), Map.of()).probeTokens()).isFalse();
  }

  @Test
  void tellsOnceWhichVariablesItIgnores() {
    assertThat(notices("TARGET_NAME", "TARGET_SHA", "TARGET_DATE", "TARGET_BASE", "PATH"))
        .containsExactly(
            "environment variables that are no settings, and so ignored: TARGET_BASE, TARGET_DATE,"
                + " TARGET_NAME, TARGET_SHA");
    assertThat(notices("PATH")).isEmpty();
    // What Kubernetes sets for a service that is called target, and others.
    var many = IntStream.range(0, 12).mapToObj("TARGET_PORT_%02d_TCP"::formatted);
    assertThat(notices(many.toArray(String[]::new)))
        .singleElement()
        .asString()
        .endsWith("TARGET_PORT_09_TCP and 2 more");
  }

  private static List<String> notices(String... variables) {
    var environment =
        Stream.of(variables).collect(Collectors.toMap(name -> name, name -> "a value"));
    return read(Map.of(), environment).notices();
  }

  @Test
  void takesASystemPropertyBeforeTheEnvironment() {
    var properties = Map.of("target.fixture", "a");
    var variables = Map.of("TARGET_FIXTURE", "b", "TARGET_TIMEOUT", "7s");
    assertThat(read(properties, variables).fixture()).isEqualTo("a");
    assertThat(read(properties, variables).timeout()).isEqualTo(Duration.ofSeconds(7));
  }

  @ParameterizedTest
  @CsvSource({"''", "' '"})
  void takesAnEmptyValueForNone(String empty) {
    assertThat(read(Map.of("target.timeout", empty), Map.of()).timeout())
        .isEqualTo(Duration.ofSeconds(30));
    assertThat(read(Map.of(), Map.of("TARGET_RATE", empty, "TARGET_TOKEN", empty)).token())
        .isEmpty();
  }

  @Test
  void readsEverySettingFromTheEnvironment() {
    var settings =
        read(
            Map.of(),
            Map.of(
                "TARGET_URL", "https://example.com",
                "TARGET_TOKEN", "s3cret",
                "TARGET_SHOP_ID", "7,8",
                "TARGET_RATE", "2",
                "TARGET_REREAD_AFTER", "3s",
                "CONTRACT", "other",
                "CONTRACT_STRICT", "true",
                "CONTRACT_ALLOWEMPTY", "true",
                "CONTRACT_KNOWN", "known.yaml"));
    assertThat(settings.url()).contains(URI.create("https://example.com"));
    assertThat(settings.token()).isPresent();
    assertThat(settings.parameters()).isEqualTo(Map.of("shop_id", List.of("7", "8")));
    assertThat(settings.rate()).hasValue(2);
    assertThat(settings.rereadAfter()).isEqualTo(Duration.ofSeconds(3));
    assertThat(settings.contract()).isEqualTo("other");
    assertThat(settings.strict() && settings.allowEmpty()).isTrue();
    assertThat(settings.known()).isEqualTo(Path.of("known.yaml"));
  }

  private static List<String> shops(String text) {
    return read(Map.of("target.shop_id", text), Map.of()).parameters().get("shop_id");
  }

  private static Settings read(Map<String, String> properties, Map<String, String> variables) {
    return SettingsSource.read(properties, variables, Set.of("shop_id"), SecurityScheme.BEARER);
  }
}
