package conformance.protocol;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds internals of the server that a response exposes (CWE-209). The patterns match only what no
 * message to a client needs, so that plain English passes.
 *
 * @param what the kind of internals
 * @param text the text that exposes them
 */
record InternalsLeak(String what, String text) {

  private record Signature(String what, Pattern pattern) {
    Signature(String what, String pattern) {
      this(what, Pattern.compile(pattern));
    }
  }

  /** Links are ignored, since they may look like file paths. */
  private static final Pattern LINK = Pattern.compile("https?://[^\\s\"'<>]++");

  private static final List<Signature> SIGNATURES =
      List.of(
          new Signature("a stack trace", "Traceback \\(most recent call last\\)"),
          new Signature("a stack trace", "File \\\\?\"[^\"\\n]{1,200}\\\\?\", line \\d+"),
          new Signature(
              "a stack trace", "\\bat [\\w.$<>/]{1,200}\\([\\w$]{1,100}\\.\\w{1,10}:\\d+\\)"),
          new Signature("a stack trace", "\\bat [^\\s(]{1,200} \\([^\\s()]{1,200}:\\d+:\\d+\\)"),
          new Signature(
              "a stack trace",
              "\\bat [\\w.`<>]{1,200}\\([^)\\n]{0,200}\\) in [^\\n]{1,200}:line \\d+"),
          new Signature("a stack trace", "\\bgoroutine \\d+ \\["),
          new Signature("a stack trace", "#\\d+ /[^\\s(]{1,200}\\(\\d+\\)"),
          new Signature(
              "an exception's class",
              "\\b(?:[a-z][\\w]{0,50}\\.){2,10}[A-Z]\\w{0,80}(?:Exception|Error)\\b"),
          new Signature(
              "a file path",
              "(?<![\\w/.])/(?:home/[\\w.@-]{1,100}|root|usr|var|opt|etc|srv|proc|tmp)/[\\w.@-]{1,100}"),
          new Signature(
              "a file path",
              "(?<![\\w.])/(?:[\\w.@-]{1,100}/){1,20}[\\w.@-]{1,100}\\.(?:py|js|ts|java|go|rb|php|cs|rs|kt|scala|exs?)\\b"),
          new Signature(
              "a file path", "\\b[A-Z]:\\\\{1,2}(?:[\\w .-]{1,100}\\\\{1,2}){1,20}[\\w.-]{1,100}"),
          new Signature("SQL", "\\bSELECT\\b[^;]{1,500}?\\bFROM\\b"),
          new Signature("SQL", "\\b(?:INSERT INTO|DELETE FROM|UPDATE \\w{1,100} SET)\\b"),
          new Signature("a database's message", "\\bSQLSTATE\\b|\\bORA-\\d{5}\\b|\\bSQLITE_\\w+"),
          new Signature(
              "a database's message", "(?i)syntax error at or near|error in your SQL syntax"),
          new Signature("a database's message", "\\b(?:psycopg2?|sqlalchemy|pymysql|mysqli)\\b"));

  /** The first leak found in a body. */
  static Optional<InternalsLeak> of(String body) {
    var json = body.stripLeading().matches("(?s)[{\\[\"].*");
    var text =
        LINK.matcher(json ? JsonEscapes.resolved(body, (escape, character) -> true) : body)
            .replaceAll("");
    return SIGNATURES.stream().flatMap(signature -> found(signature, text).stream()).findFirst();
  }

  private static Optional<InternalsLeak> found(Signature signature, String text) {
    var match = signature.pattern().matcher(text);
    return match.find()
        ? Optional.of(new InternalsLeak(signature.what(), match.group()))
        : Optional.empty();
  }
}
