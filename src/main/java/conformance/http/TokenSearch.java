package conformance.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Looks for the token in a stream of any length, as it passes.
 *
 * <p>It skips through the bytes in steps of nearly an anchor's length (the algorithm of Wu and
 * Manber, by pairs of bytes), and looks closely only where an anchor stands.
 */
final class TokenSearch {
  private static final int BUFFER = 128 * 1024;

  private final Redaction redaction;
  private final List<byte[]> anchors;

  /** How far to go on from a pair of bytes: 0 where the beginning of an anchor may end in it. */
  private final short[] steps = new short[1 << 16];

  /** How many bytes of each anchor the steps are about. */
  private final int compared;

  /** What is looked at again with what follows, since it may hold a part of the token. */
  private final int overlap;

  private final byte[] buffer = new byte[BUFFER];
  private int filled;
  private boolean found;

  TokenSearch(Token token, Redaction redaction) {
    this.redaction = redaction;
    this.anchors =
        new TokenForms(token.value())
            .anchors().stream()
                .map(it -> it.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII))
                .toList();
    this.compared = anchors.stream().mapToInt(it -> it.length).min().orElseThrow();
    this.overlap = Math.min(BUFFER / 2, 2 * Redaction.WIDEST * token.value().length());
    Arrays.fill(steps, (short) Math.max(1, compared - 1));
    for (var anchor : anchors) {
      for (var i = 1; i < compared; i++) {
        var pair = pair(anchor, i);
        steps[pair] = (short) Math.min(steps[pair], compared - 1 - i);
      }
    }
  }

  /** Takes in what passes. */
  void pass(byte[] bytes, int start, int length) {
    var from = start;
    while (!found && from < start + length) {
      var part = Math.min(start + length - from, BUFFER - filled);
      System.arraycopy(bytes, from, buffer, filled, part);
      filled += part;
      from += part;
      if (filled == BUFFER) {
        look();
        System.arraycopy(buffer, BUFFER - overlap, buffer, 0, overlap);
        filled = overlap;
      }
    }
  }

  /** Whether the token was in what has passed. */
  boolean found() {
    look();
    return found;
  }

  private void look() {
    found =
        found
            || anchored()
                && redaction.finds(new String(buffer, 0, filled, StandardCharsets.ISO_8859_1));
  }

  private boolean anchored() {
    if (compared < 2) {
      return true;
    }
    for (var end = compared - 1; end < filled; ) {
      var step = steps[pair(buffer, end)];
      if (step == 0 && anchorAt(end - compared + 1)) {
        return true;
      }
      end += Math.max(1, step);
    }
    return false;
  }

  private boolean anchorAt(int start) {
    for (var anchor : anchors) {
      var length = 0;
      while (length < anchor.length
          && start + length < filled
          && folded(buffer[start + length]) == anchor[length]) {
        length++;
      }
      if (length == anchor.length) {
        return true;
      }
    }
    return false;
  }

  private static int pair(byte[] bytes, int end) {
    return folded(bytes[end - 1]) << 8 | folded(bytes[end]);
  }

  private static int folded(byte b) {
    return b >= 'A' && b <= 'Z' ? b + 32 : b & 0xFF;
  }
}
