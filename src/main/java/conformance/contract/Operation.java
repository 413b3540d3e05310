package conformance.contract;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * A method and a path template (OpenAPI: operation object).
 *
 * @param id {@code operationId}
 * @param name {@code summary}, as people call it: {@code list batches}
 * @param method HTTP method in capitals
 * @param path path template, such as {@code /batches/{agent_id}/all}
 * @param parameters its path parameters
 * @param response what a request that succeeds is answered with
 */
public record Operation(
    String id,
    String name,
    String method,
    String path,
    List<PathParameter> parameters,
    DocumentedResponse response) {

  public Operation {
    parameters = List.copyOf(parameters);
  }

  /** The path with {@code values} filled in, percent-encoded (RFC 3986, section 2.1). */
  public String path(Map<String, String> values) {
    var filled = path;
    for (var parameter : parameters) {
      var encoded =
          URLEncoder.encode(values.get(parameter.name()), StandardCharsets.UTF_8)
              .replace("+", "%20");
      filled = filled.replace("{" + parameter.name() + "}", encoded);
    }
    return filled;
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
