package conformance.schema;

import conformance.contract.Deviation;
import conformance.contract.Excerpt;
import conformance.contract.RuleCounter;
import conformance.relation.ReadSnapshot;
import conformance.schema.CrossItemRules.Changing;
import conformance.schema.CrossItemRules.Keyed;
import conformance.schema.file.SchemaFiles;
import java.time.Instant;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Compares the items of a second read with the first. */
final class SnapshotComparison implements ItemSink {
  private final BodySchema schema;
  private final ReadSnapshot first;
  private final Instant at;
  private final RuleCounter counter;
  private long furthest = -1;
  private long withoutKey;

  SnapshotComparison(BodySchema schema, ReadSnapshot first, Instant at, RuleCounter counter) {
    this.schema = schema;
    this.first = first;
    this.at = at;
    this.counter = counter;
  }

  @Override
  public void accept(Function<String, JsonNode> item, long index) {
    if (!first.isComplete()) {
      return;
    }
    var key = schema.key(item);
    withoutKey += key.isEmpty() ? 1 : 0;
    key.flatMap(first::take).ifPresent(before -> compare(before, item, index));
  }

  @Override
  public void end() {
    if (first.isComplete()) {
      // Items without a key may be some of those that seem to be missing.
      first.left().skip(Math.max(0, withoutKey - first.unknown())).forEach(this::reportMissing);
    }
  }

  private void compare(ReadSnapshot.Item before, Function<String, JsonNode> item, long index) {
    var location = schema.items().isEmpty() ? "" : "/" + index;
    schema.crossItem().persistent().ifPresent(keyed -> counter.examine(keyed.rule(), 1));
    schema.crossItem().ordered().ifPresent(keyed -> order(keyed, before, location));
    for (var rule : schema.crossItem().changes()) {
      compare(rule, before, item.apply(rule.property()), location);
    }
  }

  private void order(Keyed ordered, ReadSnapshot.Item item, String location) {
    counter.examine(ordered.rule(), 1);
    if (item.index() < furthest) {
      counter.deviate(
          ordered.rule(),
          new Deviation(
              location,
              ordered.rule().expected(),
              "the item with %s %s".formatted(ordered.key(), Excerpt.text(item.key())),
              "it stood at /%d at %s, before the item of /%d that it comes after at %s"
                  .formatted(item.index(), first.at(), furthest, at)));
    }
    furthest = Math.max(furthest, item.index());
  }

  private void compare(Changing rule, ReadSnapshot.Item item, JsonNode after, String location) {
    var before = first.value(item, rule.property());
    rule.change()
        .compare(rule.keywordValue(), before, after)
        .ifPresent(
            outcome -> {
              counter.examine(rule.rule(), 1);
              outcome
                  .reason()
                  .ifPresent(
                      reason ->
                          counter.deviate(
                              rule.rule(),
                              new Deviation(
                                  location + "/" + SchemaFiles.escape(rule.property()),
                                  rule.rule().expected(),
                                  Excerpt.value(after),
                                  "it was %s at %s, and is %s at %s: %s"
                                      .formatted(
                                          Excerpt.value(before),
                                          first.at(),
                                          Excerpt.value(after),
                                          at,
                                          reason))));
            });
  }

  private void reportMissing(ReadSnapshot.Item item) {
    schema
        .crossItem()
        .persistent()
        .ifPresent(
            keyed -> {
              counter.examine(keyed.rule(), 1);
              counter.deviate(
                  keyed.rule(),
                  new Deviation(
                      "",
                      keyed.rule().expected(),
                      "without the item of %s %s".formatted(keyed.key(), Excerpt.text(item.key())),
                      "it stood at /%d at %s, and is gone at %s"
                          .formatted(item.index(), first.at(), at)));
            });
  }
}
