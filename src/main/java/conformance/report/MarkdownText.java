package conformance.report;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text of a server in GitHub Flavored Markdown, readable as it stands: escaped is only what would
 * become markup at its place.
 */
final class MarkdownText {
  private static final Pattern LINE_BREAKS = Pattern.compile("[\\r\\n]+");

  /** An entity would be resolved; other ampersands stand for themselves. */
  private static final Pattern ENTITY = Pattern.compile("&(?=[#\\p{Alnum}])");

  /** Code, emphasis, links, cells; what is within a word, such as agent_id, is no emphasis. */
  private static final Pattern MARKUP =
      Pattern.compile("[\\\\`*\\[\\]~|]|(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])");

  /** Extended autolinks (GFM, section 6.9). */
  private static final Pattern LINK = Pattern.compile("(?i)\\b(https?|ftp|mailto|xmpp):|\\bwww\\.");

  /** GitHub looks for mentions and references after it has resolved the escapes. */
  private static final Pattern REFERENCE = Pattern.compile("@|#(?=\\p{Alnum})");

  /** Headings, quotes, lists and underlines of headings at the beginning of a line. */
  private static final Pattern BLOCK =
      Pattern.compile("^(?:([#>+=-])|(\\p{Nd}{1,9})(?=[.)](?:\\s|$)))");

  private MarkdownText() {}

  /** For a place within a line, such as a cell of a table. */
  static String inline(String text) {
    var line = LINE_BREAKS.matcher(text).replaceAll(" ");
    line = MARKUP.matcher(line).replaceAll("\\\\$0");
    line = ENTITY.matcher(line).replaceAll("&amp;");
    line =
        LINK.matcher(line)
            .replaceAll(found -> Matcher.quoteReplacement(withoutLink(found.group())));
    line = line.replace("<", "&lt;").replace(">", "&gt;");
    line = REFERENCE.matcher(line).replaceAll("$0&#8203;");
    // Only a pair of dollars makes a formula.
    return line.indexOf('$') < line.lastIndexOf('$') ? line.replace("$", "&#36;") : line;
  }

  /** {@code https\:}: a link is looked for before the escape is resolved. */
  private static String withoutLink(String scheme) {
    return scheme.substring(0, scheme.length() - 1) + "\\" + scheme.charAt(scheme.length() - 1);
  }

  /** For the beginning of a line. */
  static String line(String text) {
    var line = inline(text).strip();
    return BLOCK
        .matcher(line)
        .replaceFirst(
            found ->
                Matcher.quoteReplacement(
                    found.group(1) == null ? found.group(2) + "\\" : "\\" + found.group(1)));
  }
}
