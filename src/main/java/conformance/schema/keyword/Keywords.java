package conformance.schema.keyword;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;

import conformance.contract.ContractException;
import conformance.schema.file.SchemaFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;
import tools.jackson.databind.JsonNode;

/** Which keywords there are, and those that are no assertions. */
public final class Keywords {
  /** Describe the schema or another keyword, and assert nothing by themselves. */
  public static final Set<String> METADATA =
      Set.of(
          "$schema",
          "$id",
          "$defs",
          "$anchor",
          "$dynamicAnchor",
          "$comment",
          "title",
          "description",
          "examples",
          "default",
          "deprecated",
          "readOnly",
          "writeOnly",
          "minContains",
          "maxContains",
          "x-personal",
          "x-source",
          "x-category",
          "x-expected");

  /** All of them. */
  static final Set<String> ALL =
      Stream.of(METADATA, Applicator.ALL.keySet(), Assertions.ALL.keySet())
          .flatMap(Set::stream)
          .filter(keyword -> !keyword.equals("false"))
          .collect(Collectors.toUnmodifiableSet());

  /** More edits make another word: contentEncoding is no misspelt contains. */
  private static final int MAX_DISTANCE = 3;

  private Keywords() {}

  /**
   * Looks for what is no keyword in every schema of the files, wherever it stands.
   *
   * @throws ContractException with every such place
   */
  public static void check(SchemaFiles files) {
    var problems = new ArrayList<String>();
    files.documents().forEach((id, schema) -> check(files, id, schema, problems));
    if (!problems.isEmpty()) {
      throw new ContractException(String.join("\n", problems));
    }
  }

  private static void check(
      SchemaFiles files, String location, JsonNode schema, List<String> problems) {
    for (var keyword : schema.properties()) {
      var at = SchemaFiles.below(location, SchemaFiles.escape(keyword.getKey()));
      if (!ALL.contains(keyword.getKey())) {
        problems.add("%s: %s".formatted(files.address(at), problem(keyword.getKey())));
      }
      var applicator = Applicator.ALL.get(keyword.getKey());
      if (keyword.getKey().equals("$defs")) {
        members(files, at, keyword.getValue(), problems);
      } else if (applicator != null) {
        switch (applicator.shape()) {
          case ONE -> check(files, at, keyword.getValue(), problems);
          case LIST -> items(files, at, keyword.getValue(), problems);
          case MAP -> members(files, at, keyword.getValue(), problems);
          case REFERENCE -> {
            // What it refers to stands in one of the files, too.
          }
        }
      }
    }
  }

  private static void members(SchemaFiles files, String at, JsonNode map, List<String> problems) {
    for (var member : map.properties()) {
      var location = at + "/" + SchemaFiles.escape(member.getKey());
      check(files, location, member.getValue(), problems);
    }
  }

  private static void items(SchemaFiles files, String at, JsonNode list, List<String> problems) {
    for (var i = 0; i < list.size(); i++) {
      check(files, at + "/" + i, list.get(i), problems);
    }
  }

  private static String problem(String keyword) {
    var distance = LevenshteinDistance.getDefaultInstance();
    return ALL.stream()
        .filter(known -> distance.apply(known, keyword) <= MAX_DISTANCE)
        .min(
            comparing((String known) -> distance.apply(known, keyword))
                .thenComparing(naturalOrder()))
        .map(known -> "%s is not a keyword, did you mean %s?".formatted(keyword, known))
        .orElseGet(
            () ->
                keyword + " is not a keyword that the suite judges: schemas/README.md lists them");
  }
}
