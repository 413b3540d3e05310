package conformance.settings;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What shells remove or replace in a value, and other programs pass on: docker keeps quotation
 * marks of an {@code --env-file}, a CI system the name of a variable that it does not know.
 *
 * @param written a whole value
 * @param expected what was expected instead, in words
 */
record WrittenAsIs(Pattern written, String expected) {
  private static final WrittenAsIs QUOTED =
      new WrittenAsIs(
          Pattern.compile("(?s)([\"'`]).*\\1"), "the value without quotation marks around it");
  private static final WrittenAsIs VARIABLE =
      new WrittenAsIs(
          Pattern.compile("\\$\\{[^}]*}|\\$\\([^)]*\\)|\\$\\w+|%\\w+%|\\{\\{[^}]*}}"),
          "the value of that variable, which was not put in its place");

  /** What was expected instead of {@code text}; empty if it is no such value. */
  static Optional<String> of(String text) {
    return Stream.of(QUOTED, VARIABLE)
        .filter(known -> known.written().matcher(text).matches())
        .map(WrittenAsIs::expected)
        .findFirst();
  }
}
