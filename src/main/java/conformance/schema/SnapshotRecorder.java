package conformance.schema;

import conformance.relation.ReadSnapshot;
import tools.jackson.databind.JsonNode;

/** Remembers the items of a first read. */
record SnapshotRecorder(BodySchema schema, ReadSnapshot memory) implements ItemSink {
  @Override
  public void take(JsonNode item, long index) {
    schema.key(item).ifPresentOrElse(key -> memory.remember(key, index, item), memory::passUnknown);
  }

  @Override
  public void end() {
    memory.complete();
  }
}
