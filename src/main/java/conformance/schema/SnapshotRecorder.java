package conformance.schema;

import conformance.relation.ReadSnapshot;
import tools.jackson.databind.JsonNode;

/** Records the items of a first read in a snapshot. */
record SnapshotRecorder(BodySchema schema, ReadSnapshot snapshot) implements ItemSink {
  @Override
  public void accept(JsonNode item, long index) {
    schema
        .key(item)
        .ifPresentOrElse(key -> snapshot.remember(key, index, item), snapshot::passUnknown);
  }

  @Override
  public void end() {
    snapshot.complete();
  }
}
