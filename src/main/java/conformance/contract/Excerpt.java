package conformance.contract;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Formats values from a server for readers: truncated, with unusual characters visible. */
public final class Excerpt {
  /** Maximum length in characters. */
  public static final int LENGTH = 160;

  private static final int MAX_NODES = 50;

  private static final Pattern CUT = Pattern.compile("(?s)(.*)\\.\\.\\. \\([^()]+ characters\\)");

  /** Controls, unassigned and private characters, unpaired surrogates, and spaces but U+0020. */
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{C}\\p{Z}&&[^ ]]");

  private Excerpt() {}

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
    return visible(cut(value.toString()));
  }

  /** The text as a JSON string. */
  public static String text(String text) {
    var kept = beginning(text);
    var json = visible(JsonNodeFactory.instance.stringNode(kept).toString());
    return text.length() > LENGTH
        ? "%s... (%,d characters)".formatted(json.substring(0, json.length() - 1), text.length())
        : json;
  }

  /**
   * The text without commands: some CI systems carry out {@code ##vso[...]} or {@code ##[...]} that
   * they find in the output.
   */
  public static String withoutCommands(String text) {
    return text.replaceAll("##(?=\\[|vso|teamcity)", "# #");
  }

  /** The text; if it is long, truncated and followed by its full length. */
  public static String cut(String text) {
    return text.length() > LENGTH
        ? "%s... (%,d characters)".formatted(beginning(text), text.length())
        : text;
  }

  /** What {@link #cut} kept of a text; empty if the text does not look cut. */
  public static Optional<String> beginningOfCut(String text) {
    return Optional.of(CUT.matcher(text)).filter(Matcher::matches).map(cut -> cut.group(1));
  }

  private static String beginning(String text) {
    if (text.length() <= LENGTH) {
      return text;
    }
    var pair = Character.isSurrogatePair(text.charAt(LENGTH - 1), text.charAt(LENGTH));
    return text.substring(0, pair ? LENGTH - 1 : LENGTH);
  }

  /** The text with invisible characters written as {@code \}{@code uXXXX}. */
  public static String visible(String text) {
    return INVISIBLE.matcher(text).replaceAll(found -> escaped(found.group()));
  }

  private static String escaped(String character) {
    return character
        .chars()
        .mapToObj(unit -> "\\\\u%04X".formatted(unit))
        .collect(Collectors.joining());
  }
}
