package conformance.schema.keyword;

import conformance.contract.Excerpt;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a value of an unexpected type looks like, since the mistake behind it is often a known one.
 */
final class Appearance {
  /** The longest text to read as JSON, in characters. */
  private static final int MAX_TEXT = 1_000_000;

  private static final JsonMapper JSON = new JsonMapper();

  private Appearance() {}

  /** A clause about the value, such as {@code its text is a JSON array: it was encoded twice}. */
  static Optional<String> of(JsonNode value) {
    if (value.isString()) {
      return encoded(value.asString());
    }
    if (!value.isObject()) {
      return Optional.empty();
    }
    if (value.path("statusCode").isNumber() && value.has("body")) {
      return Optional.of("with statusCode and body, as a function hands its response to a gateway");
    }
    return value.properties().stream()
        .filter(member -> member.getValue().isArray())
        .map(Map.Entry::getKey)
        .findFirst()
        .map(name -> "whose property %s is an array".formatted(Excerpt.text(name)));
  }

  private static Optional<String> encoded(String text) {
    if (!text.strip().matches("(?s)[\\[{\"].*[\\]}\"]") || text.length() > MAX_TEXT) {
      return Optional.empty();
    }
    try {
      var inner = JSON.readTree(text);
      return Optional.of(
          "its text is a JSON %s: it was encoded twice"
              .formatted(inner.isArray() ? "array" : inner.isObject() ? "object" : "string"));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }
}
