package conformance.known;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads a file of known deviations: YAML, a list of entries. */
public final class KnownDeviationsReader {
  private static final Set<String> MANDATORY =
      new LinkedHashSet<>(List.of("rule", "reason", "ticket", "owner", "expires"));
  private static final List<String> OPTIONAL = List.of("interaction", "location");
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final Path file;
  private final Set<String> parameters;
  private final List<String> problems = new ArrayList<>();

  private KnownDeviationsReader(Path file, Set<String> parameters) {
    this.file = file;
    this.parameters =
        parameters.stream().filter(name -> !isKey(name)).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Reads the entries of {@code file}.
   *
   * @param parameters names of the contract's path parameters, which an entry may set
   * @throws KnownDeviationsException with every problem there is
   */
  public static List<KnownDeviation> read(Path file, Set<String> parameters) {
    var reader = new KnownDeviationsReader(file, parameters);
    var entries = reader.entries();
    if (!reader.problems.isEmpty()) {
      throw new KnownDeviationsException(file, reader.problems);
    }
    return entries;
  }

  /** Whether {@code name} means something in an entry already, so cannot be a path parameter. */
  static boolean isKey(String name) {
    return MANDATORY.contains(name) || OPTIONAL.contains(name);
  }

  private List<KnownDeviation> entries() {
    var list = parse();
    var entries = new ArrayList<KnownDeviation>();
    if (!list.isArray() && !list.isMissingNode() && !list.isNull()) {
      problems.add("expected a list of entries, each beginning with \"- rule:\"");
      return entries;
    }
    for (var i = 0; i < list.size(); i++) {
      var before = problems.size();
      check(list.get(i), "entry " + (i + 1));
      if (problems.size() == before) {
        entries.add(entry(list.get(i)));
      }
    }
    return entries;
  }

  private JsonNode parse() {
    try {
      return YAML.readTree(file.toFile());
    } catch (JacksonException e) {
      problems.add("it cannot be read as YAML: " + e.getOriginalMessage());
      return YAML.missingNode();
    }
  }

  private void check(JsonNode entry, String name) {
    if (!entry.isObject()) {
      problems.add(name + " is no entry: expected keys " + String.join(", ", MANDATORY));
      return;
    }
    for (var key : MANDATORY) {
      if (text(entry, key).isEmpty()) {
        problems.add("%s has no %s".formatted(name, key));
      }
    }
    for (var key : entry.propertyNames()) {
      if (!isKey(key) && !parameters.contains(key)) {
        problems.add(
            "%s has a key that is not known: %s; expected one of %s"
                .formatted(name, key, String.join(", ", keys())));
      }
    }
    text(entry, "expires")
        .filter(text -> date(text).isEmpty())
        .ifPresent(
            text ->
                problems.add(
                    "%s: expires is '%s', expected a date such as 2026-12-31"
                        .formatted(name, text)));
  }

  private List<String> keys() {
    return Stream.of(MANDATORY, OPTIONAL, new TreeSet<>(parameters))
        .flatMap(Collection::stream)
        .toList();
  }

  private KnownDeviation entry(JsonNode entry) {
    var asked = new HashMap<String, String>();
    parameters.forEach(name -> text(entry, name).ifPresent(value -> asked.put(name, value)));
    return new KnownDeviation(
        text(entry, "rule").orElseThrow(),
        text(entry, "interaction"),
        asked,
        text(entry, "location"),
        text(entry, "reason").orElseThrow(),
        text(entry, "ticket").orElseThrow(),
        text(entry, "owner").orElseThrow(),
        text(entry, "expires").flatMap(KnownDeviationsReader::date).orElseThrow());
  }

  private static Optional<String> text(JsonNode entry, String key) {
    return Optional.of(entry.path(key))
        .filter(JsonNode::isValueNode)
        .map(JsonNode::asString)
        .filter(text -> !text.isBlank());
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
