package conformance.json;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The result of reading a JSON text to its end.
 *
 * @param value empty if the reader had to stop
 * @param jsonErrors the errors reported, in order
 */
record Reading(Optional<JsonNode> value, List<JsonError> jsonErrors) {

  static Reading of(String text) throws IOException {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  static Reading of(byte[] text) throws IOException {
    return of(new ByteArrayInputStream(text));
  }

  static Reading of(InputStream text) throws IOException {
    var jsonErrors = new ArrayList<JsonError>();
    try (var reader = new JsonReader(text, jsonErrors::add)) {
      var value = reader.value();
      reader.end();
      return new Reading(Optional.of(value), jsonErrors);
    } catch (UnreadableException e) {
      return new Reading(Optional.empty(), jsonErrors);
    }
  }

  /** The errors in short form: {@code DUPLICATE_NAME /0/a}. */
  List<String> places() {
    return jsonErrors.stream()
        .map(jsonError -> jsonError.kind() + " " + jsonError.location())
        .toList();
  }
}
