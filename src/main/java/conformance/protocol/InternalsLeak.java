package conformance.protocol;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds what an error tells of the server's inside: CWE-209. It looks for what no message to a
 * client has a use for, so that words in plain English pass.
 *
 * @param what what was found
 * @param text the text that shows it
 */
record InternalsLeak(String what, String text) {

  private record Sign(String what, Pattern pattern) {
    Sign(String what, String pattern) {
      this(what, Pattern.compile(pattern));
    }
  }

  /** Links may look like paths. */
  private static final Pattern LINK = Pattern.compile("https?://[^\\s\"'<>]++");

  private static final List<Sign> SIGNS =
      List.of(
          new Sign("a stack trace", "Traceback \\(most recent call last\\)"),
          new Sign("a stack trace", "File \\\\?\"[^\"\\n]{1,200}\\\\?\", line \\d+"),
          new Sign("a stack trace", "\\bat [\\w.$<>/]{1,200}\\([\\w$]{1,100}\\.\\w{1,10}:\\d+\\)"),
          new Sign("a stack trace", "\\bat [^\\s(]{1,200} \\([^\\s()]{1,200}:\\d+:\\d+\\)"),
          new Sign(
              "a stack trace",
              "\\bat [\\w.`<>]{1,200}\\([^)\\n]{0,200}\\) in [^\\n]{1,200}:line \\d+"),
          new Sign("a stack trace", "\\bgoroutine \\d+ \\["),
          new Sign("a stack trace", "#\\d+ /[^\\s(]{1,200}\\(\\d+\\)"),
          new Sign(
              "an exception's class",
              "\\b(?:[a-z][\\w]{0,50}\\.){2,10}[A-Z]\\w{0,80}(?:Exception|Error)\\b"),
          new Sign(
              "a file path",
              "(?<![\\w/.])/(?:home/[\\w.@-]{1,100}|root|usr|var|opt|etc|srv|proc|tmp)/[\\w.@-]{1,100}"),
          new Sign(
              "a file path",
              "(?<![\\w.])/(?:[\\w.@-]{1,100}/){1,20}[\\w.@-]{1,100}\\.(?:py|js|ts|java|go|rb|php|cs|rs|kt|scala|exs?)\\b"),
          new Sign(
              "a file path", "\\b[A-Z]:\\\\{1,2}(?:[\\w .-]{1,100}\\\\{1,2}){1,20}[\\w.-]{1,100}"),
          new Sign("SQL", "\\bSELECT\\b[^;]{1,500}?\\bFROM\\b"),
          new Sign("SQL", "\\b(?:INSERT INTO|DELETE FROM|UPDATE \\w{1,100} SET)\\b"),
          new Sign("a database's message", "\\bSQLSTATE\\b|\\bORA-\\d{5}\\b|\\bSQLITE_\\w+"),
          new Sign("a database's message", "(?i)syntax error at or near|error in your SQL syntax"),
          new Sign("a database's message", "\\b(?:psycopg2?|sqlalchemy|pymysql|mysqli)\\b"));

  /** The first sign of the inside in a body. */
  static Optional<InternalsLeak> of(String body) {
    var json = body.stripLeading().matches("(?s)[{\\[\"].*");
    var text =
        LINK.matcher(json ? JsonEscapes.resolved(body, (escape, character) -> true) : body)
            .replaceAll("");
    return SIGNS.stream().flatMap(sign -> found(sign, text).stream()).findFirst();
  }

  private static Optional<InternalsLeak> found(Sign sign, String text) {
    var match = sign.pattern().matcher(text);
    return match.find()
        ? Optional.of(new InternalsLeak(sign.what(), match.group()))
        : Optional.empty();
  }
}
