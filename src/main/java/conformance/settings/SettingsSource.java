package conformance.settings;

import conformance.contract.ExpectedHeader;
import conformance.contract.SecurityScheme;
import conformance.contract.Shard;
import conformance.http.Route;
import conformance.http.Secrets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the settings from system properties and environment variables. */
public final class SettingsSource {
  /** The shipped file of known deviations in the documentation's own examples. */
  public static final Path KNOWN =
      new Values(Map.of(), Map.of(), Set.of()).value("contract.known", Path::of);

  private SettingsSource() {}

  /** The name of the contract, read first since its path parameters are settings, too. */
  public static String contract(Map<String, String> properties, Map<String, String> environment) {
    return new Values(properties, environment, Set.of()).value("contract", text -> text);
  }

  /**
   * Refuses a contract that is none, if the name comes from the environment, where other programs
   * have a variable of that name.
   *
   * @param contracts the names of those that there are
   * @throws SettingsException if so
   */
  public static void checkContract(
      Map<String, String> properties, Map<String, String> environment, List<String> contracts) {
    var name = contract(properties, environment);
    var variable = new Keys(properties, environment).source("contract");
    if (!variable.equals("contract") && !contracts.contains(name)) {
      throw new SettingsException(
          List.of(
              "%s is '%s', in the environment: expected one of %s. If the variable is another program's, -Dcontract=<name> goes before it"
                  .formatted(variable, name, String.join(", ", contracts))));
    }
  }

  /** Whether the target is a live URL instead of the embedded fixture. */
  public static boolean live(Map<String, String> properties, Map<String, String> environment) {
    return new Values(properties, environment, Set.of()).live();
  }

  /** All that must not be found in what a run leaves behind, even if other settings are invalid. */
  public static Secrets secrets(Map<String, String> properties, Map<String, String> environment) {
    return new Credentials(new Values(properties, environment, Set.of()), Set.of()).secrets();
  }

  /** Whether a command gives tokens that {@link #secrets} does not have. */
  public static boolean hasTokenCommand(
      Map<String, String> properties, Map<String, String> environment) {
    return new Values(properties, environment, Set.of()).given("target.token_command");
  }

  /** All settings as a table in Markdown: name, meaning, default. */
  public static String table(Set<String> parameters) {
    return Setting.table(parameters);
  }

  /**
   * Reads all settings.
   *
   * @param parameters the contract's path parameters, each a setting {@code target.<name>}
   * @param scheme how its requests say who asks
   * @throws SettingsException listing every problem
   */
  public static Settings read(
      Map<String, String> properties,
      Map<String, String> environment,
      Set<String> parameters,
      SecurityScheme scheme) {
    var values = new Values(properties, environment, parameters);
    var settings = read(values, parameters, scheme);
    if (!values.problems.isEmpty()) {
      throw new SettingsException(values.problems);
    }
    return settings;
  }

  private static Settings read(Values values, Set<String> parameters, SecurityScheme scheme) {
    var credentials = new Credentials(values, parameters);
    checkNames(values);
    credentials.checkNames();
    values.refuseUnknown();
    var token = credentials.token(scheme);
    var command = credentials.command(scheme);
    var otherToken = credentials.otherToken(scheme);
    var others = credentials.otherParameters();
    var requested = new LinkedHashMap<String, List<String>>();
    for (var name : parameters) {
      requested.put(name, values.optional("target." + name, Parser::list).orElse(List.of()));
    }
    if (values.live()) {
      checkLive(values, parameters, scheme, credentials.given());
      credentials.checkOwners(requested, token, others, otherToken);
    }
    var shard = shard(values);
    shard.ifPresent(part -> part.take(requested, values.problems));
    requested.values().removeIf(List::isEmpty);
    var base = new BaseUrl(values.optional("target.plain_http", Parser::hosts).orElse(List.of()));
    var url = values.optional("target.url", base);
    return new Settings(
        url,
        token,
        command,
        requested,
        otherToken,
        others,
        shard,
        expectedHeader(values),
        values.value("target.fixture", text -> text),
        values.value("target.timeout", Parser.DURATION),
        values.optional("target.reread_after", Parser.PAUSE).orElse(Duration.ZERO),
        values
            .optional("target.rate", Parser.RATE)
            .map(OptionalDouble::of)
            .orElseGet(OptionalDouble::empty),
        values.value("target.concurrency", Parser.COUNT),
        values.value("target.probe_writes", Parser.FLAG),
        values.value("target.probe_tokens", Parser.FLAG),
        new Route(
            Proxies.of(values),
            Proxies.user(values),
            values.optional("target.ca_file", Parser::authorities),
            values.optional(
                "target.client_certificate",
                Parser.certificate(values.secret("target.client_certificate_password"))),
            Proxies.unused(values, url)),
        values.value("target.max_body", Parser.SIZE),
        values.value("contract", text -> text),
        values.value("contract.strict", Parser.FLAG),
        values.value("contract.allowEmpty", Parser.FLAG),
        values.value("contract.allowEnvironment", Parser.FLAG),
        values.value("contract.show_personal", Parser.FLAG),
        values.value("contract.known", Path::of),
        values.value("contract.allowMended", Parser.FLAG),
        values.value("contract.expiry_warning", Parser.DAYS),
        values.optional("conformance.previous", Path::of),
        values.optional("report.link.request", Parser.LINK),
        Stream.concat(url.flatMap(base::risk).stream(), values.ofOtherPrograms().stream())
            .toList());
  }

  private static Optional<Shard> shard(Values values) {
    var auto = values.keys.value("target.shard").filter("auto"::equals).isPresent();
    values.refuseIf(
        values.given("target.shards") && !auto,
        "target.shards is read with target.shard=auto only: leave it out");
    return auto ? ShardEngine.shard(values) : values.optional("target.shard", Parser.SHARD);
  }

  private static Optional<ExpectedHeader> expectedHeader(Values values) {
    var wait = values.value("target.wait", Parser.WAIT);
    var field = values.optional("target.expect_header", Parser.HEADER);
    values.refuseIf(
        values.given("target.wait") && !values.given("target.expect_header"),
        "target.wait has nothing to wait for: name it with target.expect_header, or leave target.wait"
            + " out");
    return field.map(it -> new ExpectedHeader(it, wait));
  }

  private static void checkNames(Values values) {
    values.refuseIf(
        values.keys.blank("target.url"),
        "target.url is empty: name the base URL of the API, or leave the setting out to judge the"
            + " embedded fixture");
  }

  private static void checkLive(
      Values values, Set<String> parameters, SecurityScheme scheme, boolean hasToken) {
    values.refuseIf(
        values.given("target.fixture"),
        "target.fixture and target.url exclude each other: leave one out");
    values.refuseIf(
        !hasToken,
        "target.url needs %s %s: set TARGET_TOKEN or TARGET_TOKEN_COMMAND in the environment, or target.token_file"
            .formatted(scheme.words().startsWith("A") ? "an" : "a", scheme.words()));
    for (var name : parameters) {
      values.refuseIf(
          !values.given("target." + name),
          ("target.url needs target.%s: one value, several with commas between, or @file with one"
                  + " on each line")
              .formatted(name));
    }
  }
}
