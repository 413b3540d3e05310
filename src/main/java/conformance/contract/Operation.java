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
 * @param name {@code summary}: {@code list batches}
 * @param method HTTP method in capitals
 * @param path path template, such as {@code /batches/{agent_id}/all}
 * @param methods every method documented for this path, in capitals
 * @param security how a request must say who asks; empty if it need not
 * @param parameters its path parameters
 * @param response the documented response to a successful request
 * @param errors the documented error responses
 * @param levels levels that the contract gives to rules on probes, by the end of the rule's id:
 *     {@code security/token-in-query}
 */
public record Operation(
    String id,
    String name,
    String method,
    String path,
    Set<String> methods,
    Optional<SecurityScheme> security,
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

  /** How a request says who asks: by the bearer token where nothing is demanded. */
  public SecurityScheme scheme() {
    return security.orElse(SecurityScheme.BEARER);
  }

  /** The path with {@code values} filled in, percent-encoded (RFC 3986, section 2.1). */
  public String path(Map<String, String> values) {
    var filled = path;
    for (var parameter : parameters) {
      filled = filled.replace("{" + parameter.name() + "}", encoded(values.get(parameter.name())));
    }
    return filled;
  }

  /** The documented response for a status; empty if it is no error. */
  public Optional<DocumentedError> error(int status) {
    return errors.stream()
        .filter(error -> status >= 400 && error.specificity(status) > 0)
        .max(Comparator.comparingInt(error -> error.specificity(status)));
  }

  /** Encodes dot segments too, since clients and servers would remove them (section 5.2.4). */
  private static String encoded(String value) {
    var encoded = URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    return encoded.matches("\\.+") ? encoded.replace(".", "%2E") : encoded;
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
