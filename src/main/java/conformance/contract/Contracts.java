package conformance.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads a contract from the openapi.yaml (OpenAPI 3.1) of its folder. */
public final class Contracts {
  /** The folder of all contracts, in the root of the repository. */
  public static final Path FOLDER = Path.of("schemas");

  private static final String FILE = "openapi.yaml";
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private Contracts() {}

  /**
   * Reads the contract named {@code name} below {@code schemas}.
   *
   * @throws ContractException if there is none, or its openapi.yaml lacks what the suite needs
   */
  public static Contract read(Path schemas, String name) {
    var folder = schemas.resolve(name);
    if (!name.matches("[\\w.-]+") || !Files.isRegularFile(folder.resolve(FILE))) {
      throw new ContractException(
          "there is no contract '%s': expected a file %s; contracts found: %s"
              .formatted(name, folder.resolve(FILE), String.join(", ", names(schemas))));
    }
    return read(name, parse(folder.resolve(FILE)), folder.resolve(FILE));
  }

  /**
   * What the documentation promises and no rule can test: {@code x-untested} in the openapi.yaml.
   *
   * @throws ContractException if there is no such contract, or an entry lacks something
   */
  public static List<UntestedPromise> untested(Path schemas, String name) {
    read(schemas, name);
    var file = schemas.resolve(name).resolve(FILE);
    var openApi = new OpenApi(parse(file), file);
    var entries = openApi.document().path("x-untested");
    return IntStream.range(0, entries.size())
        .mapToObj(i -> openApi.untested(entries.get(i), "/x-untested/" + i))
        .toList();
  }

  /** The names of the contracts below {@code schemas}, sorted. */
  public static List<String> names(Path schemas) {
    try (var folders = Files.list(schemas)) {
      return folders
          .filter(folder -> Files.isRegularFile(folder.resolve(FILE)))
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new ContractException("cannot list the folder of contracts " + schemas, e);
    }
  }

  private static Contract read(String name, JsonNode document, Path file) {
    var openApi = new OpenApi(document, file);
    if (!document.path("paths").isObject()) {
      throw openApi.problem("/paths", "an object");
    }
    var operations =
        document.path("paths").properties().stream()
            .filter(path -> path.getValue().path("get").isObject())
            .map(path -> openApi.operation(path.getKey()))
            .toList();
    if (operations.isEmpty()) {
      throw openApi.problem("/paths", "at least one path with a get operation");
    }
    if (operations.stream().flatMap(it -> it.security().stream()).distinct().count() > 1) {
      throw openApi.problem(
          "/paths", "one security scheme for all operations, since there is one TARGET_TOKEN");
    }
    return new Contract(
        name,
        openApi.text(document, "", "/info/title"),
        openApi.text(document, "", "/info/version"),
        operations);
  }

  private static JsonNode parse(Path file) {
    try {
      return YAML.readTree(file.toFile());
    } catch (JacksonException e) {
      throw new ContractException(file + " is not readable YAML: " + e.getOriginalMessage(), e);
    }
  }
}
