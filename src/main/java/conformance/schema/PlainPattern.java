package conformance.schema;

import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern that is no more than a row of characters and classes of characters, each so and so
 * often: those of identifiers and numbers mostly are. A text is held against it in one pass.
 *
 * <p>It proves that a text matches. What it does not prove is for {@link BoundedPattern} to judge.
 *
 * @param rows one after the other may match, each alone
 */
record PlainPattern(Row[] rows) {
  private static final String CLASS = "\\[\\^?(?:[^\\[\\]\\\\&]|\\\\[^a-zA-Z0-9])+\\]";
  private static final Pattern PART =
      Pattern.compile(
          "(?<unit>[^\\\\^$.|?*+()\\[\\]{}]|\\\\[^a-zA-Z0-9]|"
              + CLASS
              + ")(?:(?<sign>[*+?])|\\{(?<least>[0-9]{1,4})(?<range>,(?<most>[0-9]{1,4})?)?\\})?");
  private static final Pattern ROW =
      Pattern.compile(
          "(?<start>\\^)?(?<parts>(?:"
              + PART.pattern().replaceAll("\\?<[a-z]+>", "?:")
              + ")+)(?<end>\\$)?");
  private static final int ASCII = 128;

  /**
   * The pattern, if it is one of these.
   *
   * @param regex of ECMA-262
   */
  static Optional<PlainPattern> of(String regex) {
    var rows = new ArrayList<Row>();
    var row = ROW.matcher(regex);
    var start = 0;
    while (row.region(start, regex.length()).lookingAt()) {
      rows.add(Row.of(row));
      start = row.end() + 1;
      if (row.end() == regex.length()) {
        return Optional.of(new PlainPattern(rows.toArray(Row[]::new)));
      }
      if (regex.charAt(row.end()) != '|') {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Whether the text certainly matches. */
  boolean matches(String text) {
    for (var row : rows) {
      if (row.matches(text)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Parts one after the other.
   *
   * @param least the length of the shortest match
   */
  private record Row(boolean fromStart, Part[] parts, boolean toEnd, int least) {
    static Row of(Matcher row) {
      var parts = new ArrayList<Part>();
      var part = PART.matcher(row.group("parts"));
      while (part.find()) {
        parts.add(Part.of(part));
      }
      return new Row(
          row.group("start") != null,
          parts.toArray(Part[]::new),
          row.group("end") != null,
          parts.stream().mapToInt(Part::least).sum());
    }

    boolean matches(String text) {
      var at = fromStart ? 0 : text.length() - least;
      for (var part : parts) {
        at = part.after(text, at);
        if (at < 0) {
          return false;
        }
      }
      return !toEnd || at == text.length();
    }
  }

  /** A character or class: which characters of ASCII it is, and how often it stands. */
  private record Part(boolean[] unit, int least, int most) {
    static Part of(Matcher part) {
      var unit = new boolean[ASCII];
      var pattern = Pattern.compile(part.group("unit"));
      for (var c = 0; c < ASCII; c++) {
        unit[c] = pattern.matcher(Character.toString(c)).matches();
      }
      var sign = part.group("sign");
      if (sign != null) {
        return new Part(unit, sign.equals("+") ? 1 : 0, sign.equals("?") ? 1 : Integer.MAX_VALUE);
      }
      if (part.group("least") == null) {
        return new Part(unit, 1, 1);
      }
      var least = Integer.parseInt(part.group("least"));
      var most = part.group("most");
      return new Part(
          unit,
          least,
          most != null
              ? Integer.parseInt(most)
              : part.group("range") != null ? Integer.MAX_VALUE : least);
    }

    /** Where the text goes on after as many of these as there are; -1 if there are too few. */
    int after(String text, int start) {
      if (start < 0) {
        return -1;
      }
      var end = start + Math.min(most, text.length() - start);
      var at = start;
      while (at < end && is(text.charAt(at))) {
        at++;
      }
      return at - start < least ? -1 : at;
    }

    private boolean is(char c) {
      return c < ASCII && unit[c];
    }
  }
}
