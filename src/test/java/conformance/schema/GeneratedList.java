package conformance.schema;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Generates random lists of batches: conforming ones, and mutations of one value. */
record GeneratedList(Random random, Instant now) {
  private static final List<String> STATUSES =
      List.of("scheduled", "created", "queued", "executed");
  private static final List<String> PHONES =
      List.of("+12", "+19876543007", "+447700900123456", "+919876543210");
  private static final List<String> FILES = List.of("a.csv", "Ä ö.CSV", "日本.Csv", ".csv");
  private static final List<String> CALLS = List.of("completed", "busy", "no-answer", "prepared");

  /** A mutation of one value, and the location of its deviation within the item. */
  record Breakage(String location, BiConsumer<ObjectNode, Random> change) {}

  static final List<Breakage> BREAKAGES =
      List.of(
          new Breakage("/batch_id", (it, r) -> it.put("batch_id", "z".repeat(r.nextInt(40)))),
          new Breakage("/status", (it, r) -> it.put("status", "status" + r.nextInt())),
          new Breakage(
              "/created_at",
              (it, r) -> it.put("created_at", "2024-01-" + (32 + r.nextInt(60)) + "T00:00:00Z")),
          new Breakage(
              "/updated_at",
              (it, r) -> it.put("updated_at", "2024-01-01T00:00:" + (61 + r.nextInt(38)) + "Z")),
          new Breakage("/updated_at", (it, r) -> it.putNull("updated_at")),
          new Breakage(
              "/from_phone_number",
              (it, r) -> it.put("from_phone_number", "+" + "1".repeat(16 + r.nextInt(9)))),
          new Breakage("/from_phone_number", (it, r) -> it.put("from_phone_number", r.nextLong())),
          new Breakage("/file_name", (it, r) -> it.put("file_name", r.nextBoolean())),
          new Breakage("/file_name", (it, r) -> it.put("file_name", "")),
          new Breakage("/total_contacts", (it, r) -> it.put("total_contacts", -1 - r.nextInt(99))),
          new Breakage("/valid_contacts", (it, r) -> it.put("valid_contacts", r.nextInt(9) + 0.5)),
          new Breakage(
              "/valid_contacts",
              (it, r) -> it.put("valid_contacts", it.get("total_contacts").asInt() + 1)),
          new Breakage(
              "",
              (it, r) -> it.remove(List.of("batch_id", "status", "file_name").get(r.nextInt(3)))),
          new Breakage("/execution_status", (it, r) -> it.put("execution_status", "none")),
          new Breakage(
              "/execution_status/busy",
              (it, r) -> it.putObject("execution_status").put("busy", "1")));

  ArrayNode conforming(int size) {
    var list = JsonNodeFactory.instance.arrayNode();
    for (var i = 0; i < size; i++) {
      list.add(batch(i));
    }
    return list;
  }

  private ObjectNode batch(int index) {
    var created = now.minus(random.nextInt(400_000), ChronoUnit.MINUTES);
    var updated = created.plusSeconds(random.nextInt(60));
    var status = pick(STATUSES);
    var total = random.nextInt(1_000);
    var batch =
        JsonNodeFactory.instance
            .objectNode()
            .put("batch_id", "%032x".formatted(index + 1L))
            .put("humanized_created_at", "some time ago")
            .put("created_at", timestamp(created))
            .put("updated_at", timestamp(updated))
            .put("status", status)
            .put("from_phone_number", pick(PHONES))
            .put("file_name", pick(FILES))
            .put("valid_contacts", random.nextInt(total + 1))
            .put("total_contacts", total);
    if (status.equals("scheduled") || random.nextInt(3) == 0) {
      batch.put("scheduled_at", updated.truncatedTo(ChronoUnit.SECONDS).plusSeconds(60).toString());
    }
    var calls = batch.putObject("execution_status");
    CALLS.stream()
        .filter(it -> random.nextBoolean())
        .forEach(it -> calls.put(it, random.nextInt(99)));
    return batch;
  }

  /** The instant in a random form that RFC 3339 allows. */
  private String timestamp(Instant instant) {
    var text = instant.truncatedTo(ChronoUnit.SECONDS).toString();
    return switch (random.nextInt(5)) {
      case 0 -> text.replace("Z", "." + "0".repeat(1 + random.nextInt(20)) + "Z");
      case 1 -> text.toLowerCase(java.util.Locale.ROOT);
      case 2 -> text.replace("Z", "+00:00");
      case 3 ->
          instant
              .truncatedTo(ChronoUnit.SECONDS)
              .plusSeconds(19_800)
              .toString()
              .replace("Z", "+05:30");
      default -> text;
    };
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }
}
