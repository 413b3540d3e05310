package conformance.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads a contract from the openapi.yaml (OpenAPI 3.1) of its folder. */
public final class Contracts {
  private static final String FILE = "openapi.yaml";
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final Path folder;

  private Contracts(Path folder) {
    this.folder = folder;
  }

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
    return new Contracts(folder).read(name);
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

  private Contract read(String name) {
    var document = parse();
    var operations = new ArrayList<Operation>();
    for (var path : object(document, "/paths").properties()) {
      if (path.getValue().path("get").isObject()) {
        operations.add(new OpenApiOperation(document, folder, FILE).read(path.getKey()));
      }
    }
    if (operations.isEmpty()) {
      throw problem("/paths", "at least one path with a get operation");
    }
    return new Contract(
        name, text(document, "/info/title"), text(document, "/info/version"), operations);
  }

  private JsonNode parse() {
    try {
      return YAML.readTree(folder.resolve(FILE).toFile());
    } catch (JacksonException e) {
      throw new ContractException(
          folder.resolve(FILE) + " is not readable YAML: " + e.getOriginalMessage(), e);
    }
  }

  private JsonNode object(JsonNode document, String pointer) {
    var node = document.at(pointer);
    if (!node.isObject()) {
      throw problem(pointer, "an object");
    }
    return node;
  }

  private String text(JsonNode document, String pointer) {
    var value = document.at(pointer);
    if (!value.isValueNode() || value.asString().isBlank()) {
      throw problem(pointer, "a text");
    }
    return value.asString();
  }

  private ContractException problem(String pointer, String expected) {
    return new ContractException(
        "%s#%s: expected %s".formatted(folder.resolve(FILE), pointer, expected));
  }
}
