package conformance.settings;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A row in the table of settings, which is the source of the defaults, the known names and
 * SETTINGS.md.
 *
 * @param name of the system property; the environment variable is derived from it
 * @param defaults the default column of the table: values in backticks, the rest in words
 */
record Setting(String name, String defaults) {
  private static final String TABLE =
      """
      | setting | meaning | default |
      |---|---|---|
      | `target.url` | base URL of the API; its paths follow | the embedded fixture |
      %s| `target.token` | the bearer token, API key or `user:password`, as the contract demands: as `TARGET_TOKEN` in the environment, never on the command line | the fixture's |
      | `target.token_file` | a file that holds it instead | none |
      | `target.token_command` | a program with its arguments, whose output it is: as `TARGET_TOKEN_COMMAND` in the environment, or `@file`. It is run without a shell, at the start and when a token has ended | none |
      %s| `target.other_token` | the token of that owner: as `TARGET_OTHER_TOKEN` in the environment, never on the command line | the fixture's |
      | `target.other_token_file` | a file that holds the token of that owner instead | none |
      | `target.fixture` | which fixture to answer with: a case of `fixtures/cases/<contract>`, or a stub of `fixtures/stubs/<contract>` | `conforming` |
      | `target.timeout` | bound on one whole exchange, slow body included (`30s`, `500ms`) | `30s` |
      | `target.rate` | requests per second at most | `5`; none on the fixture |
      | `target.concurrency` | exchanges at the same time at most; what might change something is sent alone | `2` |
      | `target.shard` | judge one part of the values only: `2/8` is every eighth, from the second on; `auto`: the part that GitLab, CircleCI, Buildkite or an Indexed Job of Kubernetes gives this job | all |
      | `target.shards` | how many parts there are, for `auto` under Kubernetes, which does not say it | none |
      | `target.expect_header` | header field by which the target says which build answers, such as `X-Version: 2026.11.30`: waited for, and looked at in each ordinary response | none |
      | `target.wait` | how long to wait for it, `10m` at most | `5m` |
      | `target.probe_writes` | also check that POST, PUT, PATCH and DELETE are refused | `false`; `true` on the fixture |
      | `target.probe_tokens` | also check that wrong tokens are refused, which may lock the client out | `true` |
      | `target.plain_http` | hosts besides this machine to which the token may go over plain http, with commas between: whoever is on the way there can read it | none |
      | `target.proxy` | HTTP proxy, such as `http://proxy.example.com:3128`; for an https target only | none |
      | `target.proxy_user` | user of the proxy, if it asks for one | none |
      | `target.proxy_password` | that user's password: as `TARGET_PROXY_PASSWORD` in the environment, never on the command line | none |
      | `target.ca_file` | PEM file of certificate authorities to trust besides Java's | none |
      | `target.client_certificate` | PEM file of a client certificate, those of its authorities, and its key | none |
      | `target.client_certificate_password` | the key's password: as `TARGET_CLIENT_CERTIFICATE_PASSWORD` in the environment, never on the command line | none |
      | `target.max_body` | a longer body, decompressed, is cut off there, which is a deviation (`500MB`) | `2GB` |
      | `target.reread_after` | time between the two reads | `1s`; none on the fixture |
      | `contract` | folder below `schemas/` | `batches` |
      | `contract.strict` | broken *should*-rules and rules that no data put to the test fail, too | `false` |
      | `contract.allowEmpty` | a target without a single item does not fail | `false` |
      | `contract.allowEnvironment` | where network, token, parameters or load keep the target from being judged, the build is green, with a warning; a deviation fails it all the same | `false` |
      | `contract.show_personal` | show personal data (`x-personal`) as they are, not as `+##########` | `false` |
      | `contract.known` | file of known deviations | `fixtures/known-deviations.yaml` |
      | `contract.allowMended` | a known deviation that is no longer found is a warning, and no failure | `false` |
      | `contract.expiry_warning` | days before a known deviation expires from which on there is a warning | `14` |
      | `conformance.previous` | `report.json` of an earlier run: what has changed since is told first | the last run, if there is a trend; else none |
      | `report.link.request` | where the target's logs are: a URL such as `https://logs.example.com/?q={}`, with `{}` for the id of a request | none |
      """;
  private static final String PARAMETER =
      "| `target.%s` | values to ask for, with commas between, or `@file` with one on each line | the fixture's |\n";
  private static final String OTHER_PARAMETER =
      "| `target.other_%s` | a value of another owner, of whom the first token must get nothing, and the reverse | the fixture's |\n";
  private static final Pattern ROW = Pattern.compile("\\| `(.*?)` \\|.*\\| (.*) \\|");
  private static final Pattern VALUE = Pattern.compile("`(.*)`");

  /** The table in Markdown, with a row for each of the contract's path parameters. */
  static String table(Set<String> parameters) {
    return TABLE.formatted(rows(PARAMETER, parameters), rows(OTHER_PARAMETER, parameters));
  }

  private static String rows(String row, Set<String> parameters) {
    return parameters.stream().sorted().map(row::formatted).collect(Collectors.joining());
  }

  /** All settings, in the order of the table. */
  static Stream<Setting> all(Set<String> parameters) {
    return ROW.matcher(table(parameters))
        .results()
        .map(row -> new Setting(row.group(1), row.group(2)));
  }

  /** The default for a live URL or for the fixture; empty if the table gives no value. */
  Optional<String> defaultValue(boolean live) {
    var cells = defaults.split("; ");
    var value = VALUE.matcher(live ? cells[0] : cells[cells.length - 1]);
    return value.find() ? Optional.of(value.group(1)) : Optional.empty();
  }
}
