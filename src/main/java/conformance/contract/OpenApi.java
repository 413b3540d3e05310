package conformance.contract;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * Reads the get operations of an openapi.yaml (OpenAPI 3.1: path item, operation, responses).
 *
 * @param document the whole file
 */
record OpenApi(JsonNode document, Path file) {
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  /**
   * The operation of {@code path}.
   *
   * @throws ContractException if it lacks what the suite needs, or requires authentication other
   *     than by bearer token
   */
  Operation operation(String path) {
    var item = document.path("paths").path(path);
    var get = item.path("get");
    var at = "/paths/" + path.replace("~", "~0").replace("/", "~1") + "/get";
    return new Operation(
        text(get, at, "/operationId"),
        text(get, at, "/summary"),
        "GET",
        path,
        item.propertyNames().stream()
            .filter(METHODS::contains)
            .map(method -> method.toUpperCase(Locale.ROOT))
            .collect(Collectors.toSet()),
        secured(get, at),
        parameters(item, get, at),
        response(get, at),
        errors(get, at),
        levels(get, at));
  }

  private Map<String, Level> levels(JsonNode get, String at) {
    var levels = get.path("x-levels");
    if (!levels.isMissingNode() && !levels.isObject()) {
      throw problem(at + "/x-levels", "an object of rules, each with must or should");
    }
    return levels.properties().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                level ->
                    Level.of(level.getValue().asString(""))
                        .orElseThrow(
                            () -> problem(at + "/x-levels/" + level.getKey(), "must or should"))));
  }

  private boolean secured(JsonNode get, String at) {
    var requirements = get.has("security") ? get.path("security") : document.path("security");
    var names =
        StreamSupport.stream(requirements.spliterator(), false)
            .flatMap(requirement -> requirement.propertyNames().stream())
            .toList();
    for (var name : names) {
      var scheme = document.path("components").path("securitySchemes").path(name);
      if (!scheme.path("type").asString("").equals("http")
          || !scheme.path("scheme").asString("").equalsIgnoreCase("bearer")) {
        throw problem(at + "/security", "a scheme of type http and scheme bearer, not " + name);
      }
    }
    return !names.isEmpty();
  }

  private List<PathParameter> parameters(JsonNode item, JsonNode get, String at) {
    var parameters = new ArrayList<PathParameter>();
    for (var list : List.of(item.path("parameters"), get.path("parameters"))) {
      for (var parameter : list) {
        if (parameter.path("in").asString("").equals("path")) {
          parameters.add(
              new PathParameter(
                  text(parameter, at + "/parameters", "/name"),
                  parameter.at("/schema/format").asString(""),
                  example(parameter, at)));
        }
      }
    }
    return parameters;
  }

  private String example(JsonNode parameter, String at) {
    var example = parameter.path("example").asString("");
    if (example.isBlank()) {
      var name = parameter.path("name").asString();
      throw problem(
          at + "/parameters/" + name, "an example: the value that the fixtures answer to");
    }
    return example;
  }

  private DocumentedResponse response(JsonNode get, String at) {
    for (var response : get.path("responses").properties()) {
      var contents = response.getValue().path("content").properties();
      if (response.getKey().matches("2[0-9]{2}") && !contents.isEmpty()) {
        var content = contents.iterator().next();
        var here = at + "/responses/" + response.getKey();
        return new DocumentedResponse(
            Integer.parseInt(response.getKey()),
            content.getKey(),
            schema(content.getValue(), here),
            example(content.getValue()),
            source(response.getValue(), here));
      }
    }
    throw problem(at + "/responses", "a response with a body for one status from 200 to 299");
  }

  private List<DocumentedError> errors(JsonNode get, String at) {
    var errors = new ArrayList<DocumentedError>();
    for (var response : get.path("responses").properties()) {
      var status = response.getKey();
      var contents = response.getValue().path("content").properties();
      if (status.matches("[45](XX|xx|[0-9]{2})|default") && !contents.isEmpty()) {
        var content = contents.iterator().next();
        var here = at + "/responses/" + status;
        errors.add(
            new DocumentedError(
                status,
                content.getKey(),
                schema(content.getValue(), here),
                source(response.getValue(), here)));
      }
    }
    return errors;
  }

  private URI schema(JsonNode content, String at) {
    return URI.create(text(content, at, "/schema/$ref"));
  }

  private Source source(JsonNode response, String at) {
    return SourceScope.unknown()
        .within(response, file + "#" + at)
        .of("")
        .orElseThrow(() -> problem(at, "an x-source"));
  }

  private Optional<Path> example(JsonNode content) {
    return Optional.of(content.at("/examples/documented/externalValue"))
        .filter(JsonNode::isString)
        .map(path -> file.resolveSibling(path.asString()).normalize());
  }

  String text(JsonNode node, String at, String pointer) {
    var value = node.at(pointer);
    if (!value.isValueNode() || value.asString().isBlank()) {
      throw problem(at + pointer, "a text");
    }
    return value.asString();
  }

  ContractException problem(String pointer, String expected) {
    return new ContractException("%s#%s: expected %s".formatted(file, pointer, expected));
  }
}
