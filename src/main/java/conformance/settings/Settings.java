package conformance.settings;

import conformance.contract.ExpectedHeader;
import conformance.contract.RequestLink;
import conformance.contract.Shard;
import conformance.http.Route;
import conformance.http.Token;
import conformance.http.TokenCommand;
import conformance.http.TokenCommandException;
import conformance.http.Tokens;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * What a run judges, and how strictly. {@link Setting} has the meaning of each.
 *
 * @param url empty for the embedded fixture
 * @param tokenCommand gives the token instead
 * @param parameters the values to request, by path parameter
 * @param otherToken the token of another owner
 * @param otherParameters values of that owner, by path parameter
 * @param shard the part of these values to request; empty for all
 * @param expectedHeader which build of the target to judge; empty for any
 * @param maxBody in bytes
 * @param expiryWarning in days
 * @param notices what to tell about the settings before the first request, a line each
 */
public record Settings(
    Optional<URI> url,
    Optional<Token> token,
    Optional<TokenCommand> tokenCommand,
    Map<String, List<String>> parameters,
    Optional<Token> otherToken,
    Map<String, String> otherParameters,
    Optional<Shard> shard,
    Optional<ExpectedHeader> expectedHeader,
    String fixture,
    Duration timeout,
    Duration rereadAfter,
    OptionalDouble rate,
    int concurrency,
    boolean probeWrites,
    boolean probeTokens,
    Route route,
    long maxBody,
    String contract,
    boolean strict,
    boolean allowEmpty,
    boolean allowEnvironment,
    boolean showPersonal,
    Path known,
    boolean allowMended,
    int expiryWarning,
    Optional<Path> previous,
    Optional<RequestLink> requestLink,
    List<String> notices) {

  public Settings {
    parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    otherParameters = Collections.unmodifiableMap(new TreeMap<>(otherParameters));
    notices = List.copyOf(notices);
  }

  /**
   * The tokens for a live target, for which the command is run if there is one.
   *
   * @throws SettingsException if it gives no token, or that of the other owner
   */
  public Tokens tokens() {
    try {
      var first = token.orElseGet(() -> tokenCommand.orElseThrow().ask());
      if (otherToken.filter(first::isSameAs).isPresent()) {
        throw new SettingsException(
            List.of(
                "target.token_command, %s, gives the token that target.other_token is: expected the token of another owner"
                    .formatted(tokenCommand.orElseThrow())));
      }
      return new Tokens(first, otherToken, tokenCommand);
    } catch (TokenCommandException e) {
      throw new SettingsException(List.of(e.getMessage()));
    }
  }
}
