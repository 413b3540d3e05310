package conformance.schema;

import conformance.contract.Deviation;
import conformance.contract.Tally;
import conformance.json.Flaw;
import conformance.json.Flaw.Kind;
import conformance.json.JsonReader;
import conformance.json.Shown;
import conformance.json.UnreadableException;
import conformance.relation.Change;
import conformance.relation.FirstRead;
import conformance.schema.AcrossRules.Changing;
import conformance.schema.AcrossRules.Keyed;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.function.LongConsumer;
import tools.jackson.databind.JsonNode;

/** Holds a second read against the first. */
final class RereadExaminer {
  private final BodySchema schema;
  private final FirstRead first;
  private final Instant at;
  private final Tally tally;
  private long furthest = -1;

  /** What was wrong last with the body as JSON: what ends the reading is told, the rest is not. */
  private Flaw flawed;

  RereadExaminer(BodySchema schema, FirstRead first, Instant at, Tally tally) {
    this.schema = schema;
    this.first = first;
    this.at = at;
    this.tally = tally;
  }

  /** Returns how many items were read. */
  long examine(InputStream body, LongConsumer progress) throws IOException {
    var json = schema.rule(Kind.SYNTAX);
    if (!first.isComplete()) {
      return 0; // The first read was held to that already, and there is nothing to compare with.
    }
    tally.examine(json, 1);
    try (var reader = new JsonReader(body, flaw -> flawed = flaw)) {
      var items = read(reader, progress);
      reader.end();
      first.left().forEach(this::vanished);
      return items;
    } catch (UnreadableException e) {
      // The items that were not read have not vanished: it is the body that is broken.
      tally.deviate(json, new Deviation("", json.expected(), flawed.actual(), flawed.reason()));
      return 0;
    }
  }

  private long read(JsonReader reader, LongConsumer progress)
      throws IOException, UnreadableException {
    if (schema.items().isEmpty()) {
      compare(reader.value(), "");
      return 1;
    }
    if (!reader.atArray()) {
      reader.value();
      return 0;
    }
    var items = 0L;
    while (reader.nextItem()) {
      compare(reader.value(), "/" + items);
      progress.accept(++items);
    }
    return items;
  }

  private void compare(JsonNode item, String location) {
    var before = schema.key(item).flatMap(first::take);
    if (before.isEmpty()) {
      return;
    }
    schema.across().persistent().ifPresent(it -> tally.examine(it.rule(), 1));
    schema.across().ordered().ifPresent(it -> order(it, before.get(), location));
    for (var rule : schema.across().changes()) {
      compare(rule, before.get(), item.path(rule.property()), location);
    }
  }

  private void order(Keyed ordered, FirstRead.Item item, String location) {
    tally.examine(ordered.rule(), 1);
    if (item.index() < furthest) {
      tally.deviate(
          ordered.rule(),
          new Deviation(
              location,
              ordered.rule().expected(),
              "the item with %s %s".formatted(ordered.key(), Shown.text(item.key())),
              "it stood at /%d at %s, before the item of /%d that it comes after at %s"
                  .formatted(item.index(), first.at(), furthest, at)));
    }
    furthest = Math.max(furthest, item.index());
  }

  private void compare(Changing rule, FirstRead.Item item, JsonNode after, String location) {
    var before = first.value(item, rule.property());
    Change.ALL
        .get(rule.keyword())
        .comparison()
        .judge(rule.demand(), before, after)
        .ifPresent(
            judgement -> {
              tally.examine(rule.rule(), 1);
              judgement
                  .fault()
                  .ifPresent(
                      fault ->
                          tally.deviate(
                              rule.rule(),
                              new Deviation(
                                  location + "/" + RuleReader.escape(rule.property()),
                                  rule.rule().expected(),
                                  Shown.value(after),
                                  "it was %s at %s, and is %s at %s: %s"
                                      .formatted(
                                          Shown.value(before),
                                          first.at(),
                                          Shown.value(after),
                                          at,
                                          fault))));
            });
  }

  private void vanished(FirstRead.Item item) {
    schema
        .across()
        .persistent()
        .ifPresent(
            it -> {
              tally.examine(it.rule(), 1);
              tally.deviate(
                  it.rule(),
                  new Deviation(
                      "",
                      it.rule().expected(),
                      "no item with %s %s".formatted(it.key(), Shown.text(item.key())),
                      "it stood at /%d at %s, and is gone at %s"
                          .formatted(item.index(), first.at(), at)));
            });
  }
}
