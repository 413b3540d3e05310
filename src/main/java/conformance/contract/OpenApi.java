package conformance.contract;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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

  private static final String SCHEMES = "/components/securitySchemes/";

  /**
   * The operation of {@code path}.
   *
   * @throws ContractException if it lacks what the suite needs, or requires authentication in a
   *     form that cannot be sent
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
        security(get, at),
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

  /** The one scheme of all alternatives, since there is one secret. */
  private Optional<SecurityScheme> security(JsonNode get, String at) {
    var requirements = get.has("security") ? get.path("security") : document.path("security");
    var schemes =
        StreamSupport.stream(requirements.spliterator(), false)
            .flatMap(requirement -> requirement.propertyNames().stream())
            .distinct()
            .collect(Collectors.toMap(name -> name, this::scheme));
    var distinct = schemes.values().stream().flatMap(Optional::stream).distinct().toList();
    if (distinct.size() > 1) {
      throw problem(
          at + "/security",
          "one scheme, since there is one TARGET_TOKEN, not "
              + String.join(" and ", new TreeSet<>(schemes.keySet())));
    }
    return distinct.stream().findFirst();
  }

  /** The scheme called {@code name}; empty if it is a client certificate's, which TLS sends. */
  private Optional<SecurityScheme> scheme(String name) {
    var scheme = document.path("components").path("securitySchemes").path(name);
    var type = scheme.path("type").asString("");
    var of = "http".equals(type) ? "scheme" : "in";
    return switch ((type + " " + scheme.path(of).asString("")).strip().toLowerCase(Locale.ROOT)) {
      case "http bearer", "oauth2", "openidconnect" -> Optional.of(SecurityScheme.BEARER);
      case "http basic" -> Optional.of(SecurityScheme.BASIC);
      case "apikey header" -> Optional.of(SecurityScheme.apiKey(fieldName(scheme, name)));
      case "mutualtls" -> Optional.empty();
      default ->
          throw problem(
              SCHEMES + name,
              "a scheme that can be sent: of type http with scheme bearer or basic, apiKey in header,"
                  + " oauth2, openIdConnect or mutualTLS");
    };
  }

  private String fieldName(JsonNode scheme, String name) {
    var field = text(scheme, SCHEMES + name, "/name");
    if (!field.matches("[!#$%&'*+.^_`|~\\w-]+")) { // RFC 9110, section 5.6.2
      throw problem(SCHEMES + name + "/name", "the name of a header field");
    }
    return field;
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
                  example(parameter, at),
                  parameter.path("x-other-example").stringValueOpt()));
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

  UntestedPromise untested(JsonNode entry, String at) {
    return new UntestedPromise(
        text(entry, at, "/promise"), text(entry, at, "/section"), text(entry, at, "/reason"));
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
