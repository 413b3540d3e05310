package conformance.relation;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * The parsed date-times of one body, and the time of the response.
 *
 * <p>Several rules parse the same value, so the latest are cached. Not thread-safe.
 */
public final class Times {
  /** Enough for the date-times of one object. */
  private static final int KEPT = 4;

  private final Optional<Instant> now;
  private final Parsed[] parsed = new Parsed[KEPT];
  private int next;

  /**
   * An empty cache.
   *
   * @param now when the response was generated, if known
   */
  public Times(Optional<Instant> now) {
    this.now = now;
    Arrays.fill(parsed, Parsed.of(MissingNode.getInstance()));
  }

  /** When the response was generated, if known. */
  Optional<Instant> now() {
    return now;
  }

  /** The instant; empty if the value is no date-time, which another rule reports. */
  Optional<Instant> of(JsonNode value) {
    return read(value).instant();
  }

  private Parsed read(JsonNode value) {
    for (var entry : parsed) {
      if (entry.value() == value) {
        return entry;
      }
    }
    var entry = Parsed.of(value);
    parsed[next] = entry;
    next = (next + 1) % KEPT;
    return entry;
  }

  private record Parsed(JsonNode value, Optional<Instant> instant) {
    static Parsed of(JsonNode value) {
      var instant =
          value.isString() ? DateTime.of(value.asString()).instant() : Optional.<Instant>empty();
      return new Parsed(value, instant);
    }
  }
}
