package conformance.schema;

import conformance.contract.Deviation;
import conformance.contract.Excerpt;
import conformance.contract.RuleCounter;
import conformance.relation.Change;
import conformance.relation.ReadSnapshot;
import conformance.schema.AcrossRules.Changing;
import conformance.schema.AcrossRules.Keyed;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/** Holds the items of a second read against the first. */
final class SnapshotComparison implements ItemSink {
  private final BodySchema schema;
  private final ReadSnapshot first;
  private final Instant at;
  private final RuleCounter counter;
  private long furthest = -1;
  private long unknown;

  SnapshotComparison(BodySchema schema, ReadSnapshot first, Instant at, RuleCounter counter) {
    this.schema = schema;
    this.first = first;
    this.at = at;
    this.counter = counter;
  }

  @Override
  public void take(JsonNode item, long index) {
    if (!first.isComplete()) {
      return; // There is nothing to compare with.
    }
    var key = schema.key(item);
    unknown += key.isEmpty() ? 1 : 0;
    key.flatMap(first::take).ifPresent(before -> compare(before, item, index));
  }

  @Override
  public void end() {
    if (first.isComplete()) {
      // Items that do not say which they are may be some of those that seem to be gone.
      first.left().skip(Math.max(0, unknown - first.unknown())).forEach(this::vanished);
    }
  }

  private void compare(ReadSnapshot.Item before, JsonNode item, long index) {
    var location = schema.items().isEmpty() ? "" : "/" + index;
    schema.across().persistent().ifPresent(it -> counter.examine(it.rule(), 1));
    schema.across().ordered().ifPresent(it -> order(it, before, location));
    for (var rule : schema.across().changes()) {
      compare(rule, before, item.path(rule.property()), location);
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
    Change.ALL
        .get(rule.keyword())
        .comparison()
        .judge(rule.keywordValue(), before, after)
        .ifPresent(
            judgement -> {
              counter.examine(rule.rule(), 1);
              judgement
                  .fault()
                  .ifPresent(
                      fault ->
                          counter.deviate(
                              rule.rule(),
                              new Deviation(
                                  location + "/" + SchemaRules.escape(rule.property()),
                                  rule.rule().expected(),
                                  Excerpt.value(after),
                                  "it was %s at %s, and is %s at %s: %s"
                                      .formatted(
                                          Excerpt.value(before),
                                          first.at(),
                                          Excerpt.value(after),
                                          at,
                                          fault))));
            });
  }

  private void vanished(ReadSnapshot.Item item) {
    schema
        .across()
        .persistent()
        .ifPresent(
            it -> {
              counter.examine(it.rule(), 1);
              counter.deviate(
                  it.rule(),
                  new Deviation(
                      "",
                      it.rule().expected(),
                      "without the item of %s %s".formatted(it.key(), Excerpt.text(item.key())),
                      "it stood at /%d at %s, and is gone at %s"
                          .formatted(item.index(), first.at(), at)));
            });
  }
}
