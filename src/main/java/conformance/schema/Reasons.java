package conformance.schema;

import com.networknt.schema.Error;
import conformance.contract.Excerpt;
import conformance.schema.keyword.JsonTypes;
import java.util.Locale;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Words the reason why a value does not meet an assertion. */
final class Reasons {
  private Reasons() {}

  static String of(Error error, JsonNode keywordValue) {
    var value = error.getInstanceNode();
    return switch (error.getKeyword()) {
      case "type" -> "it is %s".formatted(JsonTypes.of(value));
      case "enum", "const" -> notListed(value, keywordValue);
      case "format" -> format(value, keywordValue);
      case "pattern" -> PatternReason.of(keywordValue.asString(), value.asString());
      case "required" -> "the property is missing";
      case "minLength" ->
          value.asString().isEmpty() ? "it is empty" : "it is %d long".formatted(length(value));
      case "maxLength" -> "it is %d long".formatted(length(value));
      case "minimum", "exclusiveMinimum" -> "%s is too small".formatted(Excerpt.value(value));
      case "maximum", "exclusiveMaximum" -> "%s is too large".formatted(Excerpt.value(value));
      case "additionalProperties", "unevaluatedProperties" ->
          "the documentation names no property %s".formatted(Excerpt.text(error.getProperty()));
      case "propertyNames" ->
          "the documentation names no %s".formatted(Excerpt.text(error.getProperty()));
      case "anyOf" ->
          keywordValue.size() == 1
              ? "it has another shape than the documented one"
              : "it is as none of the alternatives describes";
      case "oneOf" -> "it is not as exactly one of the alternatives describes";
      case "not" -> "it is what is excluded";
      case "contains" -> "no item is as one must be";
      default -> Excerpt.cut(Excerpt.visible(error.getMessage()));
    };
  }

  private static String format(JsonNode value, JsonNode format) {
    if (format.asString().equals("date-time")) {
      return DateTimeReason.of(value.asString()).orElseThrow();
    }
    return "it is not in the format %s".formatted(format.asString());
  }

  private static String notListed(JsonNode value, JsonNode keywordValue) {
    var text = value.asString("");
    if (!text.isEmpty() && keywordValue.isArray()) {
      return StreamSupport.stream(keywordValue.spliterator(), false)
          .map(documented -> documented.asString(""))
          .filter(documented -> normalized(documented).equals(normalized(text)))
          .findFirst()
          .map(
              documented -> "it is written differently from %s".formatted(Excerpt.text(documented)))
          .orElse("it is none of the %d documented values".formatted(keywordValue.size()));
    }
    return "it is another value";
  }

  private static String normalized(String text) {
    return text.strip().toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
  }

  private static int length(JsonNode text) {
    return text.asString().codePointCount(0, text.asString().length());
  }
}
