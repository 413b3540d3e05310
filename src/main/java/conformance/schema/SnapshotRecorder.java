package conformance.schema;

import conformance.relation.ReadSnapshot;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Records the items of a first read in a snapshot. */
record SnapshotRecorder(BodySchema schema, ReadSnapshot snapshot) implements ItemSink {
  @Override
  public void accept(Function<String, JsonNode> item, long index) {
    schema
        .key(item)
        .ifPresentOrElse(key -> snapshot.remember(key, index, item), snapshot::passUnknown);
  }

  @Override
  public void end() {
    snapshot.complete();
  }
}
