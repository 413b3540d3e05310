package conformance.settings;

import conformance.contract.Shard;
import conformance.http.Route;
import conformance.http.Token;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * What a run judges, and how strictly.
 *
 * @param url {@code target.url}: base URL of the API under test; none for the embedded fixture
 * @param token {@code TARGET_TOKEN} or {@code target.token_file}
 * @param parameters {@code target.<path parameter>}: the values to ask for, by parameter
 * @param shard {@code target.shard}: which part of them is asked for; none for all
 * @param fixture {@code target.fixture}: which fixture the embedded server answers with
 * @param timeout {@code target.timeout}: bound on one whole exchange
 * @param rereadAfter {@code target.reread_after}: time between two reads that are compared
 * @param rate {@code target.rate}: requests per second at most
 * @param concurrency {@code target.concurrency}: exchanges at the same time at most
 * @param probeWrites {@code target.probe_writes}: methods that write are probed, too
 * @param route {@code target.proxy} and {@code target.ca_file}: the way to the target
 * @param maxBody {@code target.max_body}: longer bodies are cut off, in bytes
 * @param contract {@code contract}: folder below {@code schemas/}
 * @param strict {@code contract.strict}: should-rules and what is not demonstrated fail too
 * @param allowEmpty {@code contract.allowEmpty}: a target without any item does not fail the run
 * @param showPersonal {@code contract.show_personal}: personal data are shown as they are
 * @param known {@code contract.known}: file of known deviations
 */
public record Settings(
    Optional<URI> url,
    Optional<Token> token,
    Map<String, List<String>> parameters,
    Optional<Shard> shard,
    String fixture,
    Duration timeout,
    Duration rereadAfter,
    OptionalDouble rate,
    int concurrency,
    boolean probeWrites,
    Route route,
    long maxBody,
    String contract,
    boolean strict,
    boolean allowEmpty,
    boolean showPersonal,
    Path known) {

  public Settings {
    parameters = java.util.Collections.unmodifiableMap(new TreeMap<>(parameters));
  }
}
