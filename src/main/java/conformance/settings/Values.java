package conformance.settings;

import conformance.http.TextFile;
import conformance.http.Token;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The parsed settings, and the problems with them. */
final class Values {
  private static final int MAX_NAMES = 10;

  final Keys keys;
  final List<String> problems = new ArrayList<>();
  private final Map<String, Setting> table;

  Values(Map<String, String> properties, Map<String, String> environment, Set<String> parameters) {
    this.keys = new Keys(properties, environment);
    this.table = Setting.all(parameters).collect(Collectors.toMap(Setting::name, row -> row));
  }

  /** Adds a problem for each unknown name. */
  void refuseUnknown() {
    problems.addAll(keys.unknown(table.keySet()));
  }

  /** A line on the environment variables that only look like settings; CI systems set many. */
  Optional<String> ofOtherPrograms() {
    var names = keys.ofOtherPrograms(table.keySet());
    var more = names.size() - MAX_NAMES;
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "environment variables that are no settings, and so ignored: "
                + names.stream().limit(MAX_NAMES).collect(Collectors.joining(", "))
                + (more > 0 ? " and %,d more".formatted(more) : ""));
  }

  void refuseIf(boolean condition, String problem) {
    if (condition) {
      problems.add(problem);
    }
  }

  boolean live() {
    return given("target.url");
  }

  boolean given(String name) {
    return keys.value(name).isPresent();
  }

  /** The value of a setting that has a default. */
  <T> T value(String name, Parser<T> parser) {
    return optional(name, parser).orElseThrow();
  }

  /** The value of a setting; its default if the setting is absent or invalid. */
  <T> Optional<T> optional(String name, Parser<T> parser) {
    var defaultValue = table.get(name).defaultValue(live());
    return keys.value(name)
        .flatMap(text -> parse(name, text, parser))
        .or(() -> defaultValue.flatMap(text -> parse(name, text, parser)));
  }

  /** A password, from the environment only. */
  Optional<String> secret(String name) {
    refuseIf(
        keys.properties().containsKey(name),
        ("%s is refused: a password on the command line ends in process lists and in reports of the"
                + " tests. Put it into the environment as %s")
            .formatted(name, Keys.variable(name)));
    return Optional.ofNullable(keys.environment().get(Keys.variable(name)))
        .filter(password -> !password.isEmpty());
  }

  /** Refuses several settings of which each is enough. */
  void refuseTogether(Stream<String> names) {
    var given = names.toList();
    refuseIf(
        given.size() > 1,
        "%s exclude each other: leave %s out"
            .formatted(String.join(" and ", given), given.size() == 2 ? "one" : "all but one"));
  }

  /** The value of a setting that may stand in the environment only, since it is a secret. */
  Optional<String> variable(String name) {
    return new Keys(Map.of(), keys.environment()).value(name);
  }

  /**
   * The token {@code name} from the environment, or from the file that another setting names.
   *
   * @param check throws an IllegalArgumentException if it is no such token as there must be
   */
  Optional<Token> token(String name, Consumer<Token> check) {
    var file = keys.value(name + "_file");
    try {
      var text =
          file.isPresent() ? Optional.of(TextFile.read(Path.of(file.get()))) : variable(name);
      var token = text.map(Values::tokenOf);
      token.ifPresent(check);
      return token;
    } catch (IOException | InvalidPathException e) {
      problems.add(
          keys.source(name + "_file")
              + ": expected a file that can be read. What was given is not shown, since it may be the"
              + " token itself");
    } catch (IllegalArgumentException e) {
      problems.add(
          file.map((name + "_file ")::concat).orElse(Keys.variable(name)) + ": " + e.getMessage());
    }
    return Optional.empty();
  }

  private static Token tokenOf(String text) {
    WrittenAsIs.of(text.strip())
        .ifPresent(
            expected -> {
              throw new IllegalArgumentException("expected " + expected);
            });
    return Token.of(text);
  }

  private <T> Optional<T> parse(String name, String text, Parser<T> parser) {
    var written = WrittenAsIs.of(text);
    if (written.isPresent()) {
      problem(name, text, written.get());
      return Optional.empty();
    }
    try {
      return Optional.of(parser.parse(text));
    } catch (IOException e) {
      problem(name, text, "a file that can be read");
    } catch (IllegalArgumentException e) {
      problem(name, text, e.getMessage());
    }
    return Optional.empty();
  }

  private void problem(String name, String actual, String expected) {
    problems.add("%s is '%s': expected %s".formatted(keys.source(name), shown(actual), expected));
  }

  /** Without what may be a secret: a user or a query of a URL, or a key in place of its file. */
  private static String shown(String value) {
    return value
        .replaceFirst("(?s)-----BEGIN.*", "-----BEGIN...")
        .replaceFirst("(?s)^(@?(?:\\w[\\w+.-]*://)?).+@", "$1[user]@")
        .replaceFirst("(?s)([?#]).*", "$1...");
  }
}
