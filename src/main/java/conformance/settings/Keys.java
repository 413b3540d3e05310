package conformance.settings;

import static java.util.Comparator.comparingInt;
import static java.util.Comparator.naturalOrder;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * The raw settings; system properties take precedence over environment variables.
 *
 * @param properties system properties, such as {@code target.url}
 * @param environment environment variables, such as {@code TARGET_URL}
 */
record Keys(Map<String, String> properties, Map<String, String> environment) {
  private static final int MAX_DISTANCE = 2;

  /** One letter away from a shorter name, another word is as likely: {@code RATE, DATE}. */
  private static final int MIN_LENGTH = 6;

  /** The value of {@code key}; empty counts as absent, since CI systems leave unset ones empty. */
  Optional<String> value(String key) {
    return raw(key).map(String::strip).filter(value -> !value.isEmpty());
  }

  /** Whether {@code key} is set, but blank. */
  boolean blank(String key) {
    return raw(key).filter(String::isBlank).isPresent();
  }

  private Optional<String> raw(String key) {
    return Optional.ofNullable(properties.getOrDefault(key, environment.get(variable(key))));
  }

  /** The name under which {@code key} is set: that of the property, or of the variable. */
  String source(String key) {
    return !properties.containsKey(key) && environment.containsKey(variable(key))
        ? variable(key)
        : key;
  }

  /** A problem for each unknown key of the suite, which suggests the nearest in {@code known}. */
  List<String> unknown(Set<String> known) {
    var wrongProperties =
        properties.keySet().stream()
            .filter(key -> !known.contains(key))
            .filter(key -> hasPrefix(key) || known.stream().anyMatch(name -> isTypo(name, key)))
            .map(Keys::name)
            .map(key -> problem(key, nearest(key, known)));
    var wrongVariables =
        unknownVariables(known)
            .filter(key -> known.stream().anyMatch(name -> isMisspelt(name, key)))
            .map(key -> problem(key, variable(nearest(key, known))));
    return Stream.concat(wrongProperties, wrongVariables).sorted().toList();
  }

  /** Environment variables of other programs that are named as if they were settings, sorted. */
  List<String> ofOtherPrograms(Set<String> known) {
    return unknownVariables(known)
        .filter(key -> known.stream().noneMatch(name -> isMisspelt(name, key)))
        .sorted()
        .toList();
  }

  private Stream<String> unknownVariables(Set<String> known) {
    return environment.keySet().stream()
        .filter(key -> known.stream().noneMatch(name -> variable(name).equals(key)))
        .filter(key -> hasPrefix(key.toLowerCase(Locale.ROOT).replace('_', '.')));
  }

  /** Whether a variable is nothing but a misspelling: one edit, or two letters exchanged. */
  private static boolean isMisspelt(String known, String key) {
    var edits = distance(variable(known), key);
    var ownLength = known.length() - known.indexOf('.') - 1;
    return edits == 1 && ownLength >= MIN_LENGTH || edits == 2 && sorted(known).equals(sorted(key));
  }

  /** Without what may be a value, as in {@code target.token:s3cret}. */
  private static String name(String key) {
    return key.replaceFirst("(?s)[^\\w.-].*", "...");
  }

  private static String problem(String key, String nearest) {
    return "%s is not a setting; did you mean %s?".formatted(key, nearest);
  }

  static String variable(String key) {
    return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  /** Whether {@code key} is probably a typo of {@code known}: {@code targetUrl, contarct}. */
  private static boolean isTypo(String known, String key) {
    var words = key.replaceAll("(?<=[a-z])(?=[A-Z])", ".");
    return isClose(variable(known), variable(words))
        // A single word resembles other words (contact, contrast), so require the same letters.
        && (known.contains(".") || sorted(known).equals(sorted(key)));
  }

  private static List<Integer> sorted(String word) {
    return variable(word).chars().sorted().boxed().toList();
  }

  private static boolean hasPrefix(String key) {
    return key.startsWith("target.") || key.startsWith("contract.");
  }

  private static String nearest(String key, Set<String> known) {
    return known.stream()
        .min(
            comparingInt((String name) -> distance(variable(name), variable(key)))
                .thenComparing(naturalOrder()))
        .orElseThrow();
  }

  private static boolean isClose(String a, String b) {
    return distance(a, b) <= MAX_DISTANCE;
  }

  private static int distance(String a, String b) {
    return LevenshteinDistance.getDefaultInstance().apply(a, b);
  }
}
