package conformance.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Searches a stream of any length for the secrets that there are when it begins.
 *
 * <p>Finds the anchors with the algorithm of Wu and Manber on pairs of bytes, which skips nearly
 * the length of an anchor at a time. Only a buffer with an anchor is searched in full.
 */
final class TokenSearch {
  private static final int BUFFER = 128 * 1024;

  private final Redaction redaction;
  private final List<byte[]> anchors;

  /** How far to skip after a pair of bytes: 0 if the prefix of an anchor may end with it. */
  private final short[] shifts = new short[1 << 16];

  /** The length of the shortest anchor: the prefix of each that the shifts are computed from. */
  private final int prefix;

  /** How many bytes stay in the buffer, since they may contain the beginning of a secret. */
  private final int overlap;

  private final byte[] buffer = new byte[BUFFER];
  private int filled;
  private boolean found;

  TokenSearch(Secrets secrets) {
    this.redaction = new Redaction(secrets);
    this.anchors =
        secrets.all().stream()
            .flatMap(secret -> secret.anchors().stream())
            .map(anchor -> anchor.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII))
            .toList();
    this.prefix = anchors.stream().mapToInt(it -> it.length).min().orElse(0);
    this.overlap = Math.min(BUFFER / 2, 2 * Redaction.MAX_WIDTH * secrets.longest());
    Arrays.fill(shifts, (short) Math.max(1, prefix - 1));
    for (var anchor : anchors) {
      for (var i = 1; i < prefix; i++) {
        var pair = pair(anchor, i);
        shifts[pair] = (short) Math.min(shifts[pair], prefix - 1 - i);
      }
    }
  }

  /** Adds bytes of the stream. */
  void accept(byte[] bytes, int start, int length) {
    var next = start;
    while (!found && next < start + length) {
      var count = Math.min(start + length - next, BUFFER - filled);
      System.arraycopy(bytes, next, buffer, filled, count);
      filled += count;
      next += count;
      if (filled == BUFFER) {
        search();
        System.arraycopy(buffer, BUFFER - overlap, buffer, 0, overlap);
        filled = overlap;
      }
    }
  }

  /** Whether the stream has contained a secret so far. */
  boolean found() {
    search();
    return found;
  }

  private void search() {
    found =
        found
            || containsAnchor()
                && redaction.finds(new String(buffer, 0, filled, StandardCharsets.ISO_8859_1));
  }

  private boolean containsAnchor() {
    if (prefix < 2) {
      return prefix == 1;
    }
    for (var end = prefix - 1; end < filled; ) {
      var shift = shifts[pair(buffer, end)];
      if (shift == 0 && anchorAt(end - prefix + 1)) {
        return true;
      }
      end += Math.max(1, shift);
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
