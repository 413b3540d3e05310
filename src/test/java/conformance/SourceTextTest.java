package conformance;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.Contracts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The engine knows nothing of what any contract is about: a new contract is new data. */
class SourceTextTest {
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Path SCHEMAS = Path.of("schemas");
  private static final Pattern COMMENT_OR_STRING =
      Pattern.compile("\"\"\"(?s:.*?)\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*\"|/\\*(?s:.*?)\\*/|//.*");

  @Test
  void namesNothingOfAContractInItsCode() throws IOException {
    var words = wordsOfContracts();
    assertThat(words).contains("agent_id", "from_phone_number", "no-answer", "^[0-9a-fA-F]{32}$");
    code()
        .forEach(
            (file, code) ->
                assertThat(words.stream().filter(code::contains))
                    .as("words of a contract in %s", file)
                    .isEmpty());
  }

  @Test
  void namesAContractAsADefaultSettingOnly() throws IOException {
    assertThat(Contracts.names(SCHEMAS)).contains("batches");
    for (var contract : Contracts.names(SCHEMAS)) {
      var naming = code();
      naming.values().removeIf(code -> !code.contains(contract));
      naming.forEach(
          (file, code) -> {
            assertThat(file).hasFileName("Setting.java");
            assertThat(code).containsOnlyOnce(contract);
            assertThat(code)
                .contains("| `contract` | folder below `schemas/` | `%s` |".formatted(contract));
          });
    }
  }

  /** Code by file, without comments: those may explain themselves by examples. */
  private static Map<Path, String> code() throws IOException {
    var code = new TreeMap<Path, String>();
    try (var files = Files.walk(SOURCES)) {
      for (var file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
        code.put(
            file,
            COMMENT_OR_STRING.matcher(Files.readString(file)).replaceAll(SourceTextTest::text));
      }
    }
    assertThat(code).hasSizeGreaterThan(50);
    return code;
  }

  /** A string as it is when the program runs; nothing of a comment. */
  private static String text(MatchResult found) {
    var text = found.group();
    return Matcher.quoteReplacement(text.startsWith("/") ? "" : text.translateEscapes());
  }

  /** Names, listed values and patterns, but for those that are plain English words. */
  private static Set<String> wordsOfContracts() throws IOException {
    var words = new TreeSet<String>();
    for (var contract : Contracts.names(SCHEMAS)) {
      Contracts.read(SCHEMAS, contract).operations().stream()
          .flatMap(operation -> operation.parameters().stream())
          .forEach(parameter -> words.add(parameter.name()));
    }
    try (var files = Files.walk(SCHEMAS)) {
      files
          .filter(file -> file.toString().endsWith(".schema.json"))
          .filter(
              file -> !file.getParent().equals(SCHEMAS)) // the vocabulary, which is the engine's
          .forEach(file -> collect(new JsonMapper().readTree(file.toFile()), words::add));
    }
    words.removeIf(word -> word.matches("[A-Za-z]*"));
    return words;
  }

  private static void collect(JsonNode schema, Consumer<String> words) {
    schema.path("properties").propertyNames().forEach(words);
    schema.path("enum").forEach(value -> words.accept(value.asString("")));
    words.accept(schema.path("pattern").asString(""));
    schema.forEach(child -> collect(child, words));
  }
}
