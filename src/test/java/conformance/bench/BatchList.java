package conformance.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;

/**
 * A list of batches at random, about 450 bytes each, some of which break one rule.
 *
 * @param size how many batches
 * @param deviating how many of them break a rule
 * @param seed the same seed gives the same list
 * @param now when the list is read: the words for ages fit it
 */
public record BatchList(int size, int deviating, long seed, Instant now) {
  private static final List<String> STATUSES =
      List.of("scheduled", "created", "queued", "executed");
  private static final List<String> CALLS =
      List.of("completed", "busy", "no-answer", "failed", "in-progress", "canceled", "queued");
  private static final List<String> PHONES =
      List.of("+1987654", "+4477009", "+9198765", "+3366666");

  /**
   * A way to break one rule, and no other.
   *
   * @param rule below {@code batches/}
   * @param below where the deviation is, below the item
   */
  private record Breakage(
      String rule, String below, BiConsumer<Map<String, String>, Random> change) {

    static Breakage value(String property, String keyword, String json) {
      var rule = "batch.schema.json#/properties/" + property + "/" + keyword;
      return new Breakage(rule, "/" + property, (batch, random) -> batch.put(property, json));
    }
  }

  /** Only keywords of JSON Schema itself: any validator finds them. */
  private static final List<Breakage> BREAKAGES =
      List.of(
          Breakage.value("batch_id", "pattern", "\"3c90c3cc-0d44-4b50-8888-8dd25736052a\""),
          Breakage.value("updated_at", "format", "\"2024-02-29T04:22:89Z\""),
          Breakage.value("created_at", "type", "1706000000"),
          Breakage.value("status", "enum", "\"running\""),
          Breakage.value("from_phone_number", "pattern", "\"+1 987 654 3007\""),
          Breakage.value("file_name", "type", "null"),
          Breakage.value("valid_contacts", "minimum", "-1"),
          Breakage.value("total_contacts", "type", "\"11\""),
          new Breakage(
              "batch.schema.json#/required/humanized_created_at",
              "",
              (batch, random) -> batch.remove("humanized_created_at")),
          new Breakage(
              "execution-status.schema.json#/additionalProperties/type",
              "/execution_status/completed",
              (batch, random) -> batch.put("execution_status", "{\"completed\":\"1\"}")));

  /** Writes the list as JSON, batch by batch, and leaves the stream open. */
  public void writeTo(OutputStream out) throws IOException {
    var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    var random = new Random(seed);
    writer.write('[');
    for (int i = 0, broken = 0; i < size; i++) {
      var batch = batch(i, random);
      if (breaks(i, broken)) {
        breakage(broken).change().accept(batch, random);
        broken++;
      }
      writer.write(i == 0 ? "{" : ",\n{");
      write(batch, writer);
      writer.write('}');
    }
    writer.write(']');
    writer.flush();
  }

  /** The deviations in the list, each as rule and location. */
  public List<String> deviations() {
    var deviations = new ArrayList<String>();
    for (var i = 0; i < size; i++) {
      if (breaks(i, deviations.size())) {
        var breakage = breakage(deviations.size());
        deviations.add("batches/%s /%d%s".formatted(breakage.rule(), i, breakage.below()));
      }
    }
    return deviations;
  }

  /** Spreads the deviating batches evenly. */
  private boolean breaks(int index, int broken) {
    return (index + 1L) * deviating / size > broken;
  }

  private static Breakage breakage(int number) {
    return BREAKAGES.get(number % BREAKAGES.size());
  }

  private Map<String, String> batch(int index, Random random) {
    var days = 3 + random.nextInt(300);
    var created = now.minus(days, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
    var total = random.nextInt(1_000);
    var status = STATUSES.get(random.nextInt(STATUSES.size()));
    var batch = new LinkedHashMap<String, String>();
    batch.put("batch_id", quoted("%08x%016x%08x", random.nextInt(), random.nextLong(), index));
    batch.put("humanized_created_at", quoted("%d days ago", days));
    batch.put("created_at", quoted("%s", fraction(created, random)));
    batch.put("updated_at", quoted("%s", fraction(created.plusSeconds(60), random)));
    batch.put("status", quoted("%s", status));
    if (status.equals("scheduled") || status.equals("executed")) {
      batch.put("scheduled_at", quoted("%s", created.plusSeconds(3_600)));
    }
    var phone = PHONES.get(random.nextInt(PHONES.size()));
    batch.put("from_phone_number", quoted("%s%05d", phone, random.nextInt(100_000)));
    batch.put("file_name", quoted("customers-%06d.csv", random.nextInt(1_000_000)));
    batch.put("valid_contacts", Integer.toString(random.nextInt(total + 1)));
    batch.put("total_contacts", Integer.toString(total));
    batch.put("execution_status", calls(random));
    return batch;
  }

  private static String calls(Random random) {
    var counts = new ArrayList<String>();
    for (var call : CALLS) {
      if (random.nextInt(3) > 0) {
        counts.add("\"%s\":%d".formatted(call, random.nextInt(100)));
      }
    }
    return "{" + String.join(",", counts) + "}";
  }

  private static String fraction(Instant instant, Random random) {
    return instant.toString().replace("Z", ".%06dZ".formatted(random.nextInt(1_000_000)));
  }

  private static String quoted(String format, Object... values) {
    return "\"" + format.formatted(values) + "\"";
  }

  private static void write(Map<String, String> batch, Writer writer) throws IOException {
    var first = true;
    for (var property : batch.entrySet()) {
      writer.write(first ? "\"" : ",\"");
      writer.write(property.getKey());
      writer.write("\":");
      writer.write(property.getValue());
      first = false;
    }
  }
}
