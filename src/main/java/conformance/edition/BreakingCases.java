package conformance.edition;

import conformance.contract.ContractException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Finds for each rule the case of the fixtures that breaks it, with the fewest other rules. */
public final class BreakingCases {
  // Stubs are JSON, which YAML includes.
  private static final YAMLMapper YAML = new YAMLMapper();

  /** A case with the rules that it declares to break. */
  private record Declaring(String name, List<String> rules) {}

  private BreakingCases() {}

  /**
   * The names of cases by the address of the rule within the contract's folder.
   *
   * @param fixtures folder with {@code cases} and {@code stubs}
   * @throws ContractException if a file of them cannot be read
   */
  public static Map<String, String> of(Path fixtures, String contract) {
    var byRule = new HashMap<String, String>();
    Stream.of("cases/" + contract, "cases/shared", "stubs/" + contract)
        .flatMap(folder -> files(fixtures.resolve(folder)).stream())
        .flatMap(file -> declaring(file).stream())
        .sorted(
            Comparator.comparingInt((Declaring it) -> it.rules().size())
                .thenComparing(Declaring::name))
        .forEach(it -> it.rules().forEach(rule -> byRule.putIfAbsent(rule, it.name())));
    return byRule;
  }

  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().matches(".*\\.(yaml|json)")).sorted().toList();
    } catch (IOException e) {
      throw new ContractException("cannot list the fixtures in " + folder, e);
    }
  }

  private static List<Declaring> declaring(Path file) {
    var all = new ArrayList<Declaring>();
    var ofFile = file.getFileName().toString().replaceFirst("\\.json$", "");
    for (var text : read(file).findParents("deviations")) {
      var rules = List.copyOf(text.path("deviations").propertyNames());
      all.add(new Declaring(text.path("name").asString(ofFile), rules));
    }
    return all;
  }

  private static JsonNode read(Path file) {
    try {
      return YAML.readTree(file.toFile());
    } catch (JacksonException e) {
      throw new ContractException(file + " is not readable: " + e.getOriginalMessage(), e);
    }
  }
}
