package conformance.settings;

import conformance.http.Route;
import conformance.http.Target;
import conformance.http.Token;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Reads the settings from system properties and environment variables. */
public final class SettingsReader {
  private static final Set<String> KEYS =
      Set.of(
          "target.url",
          "target.token",
          "target.token_file",
          "target.fixture",
          "target.timeout",
          "target.reread_after",
          "target.rate",
          "target.concurrency",
          "target.shard",
          "target.probe_writes",
          "target.proxy",
          "target.ca_file",
          "target.max_body",
          "contract",
          "contract.strict",
          "contract.allowEmpty",
          "contract.show_personal",
          "contract.known");

  /** The shipped known deviations, of the documentation's own examples. */
  public static final Path KNOWN = Path.of("fixtures/known-deviations.yaml");

  private static final double LIVE_RATE = 5;
  private static final Duration LIVE_REREAD = Duration.ofSeconds(1);

  private final Keys keys;
  private final Set<String> parameters;
  private final List<String> problems = new ArrayList<>();
  private final Values values;

  private SettingsReader(Keys keys, Set<String> parameters) {
    this.keys = keys;
    this.parameters = parameters;
    this.values = new Values(keys, problems);
  }

  /** The name of the contract to judge, read before all else since it defines more settings. */
  public static String contract(Map<String, String> properties, Map<String, String> environment) {
    return new Keys(properties, environment).value("contract").orElse("batches");
  }

  /** Whether a URL is to be judged, rather than the embedded fixture. */
  public static boolean live(Map<String, String> properties, Map<String, String> environment) {
    return new Keys(properties, environment).value("target.url").isPresent();
  }

  /** The token, whether or not the other settings can be used. */
  public static Optional<Token> token(
      Map<String, String> properties, Map<String, String> environment) {
    return new Values(new Keys(properties, environment), new ArrayList<>()).token();
  }

  /**
   * Reads all settings.
   *
   * @param parameters names of the contract's path parameters, each a setting {@code target.<name>}
   * @throws SettingsException with every problem there is
   */
  public static Settings read(
      Map<String, String> properties, Map<String, String> environment, Set<String> parameters) {
    var reader = new SettingsReader(new Keys(properties, environment), parameters);
    var settings = reader.read();
    if (!reader.problems.isEmpty()) {
      throw new SettingsException(reader.problems);
    }
    return settings;
  }

  private Settings read() {
    checkKeys();
    var token = values.token();
    var asked = new LinkedHashMap<String, List<String>>();
    parameters.forEach(name -> asked.put(name, values.list("target." + name)));
    var shard = values.shard("target.shard");
    shard.ifPresent(it -> it.take(asked, problems));
    if (live()) {
      checkLive(token);
    }
    asked.values().removeIf(List::isEmpty);
    return new Settings(
        values.url("target.url"),
        token,
        asked,
        shard,
        keys.value("target.fixture").orElse("conforming"),
        values.duration("target.timeout").orElse(Duration.ofSeconds(30)),
        values.duration("target.reread_after").orElse(live() ? LIVE_REREAD : Duration.ZERO),
        rate(),
        values.count("target.concurrency").orElse(Target.CONCURRENCY),
        values.flag("target.probe_writes", !live()),
        new Route(proxy(), values.authorities("target.ca_file")),
        values.size("target.max_body").orElse(Target.MAX_BODY),
        contract(keys.properties(), keys.environment()),
        values.flag("contract.strict", false),
        values.flag("contract.allowEmpty", false),
        values.flag("contract.show_personal", false),
        keys.value("contract.known").map(Path::of).orElse(KNOWN));
  }

  private void checkKeys() {
    if (keys.blank("target.url")) {
      problems.add(
          "target.url is empty: name the base URL of the API, or leave the setting out to judge the"
              + " embedded fixture");
    }
    if (keys.properties().containsKey("target.token")) {
      problems.add(
          "target.token is refused: a token on the command line ends in process lists and in"
              + " reports of the tests. Put it into the environment as TARGET_TOKEN, or into a file"
              + " that target.token_file names");
    }
    var known = new HashSet<>(KEYS);
    parameters.forEach(name -> known.add("target." + name));
    problems.addAll(keys.unknown(known));
  }

  private void checkLive(Optional<Token> token) {
    if (keys.value("target.fixture").isPresent()) {
      problems.add("target.fixture and target.url exclude each other: leave one out");
    }
    if (token.isEmpty() && problems.stream().noneMatch(it -> it.contains("oken"))) {
      problems.add(
          "target.url needs a bearer token: set TARGET_TOKEN in the environment, or"
              + " target.token_file");
    }
    for (var name : parameters) {
      if (keys.value("target." + name).isEmpty()) {
        problems.add(
            ("target.url needs target.%s: one value, several with commas between, or @file with one"
                    + " on each line")
                .formatted(name));
      }
    }
  }

  /** What goes through a proxy over http is read there, the token included. */
  private Optional<URI> proxy() {
    var proxy = values.proxy("target.proxy");
    var http = keys.value("target.url").filter(url -> url.startsWith("http:")).isPresent();
    if (proxy.isPresent() && http) {
      problems.add(
          "target.proxy needs an https target.url: over http the proxy could read the token");
    }
    return proxy;
  }

  private boolean live() {
    return live(keys.properties(), keys.environment());
  }

  /** The embedded fixture needs no politeness unless it is asked for. */
  private OptionalDouble rate() {
    var asked = values.perSecond("target.rate");
    return asked.isEmpty() && !live()
        ? OptionalDouble.empty()
        : OptionalDouble.of(asked.orElse(LIVE_RATE));
  }
}
