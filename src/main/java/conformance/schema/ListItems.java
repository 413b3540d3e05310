package conformance.schema;

import conformance.json.JsonReader;
import conformance.json.UnreadableException;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** The items of a list that is read without being judged. */
public final class ListItems {
  private ListItems() {}

  /**
   * Passes on each item of a list, or the one value that the body is, up to where it is no JSON.
   *
   * @throws IOException if the stream breaks off
   */
  public static void read(InputStream body, Consumer<JsonNode> items) throws IOException {
    try (var reader = new JsonReader(body, error -> {})) {
      if (!reader.atArray()) {
        items.accept(reader.value());
        return;
      }
      while (reader.nextItem()) {
        items.accept(reader.value());
      }
    } catch (UnreadableException e) {
      // What is wrong with the body is found by the ordinary reads.
    }
  }
}
