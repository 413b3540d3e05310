package conformance.schema.prover;

import java.util.Map;

/**
 * Texts that an {@code enum}, a {@code const} or a condition names, found by their characters.
 *
 * @param slots a hash table with open addressing; null for an empty slot
 * @param acceptsOthers whether a text that is not listed is accepted
 */
record ListedTexts(Listed[] slots, boolean acceptsOthers) {

  /**
   * A text.
   *
   * @param accepted whether a value may be this text
   * @param counters of the documented value
   * @param conditions the conditions of the object that this value meets, as bits
   */
  record Listed(String text, boolean accepted, int counters, long conditions) {
    private boolean equals(char[] chars, int start, int length) {
      if (text.length() != length) {
        return false;
      }
      for (var i = 0; i < length; i++) {
        if (text.charAt(i) != chars[start + i]) {
          return false;
        }
      }
      return true;
    }
  }

  static ListedTexts of(Map<String, Listed> listed, boolean acceptsOthers) {
    var slots = new Listed[Integer.highestOneBit(listed.size() + 1) * 4];
    for (var it : listed.values()) {
      var chars = it.text().toCharArray();
      var slot = slot(chars, 0, chars.length, slots.length);
      while (slots[slot] != null) {
        slot = slot + 1 & slots.length - 1;
      }
      slots[slot] = it;
    }
    return new ListedTexts(slots, acceptsOthers);
  }

  /** The text with these characters; null if it is not listed. */
  Listed find(char[] chars, int start, int length) {
    var slot = slot(chars, start, length, slots.length);
    while (slots[slot] != null && !slots[slot].equals(chars, start, length)) {
      slot = slot + 1 & slots.length - 1;
    }
    return slots[slot];
  }

  /** Documented values mostly differ in length, or at one of their ends. */
  private static int slot(char[] chars, int start, int length, int slots) {
    var hash = length == 0 ? 0 : length + 7 * chars[start] + 31 * chars[start + length - 1];
    return hash & slots - 1;
  }
}
