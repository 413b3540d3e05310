package conformance.relation;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Reads RFC 3339 date-times as points in time, so that +05:30 and Z compare rightly. */
final class Instants {
  private static final Pattern SHAPE =
      Pattern.compile(
          "([0-9]{4}-[0-9]{2}-[0-9]{2})T([0-9]{2}:[0-9]{2}:)([0-9]{2})(\\.[0-9]{1,9})?[0-9]*"
              + "(Z|[+-][0-9]{2}:[0-9]{2})",
          Pattern.CASE_INSENSITIVE);

  private Instants() {}

  /** The point in time; empty if the value is none, which is another rule's matter. */
  static Optional<Instant> of(JsonNode value) {
    var parts = SHAPE.matcher(value.asString(""));
    if (!value.isString() || !parts.matches()) {
      return Optional.empty();
    }
    // A leap second is the second after second 59.
    var leap = parts.group(3).equals("60");
    var fraction = parts.group(4) == null ? "" : parts.group(4);
    var text =
        "%sT%s%s%s%s"
            .formatted(
                parts.group(1),
                parts.group(2),
                leap ? "59" : parts.group(3),
                fraction,
                parts.group(5));
    try {
      var instant = OffsetDateTime.parse(text.toUpperCase(java.util.Locale.ROOT)).toInstant();
      return Optional.of(leap ? instant.plusSeconds(1) : instant);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
