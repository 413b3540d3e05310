package conformance.json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * How values that a server sent are shown to people: cut to a length, unusual characters visible.
 */
public final class Shown {
  /** Longer values are cut, in characters. */
  public static final int LENGTH = 160;

  private static final int MAX_NODES = 50;

  private Shown() {}

  /** The value as JSON, so that {@code "7"} and {@code 7} look different. */
  public static String value(JsonNode value) {
    if (value.isString()) {
      return text(value.asString());
    }
    if (value.isObject() && value.size() > MAX_NODES
        || value.isArray() && value.size() > MAX_NODES) {
      return "%s of %,d members"
          .formatted(value.isObject() ? "an object" : "an array", value.size());
    }
    return cut(visible(value.toString()));
  }

  /** The text as a JSON string. */
  public static String text(String text) {
    var kept = text.length() > LENGTH ? text.substring(0, LENGTH) : text;
    var json = visible(JsonNodeFactory.instance.stringNode(kept).toString());
    return text.length() > LENGTH
        ? "%s... (%,d characters)".formatted(json.substring(0, json.length() - 1), text.length())
        : json;
  }

  /** The text, cut if it is long, with its full length. */
  public static String cut(String text) {
    return text.length() > LENGTH
        ? "%s... (%,d characters)".formatted(text.substring(0, LENGTH), text.length())
        : text;
  }

  /**
   * The text with every character that a reader could not see written as {@code \}{@code uXXXX}.
   */
  public static String visible(String text) {
    if (text.chars().noneMatch(Shown::invisible)) {
      return text;
    }
    var visible = new StringBuilder();
    text.chars()
        .forEach(
            c -> {
              if (invisible(c)) {
                visible.append("\\u%04X".formatted(c));
              } else {
                visible.append((char) c);
              }
            });
    return visible.toString();
  }

  private static boolean invisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          true;
      case Character.SPACE_SEPARATOR -> c != ' ';
      default -> false;
    };
  }
}
