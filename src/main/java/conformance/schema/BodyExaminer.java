package conformance.schema;

import conformance.contract.Deviation;
import conformance.contract.Excerpt;
import conformance.contract.Level;
import conformance.contract.RuleCounter;
import conformance.json.ItemScanner;
import conformance.json.JsonError;
import conformance.json.JsonError.Kind;
import conformance.json.JsonReader;
import conformance.json.UnreadableException;
import conformance.schema.file.SchemaFiles;
import conformance.schema.keyword.Evaluation;
import conformance.schema.keyword.Judge;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Examines one body, value by value.
 *
 * <p>An array is never held in memory whole: each item is read, validated and dropped.
 */
final class BodyExaminer {
  private final BodySchema schema;
  private final RuleCounter counter;
  private final Evaluation evaluation;

  private final Optional<Instant> now;
  private Optional<ItemScanner> scanner = Optional.empty();
  private final List<Uniqueness> uniqueness;
  private final ItemSink sink;
  private final LongConsumer progress;

  /** Locations in the current value of what the reader could not read as it was sent. */
  private final Set<String> altered = new HashSet<>();

  /** The same with those of what cannot be compared with other values. */
  private final Set<String> blurred = new HashSet<>();

  private final Map<Kind, Long> jsonErrors = new EnumMap<>(Kind.class);
  private long items;

  /** Whether the items of the list have been begun, and not been read to the end. */
  private boolean inList;

  BodyExaminer(
      BodySchema schema,
      RuleCounter counter,
      Optional<Instant> now,
      ItemSink sink,
      LongConsumer progress) {
    this.schema = schema;
    this.counter = counter;
    this.evaluation = new Evaluation(schema.counters().size(), now);
    this.now = now;
    this.uniqueness =
        schema.crossItem().unique().stream().map(it -> new Uniqueness(it, counter)).toList();
    this.sink = sink;
    this.progress = progress;
  }

  /** Returns the number of items if the body is an array, else 0 or 1. */
  long examine(InputStream body) throws IOException {
    try {
      // If the body was not read to its end, the rest may or may not be JSON.
      var whole = readWhole(body) ? 1 : 0;
      count(Kind.SYNTAX, whole);
      count(Kind.BOUNDS, whole);
    } finally {
      count(Kind.BYTE_ORDER_MARK, 1);
      count(Kind.NUMBER_RANGE, 1);
      for (var i = 0; i < schema.size(); i++) {
        var rule = schema.rule(i);
        // How many items a list has is not known if it broke off.
        var unknown =
            inList && schema.listCounts().values().stream().anyMatch(it -> it.rule() == rule);
        counter.examine(rule, counted(i) - (unknown ? 1 : 0));
      }
      uniqueness.forEach(Uniqueness::end);
      counter.cover(schema.counters().coverage(this::counted));
    }
    return items;
  }

  private long counted(int index) {
    return evaluation.counted(index) + scanner.map(it -> it.counted(index)).orElse(0L);
  }

  /** Returns whether the body was read to its end. */
  private boolean readWhole(InputStream body) throws IOException {
    try (var reader = new JsonReader(body, this::onError)) {
      try {
        read(reader);
        return true;
      } finally {
        count(Kind.DUPLICATE_NAME, reader.objects());
        count(Kind.ENCODING, reader.strings());
        count(Kind.SURROGATES, reader.strings());
      }
    } catch (UnreadableException e) {
      // The error has been recorded, and everything before it counts.
      return false;
    }
  }

  private void read(JsonReader reader) throws IOException, UnreadableException {
    var isList = !schema.items().isEmpty();
    var array = reader.atArray();
    if (array && isList) {
      readItems(reader);
    } else {
      var value = reader.value();
      validate(List.of(schema.whole()), value, "");
      if (!isList) {
        pass(value, "");
      }
      items = 1;
    }
    reader.end();
    if (array || !isList) {
      sink.end();
    }
  }

  private void readItems(JsonReader reader) throws IOException, UnreadableException {
    validate(List.of(schema.whole()), JsonNodeFactory.instance.arrayNode(), "");
    inList = true;
    var counted = new LinkedHashMap<ListCount, Long>();
    schema.listCounts().values().forEach(count -> counted.put(count, 0L));
    while (reader.nextItem()) {
      if (items == schema.firstProven()) {
        scanner = schema.prover().map(it -> it.scanner(now));
      }
      if (scanner.isPresent() && reader.scan(scanner.get())) {
        pass(scanner.get());
        counted.replaceAll((count, number) -> number + 1);
      } else {
        var value = reader.value();
        var at = "/" + items;
        var deviating = validate(schema.items(), value, at);
        uniqueness.forEach(check -> check.examine(value::path, items, deviating));
        counted.replaceAll((count, number) -> count.counts(value) ? number + 1 : number);
        pass(value, at);
      }
      progress.accept(++items);
    }
    counted.forEach(
        (count, number) ->
            count
                .deviation(items, number)
                .ifPresent(deviation -> counter.deviate(count.rule(), deviation)));
    inList = false;
  }

  /** Passes on an item that meets every rule. */
  private void pass(ItemScanner item) {
    item.count();
    for (var check : uniqueness) {
      check.examine(item::value, items, Set.of());
    }
    sink.accept(item::value, items);
  }

  /** Passes a value on, without compared properties whose values are not certain. */
  private void pass(JsonNode value, String at) {
    if (!blurred.isEmpty() && value instanceof ObjectNode object) {
      schema
          .crossItem()
          .compared()
          .filter(it -> isBlurred(at + "/" + SchemaFiles.escape(it)))
          .forEach(object::remove);
    }
    altered.clear();
    blurred.clear();
    sink.accept(value::path, items);
  }

  private boolean isBlurred(String location) {
    return blurred.contains(Excerpt.cut(location))
        || blurred.stream().anyMatch(pointer -> pointer.startsWith(location + "/"));
  }

  /** Returns the locations of uncertain values and of intrinsic deviations. */
  private Set<String> validate(List<Judge> judges, JsonNode value, String at) {
    var errors =
        judges.stream()
            .flatMap(judge -> judge.judge(value, evaluation).stream())
            // Those of the array itself are about items that have not been read yet.
            .filter(
                error ->
                    !at.isEmpty()
                        || schema.items().isEmpty()
                        || !schema.listCounts().containsKey(error.schemaLocation()))
            .toList();
    if (errors.isEmpty() && blurred.isEmpty()) {
      return Set.of();
    }
    var deviations =
        errors.stream()
            .map(error -> BodyDeviation.of(schema.rule(error), error, at))
            // Advice on an uncertain value says no more than what makes it uncertain.
            .filter(it -> it.rule().level() == Level.MUST || !blurred.contains(it.location()))
            .toList();
    var locations = new HashSet<>(blurred);
    for (var deviation : BodyDeviation.withoutConsequences(deviations, altered)) {
      counter.deviate(deviation.rule(), deviation.actual(), deviation::deviation);
      if (deviation.isIntrinsic()) {
        locations.add(deviation.location());
      }
    }
    return locations;
  }

  private void onError(JsonError error) {
    if (error.kind().altersValue()) {
      altered.add(error.location());
    }
    if (error.kind().blursValue()) {
      blurred.add(error.location());
    }
    jsonErrors.merge(error.kind(), 1L, Long::sum);
    var rule = schema.rule(error.kind());
    counter.deviate(
        rule, new Deviation(error.location(), rule.expected(), error.actual(), error.reason()));
  }

  private void count(Kind kind, long examined) {
    counter.examine(schema.rule(kind), Math.max(examined, jsonErrors.getOrDefault(kind, 0L)));
  }
}
