package conformance.http;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a command into words as a shell does (POSIX.1-2017, Shell Command Language, section 2.2),
 * and does nothing else of what a shell would do.
 */
final class CommandWords {
  private static final String FOR_A_SHELL = "|&;<>()`$*?";

  /** What a shell takes for more at the beginning of a word: a home folder, or a comment. */
  private static final String AT_THE_BEGINNING = "~#";

  /** Before what a backslash does not stand for itself between double quotation marks. */
  private static final String ESCAPED = "$`\"\\\n";

  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean inWord;
  private char quote;

  private CommandWords() {}

  /**
   * The words, of which the first is the program.
   *
   * @throws IllegalArgumentException if there is none, or a shell would be needed
   */
  static List<String> of(String text) {
    var split = new CommandWords();
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c == '\\' && split.quote != '\'') {
        check(i + 1 < text.length(), "a character after the last \\");
        if (split.quote == '"' && ESCAPED.indexOf(text.charAt(i + 1)) < 0) {
          split.add(c);
        }
        split.add(text.charAt(++i));
      } else {
        split.accept(c);
      }
    }
    check(split.quote == 0, "a second quotation mark for each");
    split.end();
    check(!split.words.isEmpty() && !split.words.get(0).isEmpty(), "a program and its arguments");
    return List.copyOf(split.words);
  }

  private void accept(char c) {
    if (c == quote) {
      quote = 0;
    } else if (quote == 0 && (c == '\'' || c == '"')) {
      quote = c;
      inWord = true;
    } else if (quote == 0 && Character.isWhitespace(c)) {
      end();
    } else {
      var means = quote == 0 ? FOR_A_SHELL : quote == '"' ? "`$" : "";
      var begins = quote == 0 && !inWord && AT_THE_BEGINNING.indexOf(c) >= 0;
      check(
          means.indexOf(c) < 0 && !begins,
          "a program and its arguments, to be run without a shell: put what needs one (%s) into a script, or the character between '' if it stands for itself"
              .formatted(c));
      add(c);
    }
  }

  private void add(char c) {
    word.append(c);
    inWord = true;
  }

  private void end() {
    if (inWord) {
      words.add(word.toString());
      word.setLength(0);
      inWord = false;
    }
  }

  private static void check(boolean holds, String expected) {
    if (!holds) {
      throw new IllegalArgumentException(expected);
    }
  }
}
