package conformance.schema.prover;

import tools.jackson.core.sym.PropertyNameMatcher;

/**
 * Compiled schemas: all that apply to one value, merged.
 *
 * <p>Counters are those of the rules that are examined for a value, and of its property: the number
 * of a group of them.
 */
final class Forms {
  /** No value of the property is kept. */
  static final int NONE = -1;

  private Forms() {}

  /** What a value must meet, by its type; null or NONE for a type of which none is proven. */
  record Value(
      int nulls, int booleans, Whole integers, Text texts, Items arrays, Members objects) {}

  /**
   * An integer that fits 64 bits.
   *
   * @param sibling the number of the value for rules between properties, or {@link #NONE}
   * @param compared the number of the value among the compared ones, or {@link #NONE}
   */
  record Whole(int counters, long min, long max, int sibling, int compared) {}

  /**
   * A string.
   *
   * @param least the least number of characters
   * @param most the most
   * @param isDateTime whether it must be one
   * @param hasCallingCode whether it must begin with an assigned one if it is a phone number
   * @param listed the texts that mean something; null if there are none
   * @param age the number of the value, read as an age, or {@link #NONE}
   */
  record Text(
      int counters,
      int least,
      int most,
      TextPattern[] patterns,
      boolean isDateTime,
      boolean hasCallingCode,
      ListedTexts listed,
      int sibling,
      int age,
      int compared) {

    boolean accepts(char[] text, int start, int length) {
      // A character is one char or two.
      if (length < 2L * least || length > most) {
        var characters = Character.codePointCount(text, start, length);
        if (characters < least || characters > most) {
          return false;
        }
      }
      for (var pattern : patterns) {
        if (!pattern.matches(text, start, length)) {
          return false;
        }
      }
      return true;
    }
  }

  /** An array. */
  record Items(int counters, int least, int most, Value each) {}

  /**
   * An object that has no property but those in {@code names}.
   *
   * @param values by number of the name; null for a name that an object must not have
   * @param siblings the numbers of the values for rules between properties
   */
  record Members(
      int counters, PropertyNameMatcher names, Value[] values, int[] siblings, Branch[] branches) {}

  /**
   * What an object must meet under a condition.
   *
   * @param mask the conditions that matter; 0 for what must always be met
   * @param met which of them must be met
   * @param required the numbers of the properties that it must have, as bits
   */
  record Branch(long mask, long met, long required, int counters, SiblingRule[] rules) {
    boolean applies(long conditions) {
      return (conditions & mask) == met;
    }
  }
}
