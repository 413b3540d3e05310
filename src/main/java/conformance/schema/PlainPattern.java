package conformance.schema;

import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern that is a sequence of characters and character classes with quantifiers, as those of
 * identifiers and numbers mostly are. It is matched in one pass, without backtracking.
 *
 * <p>A match is certain; otherwise {@link BoundedPattern} decides.
 *
 * @param alternatives separated by {@code |}
 */
record PlainPattern(Alternative[] alternatives) {
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
   * The pattern, if it has this form.
   *
   * @param regex in the syntax of ECMA-262
   */
  static Optional<PlainPattern> of(String regex) {
    var alternatives = new ArrayList<Alternative>();
    var row = ROW.matcher(regex);
    var start = 0;
    while (row.region(start, regex.length()).lookingAt()) {
      alternatives.add(Alternative.of(row));
      start = row.end() + 1;
      if (row.end() == regex.length()) {
        return Optional.of(new PlainPattern(alternatives.toArray(Alternative[]::new)));
      }
      if (regex.charAt(row.end()) != '|') {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Whether the text certainly matches. */
  boolean matches(String text) {
    for (var alternative : alternatives) {
      if (alternative.matches(text)) {
        return true;
      }
    }
    return false;
  }

  /**
   * A sequence of elements.
   *
   * @param minLength the length of the shortest match
   */
  private record Alternative(boolean fromStart, Element[] elements, boolean toEnd, int minLength) {
    static Alternative of(Matcher row) {
      var elements = new ArrayList<Element>();
      var part = PART.matcher(row.group("parts"));
      while (part.find()) {
        elements.add(Element.of(part));
      }
      return new Alternative(
          row.group("start") != null,
          elements.toArray(Element[]::new),
          row.group("end") != null,
          elements.stream().mapToInt(Element::min).sum());
    }

    boolean matches(String text) {
      var at = fromStart ? 0 : text.length() - minLength;
      for (var element : elements) {
        at = element.after(text, at);
        if (at < 0) {
          return false;
        }
      }
      return !toEnd || at == text.length();
    }
  }

  /** An ASCII character or class, with its quantifier. */
  private record Element(boolean[] unit, int min, int max) {
    static Element of(Matcher part) {
      var unit = new boolean[ASCII];
      var pattern = Pattern.compile(part.group("unit"));
      for (var c = 0; c < ASCII; c++) {
        unit[c] = pattern.matcher(Character.toString(c)).matches();
      }
      var sign = part.group("sign");
      if (sign != null) {
        return new Element(
            unit, sign.equals("+") ? 1 : 0, sign.equals("?") ? 1 : Integer.MAX_VALUE);
      }
      if (part.group("least") == null) {
        return new Element(unit, 1, 1);
      }
      var min = Integer.parseInt(part.group("least"));
      var max = part.group("most");
      return new Element(
          unit,
          min,
          max != null
              ? Integer.parseInt(max)
              : part.group("range") != null ? Integer.MAX_VALUE : min);
    }

    /** The index after all repetitions from {@code start} on; -1 if there are too few. */
    int after(String text, int start) {
      if (start < 0) {
        return -1;
      }
      var end = start + Math.min(max, text.length() - start);
      var at = start;
      while (at < end && is(text.charAt(at))) {
        at++;
      }
      return at - start < min ? -1 : at;
    }

    private boolean is(char c) {
      return c < ASCII && unit[c];
    }
  }
}
