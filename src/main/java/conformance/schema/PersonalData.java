package conformance.schema;

import conformance.contract.Deviation;
import conformance.contract.RuleCounts;
import conformance.json.Masking;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The properties that hold personal data: {@code x-personal}. Their values are shown so that a
 * fault stays visible and the person does not, as {@link Masking} does it.
 *
 * @param names the properties, without what servers like to change in names: case, _ and -
 */
public record PersonalData(Set<String> names) {
  /** A character of the value, which a reason may quote by itself. */
  private static final Pattern CHARACTER = Pattern.compile("\"[\\p{L}\\p{N}]\"");

  public PersonalData {
    names = names.stream().map(PersonalData::folded).collect(Collectors.toUnmodifiableSet());
  }

  /** The properties that the schemas in the files whose {@code $id} begins so mark as personal. */
  static PersonalData of(SchemaFiles files, String idBegins) {
    var names = new TreeSet<String>();
    files.documents().entrySet().stream()
        .filter(it -> it.getKey().startsWith(idBegins))
        .forEach(it -> collect(it.getValue(), names));
    return new PersonalData(names);
  }

  private static void collect(JsonNode schema, Set<String> names) {
    for (var property : schema.path("properties").properties()) {
      if (property.getValue().path("x-personal").asBoolean(false)) {
        names.add(property.getKey());
      }
    }
    schema.forEach(child -> collect(child, names));
  }

  /** These and {@code other} together. */
  public PersonalData and(PersonalData other) {
    return new PersonalData(
        Stream.of(names, other.names).flatMap(Set::stream).collect(Collectors.toSet()));
  }

  /** What was found out about a rule, without the personal data in it. */
  public RuleCounts mask(RuleCounts counts) {
    var personal = counts.deviations().stream().anyMatch(it -> holds(it.location()));
    var values = new LinkedHashMap<String, Long>();
    counts
        .values()
        .forEach((value, count) -> values.merge(masked(value, personal), count, Long::sum));
    return new RuleCounts(
        counts.rule(),
        counts.examined(),
        counts.deviating(),
        counts.deviations().stream().map(this::mask).toList(),
        values);
  }

  private Deviation mask(Deviation deviation) {
    var personal = holds(deviation.location());
    var actual = deviation.actual();
    var bare =
        actual.replaceFirst("^\"", "").replaceFirst("(\"|\\.\\.\\. \\([0-9,]+ characters\\))$", "");
    var reason =
        personal && !masked(actual, true).equals(actual)
            ? CHARACTER
                .matcher(deviation.reason().replace(bare, Masking.of(bare)))
                .replaceAll(it -> Masking.of(it.group()))
            : deviation.reason();
    return new Deviation(
        deviation.location(),
        deviation.expected(),
        masked(actual, personal),
        masked(reason, personal));
  }

  private String masked(String text, boolean personal) {
    // Of a property with its name only the value is masked.
    var masked = inJson(text);
    return personal && masked.equals(text) ? Masking.inMessage(text, this::isPersonal) : masked;
  }

  private boolean holds(String location) {
    return location.startsWith("/")
        && Stream.of(location.split("/")).anyMatch(step -> names.contains(folded(step)));
  }

  /** A JSON text, whole or its beginning, without the values of these properties. */
  public String inJson(String text) {
    return names.isEmpty() ? text : Masking.inJson(text, this::isPersonal);
  }

  private boolean isPersonal(String name) {
    return names.contains(folded(name));
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[-_]", "");
  }
}
