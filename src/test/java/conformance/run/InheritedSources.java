package conformance.run;

import conformance.contract.Rule;
import conformance.schema.Schemas;
import conformance.schema.file.SchemaFiles;
import java.nio.file.Path;
import java.util.List;

/** Tells which section rules took whose {@code x-source} stands neither beside nor around them. */
final class InheritedSources {
  private InheritedSources() {}

  /** A line for each such rule. */
  static List<String> of(List<Rule> rules) {
    var files = Schemas.load(Path.of("schemas")).files();
    return rules.stream()
        .filter(rule -> rule.id().contains(".schema.json#"))
        .filter(rule -> !isNear(files, files.base() + rule.id()))
        .map(rule -> "%s: took %s".formatted(rule.id(), rule.source()))
        .toList();
  }

  /** Whether the schema of the keyword has it, or the one that lists it by name. */
  private static boolean isNear(SchemaFiles files, String location) {
    var schema = SchemaFiles.parent(location);
    if (SchemaFiles.keyword(schema).matches("required|x-[a-z]+-by")) {
      schema = SchemaFiles.parent(schema);
    }
    return files.at(schema).has("x-source");
  }
}
