package conformance.relation;

import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The points in time that rules compare while one body is examined.
 *
 * <p>Several rules read the same value, so those that were read last are kept. Not for several
 * threads at once.
 */
public final class Times {
  /** As many as one object has, or a few more. */
  private static final int KEPT = 4;

  private final Optional<Instant> now;
  private final JsonNode[] values = new JsonNode[KEPT];
  private final Instant[] instants = new Instant[KEPT];
  private int next;

  /**
   * Begins with none.
   *
   * @param now when the response was made, if that is known
   */
  public Times(Optional<Instant> now) {
    this.now = now;
  }

  /** When the response was made, if that is known. */
  Optional<Instant> now() {
    return now;
  }

  /** The point in time; empty if the value is none, which is another rule's matter. */
  Optional<Instant> of(JsonNode value) {
    var common = common(value);
    return common.isPresent() ? common : Instants.ofUncommon(value);
  }

  /** The same, only of values in the shape that most are written in. */
  public Optional<Instant> common(JsonNode value) {
    for (var i = 0; i < KEPT; i++) {
      if (values[i] == value) {
        return Optional.ofNullable(instants[i]);
      }
    }
    values[next] = value;
    instants[next] = value.isString() ? Instants.ofCommon(value.asString()).orElse(null) : null;
    var read = Optional.ofNullable(instants[next]);
    next = (next + 1) % KEPT;
    return read;
  }
}
