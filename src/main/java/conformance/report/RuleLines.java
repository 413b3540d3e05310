package conformance.report;

import conformance.contract.Contracts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** On which lines rules stand in the files of the contracts, each of which is read once. */
final class RuleLines {
  private static final int UNKNOWN = 1;

  private final Path folder;
  private final Map<String, Places> files = new HashMap<>();

  /**
   * The lines of one file.
   *
   * @param lines by JSON Pointer (RFC 6901)
   * @param operations JSON Pointers by operationId
   */
  private record Places(Map<String, Integer> lines, Map<String, String> operations) {}

  RuleLines(Path folder) {
    this.folder = folder;
  }

  /** The file of a rule, from the root of the repository: {@code schemas/a/b.schema.json}. */
  static String file(String rule) {
    return Contracts.FOLDER + "/" + rule.substring(0, rule.indexOf('#'));
  }

  /** The file that defines a contract. */
  static String openApi(String contract) {
    return Contracts.FOLDER + "/" + contract + "/openapi.yaml";
  }

  /**
   * The line of a rule's keyword, from 1 on; of a rule without one, that of what it is about: the
   * documented response, else the operation.
   */
  int of(String rule) {
    var hash = rule.indexOf('#');
    var places = files.computeIfAbsent(rule.substring(0, hash), this::read);
    for (var at = pointer(places, rule.substring(hash + 1)); !at.isEmpty(); at = parent(at)) {
      if (places.lines().containsKey(at)) {
        return places.lines().get(at);
      }
    }
    return UNKNOWN;
  }

  private static String pointer(Places places, String fragment) {
    if (fragment.startsWith("/")) {
      return fragment;
    }
    var steps = fragment.split("/");
    var operation = places.operations().getOrDefault(steps[0], "");
    var response = operation + "/responses/" + (steps.length > 1 ? steps[1] : "");
    return places.lines().containsKey(response) ? response : operation + "/operationId";
  }

  private static String parent(String pointer) {
    return pointer.substring(0, pointer.lastIndexOf('/'));
  }

  private Places read(String name) {
    var file = folder.resolve(name);
    var places = new Places(new HashMap<>(), new HashMap<>());
    if (!Files.isRegularFile(file)) {
      return places;
    }
    ObjectMapper mapper = name.endsWith(".yaml") ? new YAMLMapper() : new JsonMapper();
    try (var parser = mapper.createParser(file)) {
      while (parser.nextToken() != null) {
        add(parser, places);
      }
    } catch (JacksonException e) {
      throw new IllegalStateException(file + " was readable when the run began", e);
    }
    return places;
  }

  private static void add(JsonParser parser, Places places) {
    var at = parser.streamReadContext().pathAsPointer().toString();
    places.lines().putIfAbsent(at, parser.currentTokenLocation().getLineNr());
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      if (at.endsWith("/operationId")) {
        places.operations().put(parser.getString(), parent(at));
      } else if (parser.streamReadContext().inArray()) {
        // Of required, each name is a rule of its own.
        places
            .lines()
            .put(parent(at) + "/" + parser.getString(), parser.currentTokenLocation().getLineNr());
      }
    }
  }
}
