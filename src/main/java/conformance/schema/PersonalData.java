package conformance.schema;

import conformance.contract.Deviation;
import conformance.contract.RuleCounts;
import conformance.json.Masking;
import conformance.schema.file.SchemaFiles;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The properties marked {@code x-personal}. {@link Masking} shows their values so that a deviation
 * stays visible, but not the personal data.
 *
 * @param names normalized, since servers vary them: lower case, without _ and -
 */
public record PersonalData(Set<String> names) {
  /** A single character of the value, as a reason quotes it after its index. */
  private static final Pattern CHARACTER =
      Pattern.compile("(?<=, )\"(?:(?<digit>\\p{N})|(?<letter>\\p{L})| )\"(?=, )");

  public PersonalData {
    names = names.stream().map(PersonalData::normalized).collect(Collectors.toUnmodifiableSet());
  }

  /** The personal properties in the files whose {@code $id} has the prefix. */
  static PersonalData of(SchemaFiles files, String prefix) {
    var names = new TreeSet<String>();
    files.documents().entrySet().stream()
        .filter(file -> file.getKey().startsWith(prefix))
        .forEach(file -> collect(file.getValue(), names));
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

  /** The union with {@code other}. */
  public PersonalData and(PersonalData other) {
    return new PersonalData(
        Stream.of(names, other.names).flatMap(Set::stream).collect(Collectors.toSet()));
  }

  /** Masks the personal data in the results of a rule. */
  public RuleCounts mask(RuleCounts counts) {
    var personal =
        counts.deviations().stream()
            .anyMatch(deviation -> isPersonalLocation(deviation.location()));
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
    var personal = isPersonalLocation(deviation.location());
    var actual = deviation.actual();
    var bare =
        actual.replaceFirst("^\"", "").replaceFirst("(\"|\\.\\.\\. \\([0-9,]+ characters\\))$", "");
    var reason =
        personal && !masked(actual, true).equals(actual)
            ? CHARACTER
                .matcher(deviation.reason().replace(bare, Masking.of(bare)))
                .replaceAll(PersonalData::kind)
            : deviation.reason();
    return new Deviation(
        deviation.location(),
        deviation.expected(),
        masked(actual, personal),
        masked(reason, personal));
  }

  /** What kind of character it is, since the mask would say another one. */
  private static String kind(MatchResult character) {
    return character.group(1) != null
        ? "a digit"
        : character.group(2) != null ? "a letter" : "a space";
  }

  private String masked(String text, boolean personal) {
    // If the text shows the property's name, only its value is masked.
    var masked = inJson(text);
    return personal && masked.equals(text) ? Masking.inMessage(text, this::isPersonal) : masked;
  }

  private boolean isPersonalLocation(String location) {
    return location.startsWith("/")
        && Stream.of(location.split("/")).anyMatch(step -> names.contains(normalized(step)));
  }

  /** Masks the values of these properties in a JSON text, which may be cut off. */
  public String inJson(String text) {
    return names.isEmpty() ? text : Masking.inJson(text, this::isPersonal);
  }

  private boolean isPersonal(String name) {
    return names.contains(normalized(name));
  }

  private static String normalized(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[-_]", "");
  }
}
