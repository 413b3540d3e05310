package conformance.suite;

import conformance.contract.Excerpt;
import conformance.contract.Exchange;
import conformance.contract.ResponseHead;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** What a kept rule was examined on: the response, and the first values that it is about. */
final class Evidence {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int MAX_VALUES = 3;

  private Evidence() {}

  /** {@code GET http://... was answered with status 200. First values of status: "queued"}. */
  static String of(Exchange exchange, String subject) {
    var values =
        exchange.head().map(head -> head.values(subject)).filter(found -> !found.isEmpty());
    var shown =
        values
            .<Collection<String>>map(found -> found.stream().map(Excerpt::text).toList())
            .orElseGet(() -> inBody(exchange.beginning(), subject));
    return "%s %s was answered with %s%s"
        .formatted(
            exchange.request().method(),
            exchange.url(),
            exchange.head().map(ResponseHead::status).map(it -> "status " + it).orElse("nothing"),
            shown.isEmpty()
                ? ""
                : ". First values of %s: %s".formatted(subject, String.join(", ", shown)));
  }

  /** The first distinct values of a property; the body may be cut off. */
  private static Collection<String> inBody(String body, String property) {
    var values = new LinkedHashSet<String>();
    try (var parser = JSON.createParser(body)) {
      while (values.size() < MAX_VALUES && parser.nextToken() != null) {
        if (parser.currentToken() == JsonToken.PROPERTY_NAME
            && parser.currentName().equals(property)
            && parser.nextToken().isScalarValue()) {
          values.add(value(parser.currentToken(), parser.getString()));
        }
      }
    } catch (JacksonException e) {
      // Only the beginning of a long body is kept, which ends anywhere.
      return List.copyOf(values);
    }
    return values;
  }

  private static String value(JsonToken token, String text) {
    return token == JsonToken.VALUE_STRING ? Excerpt.text(text) : Excerpt.cut(text);
  }
}
