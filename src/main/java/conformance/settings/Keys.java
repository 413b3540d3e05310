package conformance.settings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
    var property = Optional.ofNullable(properties.get(key));
    return property
        .or(() -> Optional.ofNullable(environment.get(variable(key))))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  /** Whether {@code key} is set to nothing. */
  boolean blank(String key) {
    return Optional.ofNullable(properties.getOrDefault(key, environment.get(variable(key))))
        .filter(String::isBlank)
        .isPresent();
  }

  /** A problem for each key of ours that is not in {@code known}, with the nearest that is. */
  List<String> unknown(Set<String> known) {
    var problems = new ArrayList<String>();
    for (var key : properties.keySet()) {
      if (!known.contains(key) && (ours(key) || known.stream().anyMatch(it -> alike(it, key)))) {
        problems.add("%s is not a setting; did you mean %s?".formatted(key, nearest(key, known)));
      }
    }
    for (var variable : environment.keySet()) {
      var key = nearest(variable, known);
      // The environment is shared with other programs: only what is nearly ours is a typing error.
      if (ours(variable.toLowerCase(Locale.ROOT).replace('_', '.'))
          && known.stream().map(Keys::variable).noneMatch(variable::equals)
          && isClose(variable, variable(key))) {
        problems.add("%s is not a setting; did you mean %s?".formatted(variable, variable(key)));
      }
    }
    problems.sort(Comparator.naturalOrder());
    return problems;
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
        && (known.contains(".") || sorted(variable(known)).equals(sorted(variable(key))));
  }

  private static String sorted(String word) {
    return word.chars().sorted().mapToObj(Character::toString).collect(Collectors.joining());
  }

  private static boolean ours(String key) {
    return key.startsWith("target.") || key.startsWith("contract.");
  }

  private static String nearest(String key, Set<String> known) {
    return known.stream()
        .min(
            Comparator.<String>comparingInt(it -> distance(variable(it), variable(key)))
                .thenComparing(Comparator.naturalOrder()))
        .orElseThrow();
  }

  private static boolean isClose(String a, String b) {
    return distance(a, b) <= CLOSE;
  }

  private static int distance(String a, String b) {
    return LevenshteinDistance.getDefaultInstance().apply(a, b);
  }
}
