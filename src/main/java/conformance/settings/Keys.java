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
 * The raw settings: system properties first, then the environment.
 *
 * @param properties system properties by name, such as {@code target.url}
 * @param environment environment variables by name, such as {@code TARGET_URL}
 */
record Keys(Map<String, String> properties, Map<String, String> environment) {
  private static final int CLOSE = 2;

  /** The value of {@code key}; an empty one counts as absent, as CI systems set unset ones so. */
  Optional<String> value(String key) {
    return raw(key).map(String::strip).filter(value -> !value.isEmpty());
  }

  /** Whether {@code key} is set to nothing. */
  boolean blank(String key) {
    return raw(key).filter(String::isBlank).isPresent();
  }

  private Optional<String> raw(String key) {
    return Optional.ofNullable(properties.getOrDefault(key, environment.get(variable(key))));
  }

  /** A problem for each key of ours that is not in {@code known}, with the nearest that is. */
  List<String> unknown(Set<String> known) {
    var variables = known.stream().map(Keys::variable).toList();
    var wrongProperties =
        properties.keySet().stream()
            .filter(key -> !known.contains(key))
            .filter(key -> ours(key) || known.stream().anyMatch(name -> alike(name, key)))
            .map(key -> problem(key, nearest(key, known)));
    var wrongVariables =
        environment.keySet().stream()
            .filter(key -> !variables.contains(key))
            .filter(key -> ours(key.toLowerCase(Locale.ROOT).replace('_', '.')))
            // They are shared with other programs: only what is nearly ours is a typing error.
            .filter(key -> variables.stream().anyMatch(name -> isClose(name, key)))
            .map(key -> problem(key, variable(nearest(key, known))));
    return Stream.concat(wrongProperties, wrongVariables).sorted().toList();
  }

  private static String problem(String key, String nearest) {
    return "%s is not a setting; did you mean %s?".formatted(key, nearest);
  }

  /** The environment variable of a setting. */
  static String variable(String key) {
    return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  /** Whether {@code key} is probably meant to be {@code known}: {@code targetUrl, contarct}. */
  private static boolean alike(String known, String key) {
    var words = key.replaceAll("(?<=[a-z])(?=[A-Z])", ".");
    return isClose(variable(known), variable(words))
        // One word is like other words: contact, contrast.
        && (known.contains(".") || sorted(known).equals(sorted(key)));
  }

  private static List<Integer> sorted(String word) {
    return variable(word).chars().sorted().boxed().toList();
  }

  private static boolean ours(String key) {
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
    return distance(a, b) <= CLOSE;
  }

  private static int distance(String a, String b) {
    return LevenshteinDistance.getDefaultInstance().apply(a, b);
  }
}
