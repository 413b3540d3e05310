package conformance.http;

import java.util.List;
import java.util.stream.Stream;

/**
 * The secrets of a run. Each that was ever added is masked and searched for, also once it is no
 * longer sent. Thread-safe.
 */
public final class Secrets {
  private static final int DISTINCT_LENGTH = 8;
  private static final int PASSWORD_LENGTH = 4;

  /**
   * One secret in all encodings in which a server may repeat it.
   *
   * @param value as it is sent
   * @param encodings to mask, folded
   * @param anchors to search long streams for; none of a secret that is too short to be searched
   *     for
   */
  record Secret(String value, List<String> encodings, List<String> anchors) {
    private static Secret of(String value) {
      var encodings = new TokenEncodings(value);
      var anchors = distinct(value) ? encodings.anchors() : List.<String>of();
      return new Secret(value, encodings.all(), anchors);
    }

    /** Whether it is too long to occur in other texts by chance. */
    boolean distinct() {
      return distinct(value);
    }

    static boolean distinct(String value) {
      return value.length() >= DISTINCT_LENGTH;
    }
  }

  private volatile List<Secret> all = List.of();

  /** The given tokens. */
  public static Secrets of(Token... tokens) {
    var secrets = new Secrets();
    for (var token : tokens) {
      secrets.add(token);
    }
    return secrets;
  }

  /** Adds a token, and the password in it if it is a user and a password (RFC 7617). */
  public void add(Token token) {
    add(token.value());
    var colon = token.value().indexOf(':');
    addPassword(colon < 0 ? "" : token.value().substring(colon + 1));
  }

  /** Adds a password, unless it is so short that other texts are full of it. */
  public void addPassword(String password) {
    add(password.length() < PASSWORD_LENGTH ? "" : password);
  }

  /** Adds a value; an empty one is none, and one that is known already changes nothing. */
  synchronized void add(String value) {
    if (!value.isEmpty() && all.stream().noneMatch(secret -> secret.value().equals(value))) {
      all = Stream.concat(all.stream(), Stream.of(Secret.of(value))).toList();
    }
  }

  /** Those that have been added so far. */
  List<Secret> all() {
    return all;
  }

  public boolean isEmpty() {
    return all.isEmpty();
  }

  /** Whether there is one that is long enough to be searched for. */
  public boolean searchable() {
    return all.stream().anyMatch(Secret::distinct);
  }

  /** The length of the longest. */
  int longest() {
    return all.stream().mapToInt(secret -> secret.value().length()).max().orElse(0);
  }

  @Override
  public String toString() {
    return Redaction.MASK;
  }
}
