package conformance.contract;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A method and a path template (OpenAPI: operation object).
 *
 * @param id {@code operationId}
 * @param name {@code summary}, as people call it: {@code list batches}
 * @param method HTTP method in capitals
 * @param path path template, such as {@code /batches/{agent_id}/all}
 * @param methods every method that the documentation gives for this path, in capitals
 * @param secured whether a bearer token is asked for (RFC 6750)
 * @param parameters its path parameters
 * @param response what a request that succeeds is answered with
 * @param errors what a request that fails is answered with
 * @param levels levels that the contract gives to rules on probes, by the end of the rule's id:
 *     {@code security/token-in-query}
 */
public record Operation(
    String id,
    String name,
    String method,
    String path,
    Set<String> methods,
    boolean secured,
    List<PathParameter> parameters,
    DocumentedResponse response,
    List<DocumentedError> errors,
    Map<String, Level> levels) {

  public Operation {
    methods = Set.copyOf(methods);
    parameters = List.copyOf(parameters);
    errors = List.copyOf(errors);
    levels = Map.copyOf(levels);
  }

  /** The path with {@code values} filled in, percent-encoded (RFC 3986, section 2.1). */
  public String path(Map<String, String> values) {
    var filled = path;
    for (var parameter : parameters) {
      filled = filled.replace("{" + parameter.name() + "}", encoded(values.get(parameter.name())));
    }
    return filled;
  }

  /** What the documentation gives for an answer with this status, if it is an error. */
  public Optional<DocumentedError> error(int status) {
    return errors.stream()
        .filter(it -> status >= 400 && it.closeness(status) > 0)
        .max(Comparator.comparingInt(it -> it.closeness(status)));
  }

  /** Dots too: a segment of nothing but dots would be taken out on the way (section 5.2.4). */
  private static String encoded(String value) {
    var encoded = URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    return encoded.matches("\\.+") ? encoded.replace(".", "%2E") : encoded;
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
