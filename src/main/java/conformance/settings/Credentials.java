package conformance.settings;

import conformance.contract.SecurityScheme;
import conformance.http.Secrets;
import conformance.http.TextFile;
import conformance.http.Token;
import conformance.http.TokenCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The tokens of the settings, and where the other owner's must differ from the first's. */
record Credentials(Values values, Set<String> parameters) {
  private static final String TOKEN = "target.token";
  private static final String COMMAND = "target.token_command";
  private static final String OTHER_TOKEN = "target.other_token";
  private static final String OTHER = "target.other_";
  private static final Pattern UUID =
      Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  /** Refuses what may hold a secret on the command line. */
  void checkNames() {
    var properties = values.keys.properties();
    for (var name : List.of(TOKEN, OTHER_TOKEN)) {
      values.refuseIf(
          properties.containsKey(name),
          ("%s is refused: a token on the command line ends in process lists and in"
                  + " reports of the tests. Put it into the environment as %s, or into a file"
                  + " that %s_file names")
              .formatted(name, Keys.variable(name), name));
    }
    values.refuseIf(
        !properties.getOrDefault(COMMAND, "@").startsWith("@"),
        COMMAND
            + " is refused: a command may hold a secret, and on the command line ends in process"
            + " lists and in reports of the tests. Put it into the environment as "
            + Keys.variable(COMMAND)
            + ", or into a file: target.token_command=@file");
    values.refuseTogether(
        Stream.of(
                values.variable(TOKEN).map(any -> Keys.variable(TOKEN)),
                values.keys.value(TOKEN + "_file").map(any -> TOKEN + "_file"),
                values.keys.value(COMMAND).map(any -> values.keys.source(COMMAND)))
            .flatMap(Optional::stream));
    values.refuseTogether(
        Stream.of(
                values.variable(OTHER_TOKEN).map(any -> Keys.variable(OTHER_TOKEN)),
                values.keys.value(OTHER_TOKEN + "_file").map(any -> OTHER_TOKEN + "_file"))
            .flatMap(Optional::stream));
  }

  /** Whether a token is given in any way, be it right or wrong. */
  boolean given() {
    return values.keys.properties().containsKey(TOKEN)
        || values.variable(TOKEN).isPresent()
        || values.given(TOKEN + "_file")
        || values.given(COMMAND);
  }

  Optional<Token> token(SecurityScheme scheme) {
    return values.token(TOKEN, token -> token.check(scheme));
  }

  Optional<Token> otherToken(SecurityScheme scheme) {
    return values.token(OTHER_TOKEN, token -> token.check(scheme));
  }

  /** Never shown where it is wrong, since it may hold a secret. */
  Optional<TokenCommand> command(SecurityScheme scheme) {
    var given = values.keys.value(COMMAND);
    try {
      var text = given.isPresent() ? Optional.of(text(given.get())) : given;
      return text.map(words -> TokenCommand.of(words, scheme));
    } catch (IOException e) {
      values.problems.add("%s: expected a file that can be read".formatted(source()));
    } catch (IllegalArgumentException e) {
      values.problems.add("%s: expected %s".formatted(source(), e.getMessage()));
    }
    return Optional.empty();
  }

  private String source() {
    return values.keys.source(COMMAND);
  }

  private static String text(String given) throws IOException {
    return given.startsWith("@") ? TextFile.read(Path.of(given.substring(1))).strip() : given;
  }

  Map<String, String> otherParameters() {
    var others = new TreeMap<String, String>();
    for (var name : parameters) {
      values.optional(OTHER + name, text -> text).ifPresent(value -> others.put(name, value));
    }
    return others;
  }

  /** All secrets, even if other settings are invalid. */
  Secrets secrets() {
    var secrets = new Secrets();
    Stream.of("target.client_certificate_password", "target.proxy_password")
        .flatMap(name -> values.secret(name).stream())
        .forEach(secrets::addPassword);
    Stream.of(TOKEN, OTHER_TOKEN)
        .flatMap(name -> values.token(name, any -> {}).stream())
        .forEach(secrets::add);
    return secrets;
  }

  /** Both owners of a live target: the second is whole, and is not the first. */
  void checkOwners(
      Map<String, List<String>> requested,
      Optional<Token> token,
      Map<String, String> others,
      Optional<Token> otherToken) {
    var tokenGiven =
        values.variable(OTHER_TOKEN).isPresent() || values.given(OTHER_TOKEN + "_file");
    for (var name : parameters) {
      values.refuseIf(
          tokenGiven && !others.containsKey(name),
          "target.other_token needs %s%s: a value of the same owner".formatted(OTHER, name));
    }
    values.refuseIf(
        !others.isEmpty() && !tokenGiven,
        "%s needs the token of that owner: set TARGET_OTHER_TOKEN in the environment, or target.other_token_file"
            .formatted(String.join(" and ", others.keySet().stream().map(OTHER::concat).toList())));
    values.refuseIf(
        otherToken.filter(other -> token.filter(other::isSameAs).isPresent()).isPresent(),
        "target.other_token is the same as target.token: expected the token of another owner");
    values.refuseIf(
        !others.isEmpty()
            && others.entrySet().stream()
                .allMatch(other -> has(requested.get(other.getKey()), other.getValue())),
        "%s: expected a value of another owner, and not one of %s"
            .formatted(
                String.join(
                    " and ",
                    others.entrySet().stream()
                        .map(
                            other ->
                                "%s%s is '%s'".formatted(OTHER, other.getKey(), other.getValue()))
                        .toList()),
                String.join(" and ", others.keySet().stream().map("target."::concat).toList())));
  }

  /** A UUID is case-insensitive (RFC 9562, section 4). */
  private static boolean has(List<String> values, String value) {
    return UUID.matcher(value).matches()
        ? values.stream().anyMatch(value::equalsIgnoreCase)
        : values.contains(value);
  }
}
