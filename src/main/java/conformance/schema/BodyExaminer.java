package conformance.schema;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.path.NodePath;
import conformance.contract.Deviation;
import conformance.contract.Excerpt;
import conformance.contract.RuleCounter;
import conformance.json.JsonError;
import conformance.json.JsonError.Kind;
import conformance.json.JsonReader;
import conformance.json.UnreadableException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Examines one body: reads it value by value, validates each, and tallies what it finds.
 *
 * <p>An array is never held whole: an item is read, validated and dropped before the next one.
 */
final class BodyExaminer {
  private final BodySchema schema;
  private final RuleCounter counter;
  private final Evaluation evaluation;
  private final List<Uniqueness> uniqueness;
  private final ItemSink sink;
  private final LongConsumer progress;
  private final Set<String> flawed = new HashSet<>();
  private final Map<Kind, Long> jsonErrors = new EnumMap<>(Kind.class);
  private long items;

  BodyExaminer(
      BodySchema schema,
      RuleCounter counter,
      Optional<Instant> now,
      ItemSink sink,
      LongConsumer progress) {
    this.schema = schema;
    this.counter = counter;
    this.evaluation = new Evaluation(schema.counters().size(), now);
    this.uniqueness =
        schema.across().unique().stream().map(it -> new Uniqueness(it, counter)).toList();
    this.sink = sink;
    this.progress = progress;
  }

  /** Returns how many items the body has if it is an array, else 0 or 1. */
  long examine(InputStream body) throws IOException {
    try {
      // Of a body that was not read to its end nobody knows whether the rest would have been JSON.
      var whole = readWhole(body) ? 1 : 0;
      count(Kind.SYNTAX, whole);
      count(Kind.BOUNDS, whole);
    } finally {
      count(Kind.BYTE_ORDER_MARK, 1);
      for (var i = 0; i < schema.size(); i++) {
        counter.examine(schema.rule(i), evaluation.counted(i));
      }
      counter.cover(schema.counters().coverage(evaluation::counted));
    }
    return items;
  }

  /** Returns whether the body was read to its end. */
  private boolean readWhole(InputStream body) throws IOException {
    try (var reader = new JsonReader(body, this::note)) {
      try {
        read(reader);
        return true;
      } finally {
        count(Kind.DUPLICATE_NAME, reader.objects());
        count(Kind.ENCODING, reader.strings());
      }
    } catch (UnreadableException e) {
      // The jsonError that stopped the reader has been noted; what came before it counts.
      return false;
    }
  }

  private void read(JsonReader reader) throws IOException, UnreadableException {
    var item = schema.items();
    var array = reader.atArray();
    if (array && item.isPresent()) {
      readItems(reader, item.get());
    } else {
      var value = reader.value();
      validate(schema.whole(), value, BodySchema.ROOT);
      if (item.isEmpty()) {
        pass(value, BodySchema.ROOT);
      }
      items = 1;
    }
    reader.end();
    if (array || item.isEmpty()) {
      sink.end();
    }
  }

  private void readItems(JsonReader reader, Schema item) throws IOException, UnreadableException {
    validate(schema.whole(), JsonNodeFactory.instance.arrayNode(), BodySchema.ROOT);
    while (reader.nextItem()) {
      var value = reader.value();
      var at = BodySchema.ROOT.append((int) items);
      var broken = validate(item, value, at);
      for (var each : uniqueness) {
        each.examine(value, items, broken);
      }
      pass(value, at);
      progress.accept(++items);
    }
  }

  /** Passes a value on, but of what is compared nothing that is not as it was sent. */
  private void pass(JsonNode value, NodePath at) {
    if (!flawed.isEmpty() && value instanceof ObjectNode object) {
      schema.across().compared().filter(it -> isFlawed(at.append(it))).forEach(object::remove);
    }
    flawed.clear();
    sink.take(value, items);
  }

  private boolean isFlawed(NodePath property) {
    var location = property.toString();
    return flawed.contains(Excerpt.cut(location))
        || flawed.stream().anyMatch(it -> it.startsWith(location + "/"));
  }

  /** Returns the places of values that are wrong in themselves, or came so. */
  private Set<String> validate(Schema against, JsonNode value, NodePath at) {
    against.validate(evaluation, value, value, at);
    if (evaluation.getErrors().isEmpty() && flawed.isEmpty()) {
      return Set.of();
    }
    var faults = new ArrayList<BodyDeviation>();
    for (var error : evaluation.getErrors()) {
      faults.add(fault(error));
    }
    var wrong = new HashSet<>(flawed);
    for (var fault : BodyDeviation.atTheirRoot(faults, flawed)) {
      counter.deviate(fault.rule(), fault.actual(), fault::deviation);
      if (fault.isWrongInItself()) {
        wrong.add(fault.location());
      }
    }
    evaluation.getErrors().clear();
    return wrong;
  }

  private BodyDeviation fault(Error error) {
    var rule = schema.rule(error);
    var keywordValue = schema.keywordValue(error);
    return BodyDeviation.of(rule, error, keywordValue, () -> Reasons.of(error, keywordValue));
  }

  private void note(JsonError jsonError) {
    // A byte order mark is in front of the value, which is read as it was sent.
    if (jsonError.kind() != Kind.BYTE_ORDER_MARK) {
      flawed.add(jsonError.location());
    }
    jsonErrors.merge(jsonError.kind(), 1L, Long::sum);
    var rule = schema.rule(jsonError.kind());
    counter.deviate(
        rule,
        new Deviation(
            jsonError.location(), rule.expected(), jsonError.actual(), jsonError.reason()));
  }

  private void count(Kind kind, long examined) {
    counter.examine(schema.rule(kind), Math.max(examined, jsonErrors.getOrDefault(kind, 0L)));
  }
}
