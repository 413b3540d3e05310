package conformance.contract;

import java.net.URI;

/**
 * A documented error response.
 *
 * @param status status code, a range such as {@code 4XX}, or {@code default} (OpenAPI: responses)
 * @param mediaType media type of the body
 * @param schema reference of the body's schema, resolved against the folder of the contract
 * @param source section of the documentation
 */
public record DocumentedError(String status, String mediaType, URI schema, Source source) {

  /** How specific this response is to {@code code}: 3 for the code itself, 0 for no match. */
  int specificity(int code) {
    if (status.equals("default")) {
      return 1;
    }
    if (status.equalsIgnoreCase(code / 100 + "XX")) {
      return 2;
    }
    return status.equals("" + code) ? 3 : 0;
  }
}
