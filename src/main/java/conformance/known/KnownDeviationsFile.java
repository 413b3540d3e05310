package conformance.known;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads a file of known deviations, a YAML list of entries. */
public final class KnownDeviationsFile {
  private static final List<String> MANDATORY =
      List.of("rule", "reason", "ticket", "owner", "expires");
  private static final List<String> OPTIONAL = List.of("interaction", "location");
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /** The keys that an entry may have, path parameters last. */
  private final List<String> keys;

  private final List<String> problems = new ArrayList<>();

  private KnownDeviationsFile(Set<String> parameters) {
    var fixed = Stream.concat(MANDATORY.stream(), OPTIONAL.stream());
    this.keys = Stream.concat(fixed, parameters.stream().sorted()).distinct().toList();
  }

  /**
   * Reads the entries of {@code file}.
   *
   * @param parameters the contract's path parameters, which an entry may use as keys
   * @throws KnownDeviationsException listing every problem
   */
  public static List<KnownDeviation> read(Path file, Set<String> parameters) {
    var reader = new KnownDeviationsFile(parameters);
    var entries = reader.entries(file);
    if (!reader.problems.isEmpty()) {
      throw new KnownDeviationsException(file, reader.problems);
    }
    return entries;
  }

  /** Whether {@code name} is a fixed key, and so cannot stand for a path parameter. */
  static boolean isKey(String name) {
    return MANDATORY.contains(name) || OPTIONAL.contains(name);
  }

  private List<KnownDeviation> entries(Path file) {
    var list = parse(file);
    var entries = new ArrayList<KnownDeviation>();
    if (!list.isArray() && !list.isMissingNode() && !list.isNull()) {
      problems.add("expected a list of entries, each beginning with \"- rule:\"");
      return entries;
    }
    for (var i = 0; i < list.size(); i++) {
      entry(list.get(i), "entry " + (i + 1)).ifPresent(entries::add);
    }
    return entries;
  }

  private JsonNode parse(Path file) {
    try {
      return YAML.readTree(file.toFile());
    } catch (JacksonException e) {
      problems.add("it cannot be read as YAML: " + e.getOriginalMessage());
      return YAML.missingNode();
    }
  }

  /** The entry; empty if it has problems. */
  private Optional<KnownDeviation> entry(JsonNode entry, String name) {
    var texts = new HashMap<String, String>();
    keys.forEach(key -> text(entry, key).ifPresent(text -> texts.put(key, text)));
    var found = problems(entry, name, texts);
    problems.addAll(found);
    if (!found.isEmpty()) {
      return Optional.empty();
    }
    var parameters = new HashMap<>(texts);
    parameters.keySet().removeIf(KnownDeviationsFile::isKey);
    return Optional.of(
        new KnownDeviation(
            texts.get("rule"),
            Optional.ofNullable(texts.get("interaction")),
            parameters,
            Optional.ofNullable(texts.get("location")),
            texts.get("reason"),
            texts.get("ticket"),
            texts.get("owner"),
            LocalDate.parse(texts.get("expires"))));
  }

  private List<String> problems(JsonNode entry, String name, Map<String, String> texts) {
    if (!entry.isObject()) {
      return List.of(name + " is no entry: expected keys " + String.join(", ", MANDATORY));
    }
    var found = new ArrayList<String>();
    MANDATORY.stream()
        .filter(key -> !texts.containsKey(key))
        .forEach(key -> found.add("%s has no %s".formatted(name, key)));
    entry.propertyNames().stream()
        .filter(key -> !keys.contains(key))
        .forEach(
            key ->
                found.add(
                    "%s has a key that is not known: %s; expected one of %s"
                        .formatted(name, key, String.join(", ", keys))));
    if (texts.containsKey("expires") && !isDate(texts.get("expires"))) {
      found.add(
          "%s: expires is '%s', expected a date such as 2026-12-31"
              .formatted(name, texts.get("expires")));
    }
    return found;
  }

  private static Optional<String> text(JsonNode entry, String key) {
    return Optional.of(entry.path(key))
        .filter(JsonNode::isValueNode)
        .map(JsonNode::asString)
        .filter(text -> !text.isBlank());
  }

  private static boolean isDate(String text) {
    try {
      LocalDate.parse(text);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
