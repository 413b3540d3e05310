package conformance.bench;

import conformance.contract.Contracts;
import conformance.contract.RuleCounter;
import conformance.schema.Schemas;
import conformance.schema.keyword.WholeTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A way to read a list: from looking at its tokens only to judging it. */
enum Way {
  SCAN("Jackson, token by token", "96m", Way::scan),
  TREES("Jackson, a tree for each item", "96m", Way::trees),
  WHOLE_TREE("networknt, on the whole tree", "10g", Way::wholeTree),
  SUITE("the suite", "96m", Way::suite),
  SUITE_UNPROVEN("the suite, prover off", "96m", Way::suite, "-Dconformance.prover=off");

  /** When the lists are read: the cases send times that are current. */
  static final Instant NOW = Instant.now();

  private static final JsonMapper JSON = new JsonMapper();
  private static final Path SCHEMAS = Path.of("schemas");

  final String title;
  final String heap;
  final List<String> flags;
  private final Supplier<Reading> opening;

  Way(String title, String heap, Supplier<Reading> opening, String... flags) {
    this.title = title;
    this.heap = heap;
    this.opening = opening;
    this.flags = List.of(flags);
  }

  /**
   * Reads one list. What it found is asked for later, so that telling it takes no measured time.
   */
  @FunctionalInterface
  interface Reading {
    Supplier<Findings> read(InputStream list) throws IOException;
  }

  /** Does what is done once for all lists, such as compiling a schema. */
  Reading open() {
    return opening.get();
  }

  private static Reading scan() {
    return list -> {
      try (var parser = JSON.createParser(list)) {
        while (parser.nextToken() != null) {}
      }
      return () -> Findings.NONE;
    };
  }

  private static Reading trees() {
    return list -> {
      try (var parser = JSON.createParser(list)) {
        parser.nextToken();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          parser.<JsonNode>readValueAsTree();
        }
      }
      return () -> Findings.NONE;
    };
  }

  private static Reading wholeTree() {
    var contract = Contracts.read(SCHEMAS, "batches");
    var validator = WholeTree.of(SCHEMAS, contract, contract.operations().get(0));
    return list -> {
      var judged = validator.judge(list);
      return () -> Findings.of(judged.get());
    };
  }

  private static Reading suite() {
    var contract = Contracts.read(SCHEMAS, "batches");
    var schema = Schemas.load(SCHEMAS).response(contract, contract.operations().get(0));
    return list -> {
      var counter = new RuleCounter(schema.rules());
      schema.examine(list, counter, Optional.of(NOW), schema.memory(NOW));
      return () -> Findings.of(counter.results());
    };
  }
}
