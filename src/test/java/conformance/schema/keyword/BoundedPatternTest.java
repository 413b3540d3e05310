package conformance.schema.keyword;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import conformance.contract.Contract;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** No text of a server causes unbounded backtracking: the bound is in steps, not seconds. */
class BoundedPatternTest {
  private static final Path SCHEMAS = Path.of("schemas");

  /** Our own patterns that are searched for in a text; all others must match the whole text. */
  private static final List<String> FOUND =
      List.of(
          "conformance.json.JsonErrors.FOR_PROGRAMMERS",
          "conformance.json.Masking.STRING",
          "conformance.json.Masking.NUMBER",
          "conformance.protocol.MediaType.CHARSET");

  /** Valid beginnings of dates, media types, numbers and words. */
  private static final List<String> BEGINNINGS =
      List.of("", "a/b", "a/b;c=\"", "2026-01-01T00:00:00.", "+1", "1 ", "\"");

  private static final String CHARACTERS = "a0 ;\"\\.";
  private static final int LENGTH = 300;
  private static final int STEPS_A_CHARACTER = 60;

  /** The patterns of the contracts and our own constants, by name. */
  static Stream<Map.Entry<String, Pattern>> patterns() throws Exception {
    var patterns = new LinkedHashMap<String, Pattern>();
    try (var files = Files.walk(SCHEMAS)) {
      for (var file : files.filter(it -> it.toString().endsWith(".schema.json")).toList()) {
        if (!file.getParent().equals(SCHEMAS)) {
          collect(
              new JsonMapper().readTree(file.toFile()),
              (at, regex) -> patterns.put(file + " " + at, Pattern.compile(regex)));
        }
      }
    }
    assertThat(patterns).hasSizeGreaterThan(4);
    for (var type : classes()) {
      for (var field : type.getDeclaredFields()) {
        if (Modifier.isStatic(field.getModifiers()) && field.getType() == Pattern.class) {
          field.setAccessible(true);
          patterns.put(type.getName() + "." + field.getName(), (Pattern) field.get(null));
        }
      }
    }
    assertThat(patterns.keySet())
        .contains("conformance.protocol.MediaType.SHAPE", "conformance.json.Masking.STRING");
    return patterns.entrySet().stream();
  }

  private static void collect(JsonNode schema, BiConsumer<String, String> patterns) {
    if (schema.path("pattern").isString()) {
      patterns.accept(schema.path("pattern").asString(), schema.path("pattern").asString());
    }
    schema.forEach(child -> collect(child, patterns));
  }

  private static List<Class<?>> classes() throws IOException, ClassNotFoundException {
    var root =
        Path.of(Contract.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    var classes = new ArrayList<Class<?>>();
    try (var files = Files.walk(root)) {
      for (var file : files.filter(it -> it.toString().endsWith(".class")).toList()) {
        var name = root.relativize(file).toString().replace('/', '.');
        if (!name.endsWith("-info.class")) {
          classes.add(Class.forName(name.replaceFirst("\\.class$", "")));
        }
      }
    }
    return classes;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("patterns")
  void takesStepsInProportionToTheText(Map.Entry<String, Pattern> named) {
    var found = FOUND.contains(named.getKey()) || named.getKey().startsWith(SCHEMAS.toString());
    for (var beginning : BEGINNINGS) {
      for (var unit : units()) {
        for (var end : List.of("", "!")) {
          var text = beginning + unit.repeat(LENGTH / unit.length()) + end;
          var bound = STEPS_A_CHARACTER * text.length();
          assertThatCode(
                  () -> {
                    if (found) {
                      named.getValue().matcher(new BoundedPattern.LimitedText(text, bound)).find();
                    }
                    named.getValue().matcher(new BoundedPattern.LimitedText(text, bound)).matches();
                  })
              .as("%s on %s, then %s, then %s", named, beginning, unit, end)
              .doesNotThrowAnyException();
        }
      }
    }
  }

  private static List<String> units() {
    var units = new ArrayList<String>();
    for (var a : CHARACTERS.split("")) {
      units.add(a);
      for (var b : CHARACTERS.split("")) {
        for (var c : CHARACTERS.split("")) {
          units.add(a + b + c);
        }
      }
    }
    return units;
  }

  @ParameterizedTest
  @CsvSource({
    "^(.*a){12}b$, 400",
    "^(a|b)*$, 1000000",
    "(.*a){12}$, 400",
  })
  void givesUpAPatternThatRunsAway(String regex, int length) {
    var text = "a".repeat(length) + "!";
    assertThat(BoundedPattern.of(regex).matches(text)).isFalse();
    assertThat(PatternReason.of(regex, text))
        .isEqualTo("it was not held against the pattern to the end, for that takes too many steps");
  }

  @ParameterizedTest
  @CsvSource({
    "999, 'character 1000, \"!\", is not allowed there, only \"a\"'",
    "1000, 'it is 1,001 characters long, and not as expected'",
  })
  void looksForThePlaceInATextThatIsNotTooLong(int length, String reason) {
    assertThat(PatternReason.of("^a*$", "a".repeat(length) + "!")).isEqualTo(reason);
  }

  @Test
  void doesNotLookForThePlaceForTooLong() {
    assertThat(PatternReason.of("^(a*a){6}b$", "a".repeat(16) + "!".repeat(900)))
        .isEqualTo("it is not as expected");
  }

  @Test
  void holdsALongTextAgainstAPlainPattern() {
    var text = "x".repeat(10_000_000);
    assertThat(BoundedPattern.of("^[^/]*$").matches(text)).isTrue();
    assertThat(BoundedPattern.of("^[^/]*$").matches(text + "/")).isFalse();
    assertThat(BoundedPattern.of("\\.csv$").matches(text + ".csv")).isTrue();
  }

  @Test
  void endsAtTheEndOnly() {
    assertThat(BoundedPattern.of("^[0-9]+$").matches("12")).isTrue();
    assertThat(BoundedPattern.of("^[0-9]+$").matches("12\n")).isFalse();
  }
}
