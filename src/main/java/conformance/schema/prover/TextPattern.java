package conformance.schema.prover;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern that is a sequence of characters and character classes with quantifiers, as those of
 * identifiers and numbers mostly are. It is matched in one pass, without backtracking.
 *
 * <p>A match is certain; otherwise the validator decides.
 *
 * @param alternatives separated by {@code |}
 */
record TextPattern(Alternative[] alternatives) {
  private static final String CLASS = "\\[\\^?+(?:[^\\[\\]\\\\&]|\\\\[^a-zA-Z0-9])+\\]";
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
  static Optional<TextPattern> of(String regex) {
    var alternatives = new ArrayList<Alternative>();
    var row = ROW.matcher(regex);
    var start = 0;
    while (row.region(start, regex.length()).lookingAt()) {
      alternatives.add(Alternative.of(row));
      start = row.end() + 1;
      if (row.end() == regex.length()) {
        return Optional.of(new TextPattern(alternatives.toArray(Alternative[]::new)))
            .filter(pattern -> isCertain(regex, alternatives));
      }
      if (regex.charAt(row.end()) != '|') {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /**
   * Whether a match is one for the validator as well: which characters beyond ASCII are excluded is
   * not read here, and where it would try in vain for long, it gives up.
   */
  private static boolean isCertain(String regex, List<Alternative> alternatives) {
    var oneWay = alternatives.size() == 1 && alternatives.get(0).fromStart();
    return (!regex.contains("[^") || regex.chars().allMatch(c -> c < ASCII))
        && (oneWay || alternatives.stream().allMatch(Alternative::isOfOneLength));
  }

  /** Whether the text certainly matches. */
  boolean matches(char[] text, int start, int length) {
    for (var alternative : alternatives) {
      if (alternative.matches(text, start, start + length)) {
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

    boolean isOfOneLength() {
      return Arrays.stream(elements).allMatch(element -> element.min == element.max);
    }

    boolean matches(char[] text, int start, int end) {
      var at = fromStart ? start : end - minLength;
      if (at < start) {
        return false;
      }
      for (var element : elements) {
        at = element.after(text, at, end);
        if (at < 0) {
          return false;
        }
      }
      return !toEnd || at == end;
    }
  }

  /**
   * An ASCII character or class, with its quantifier.
   *
   * @param unit which ASCII characters it matches
   * @param others whether it matches all others
   */
  private record Element(boolean[] unit, boolean others, int min, int max) {
    static Element of(Matcher part) {
      var unit = new boolean[ASCII];
      var pattern = Pattern.compile(part.group("unit"));
      for (var c = 0; c < ASCII; c++) {
        unit[c] = pattern.matcher(Character.toString(c)).matches();
      }
      var others = part.group("unit").startsWith("[^");
      var sign = part.group("sign");
      if (sign != null) {
        return new Element(
            unit, others, sign.equals("+") ? 1 : 0, sign.equals("?") ? 1 : Integer.MAX_VALUE);
      }
      if (part.group("least") == null) {
        return new Element(unit, others, 1, 1);
      }
      var min = Integer.parseInt(part.group("least"));
      var max = part.group("most");
      return new Element(
          unit,
          others,
          min,
          max != null
              ? Integer.parseInt(max)
              : part.group("range") != null ? Integer.MAX_VALUE : min);
    }

    /** The index after all repetitions from {@code start} on; -1 if there are too few. */
    int after(char[] text, int start, int limit) {
      var end = start + Math.min(max, limit - start);
      var at = start;
      while (at < end && is(text[at])) {
        at++;
      }
      return at - start < min ? -1 : at;
    }

    private boolean is(char c) {
      return c < unit.length ? unit[c] : others && !Character.isSurrogate(c);
    }
  }
}
