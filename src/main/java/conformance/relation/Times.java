package conformance.relation;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

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
  private final Reading[] readings = new Reading[KEPT];
  private int next;

  /**
   * Begins with none.
   *
   * @param now when the response was made, if that is known
   */
  public Times(Optional<Instant> now) {
    this.now = now;
    Arrays.fill(readings, Reading.of(MissingNode.getInstance()));
  }

  /** When the response was made, if that is known. */
  Optional<Instant> now() {
    return now;
  }

  /** The point in time; empty if the value is none, which is another rule's matter. */
  Optional<Instant> of(JsonNode value) {
    return read(value).instant();
  }

  /** Whether it is one in the shape that most are written in. */
  public boolean isCommon(JsonNode value) {
    return read(value).common();
  }

  private Reading read(JsonNode value) {
    for (var reading : readings) {
      if (reading.value() == value) {
        return reading;
      }
    }
    var reading = Reading.of(value);
    readings[next] = reading;
    next = (next + 1) % KEPT;
    return reading;
  }

  private record Reading(JsonNode value, Optional<Instant> instant, boolean common) {
    static Reading of(JsonNode value) {
      if (!value.isString()) {
        return new Reading(value, Optional.empty(), false);
      }
      var common = Instants.ofCommon(value.asString());
      return common.isPresent()
          ? new Reading(value, common, true)
          : new Reading(value, Instants.ofAny(value.asString()), false);
    }
  }
}
