package conformance.schema;

import conformance.schema.CaseItems.DeviatingItem;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Generates random lists of what the cases send. */
record GeneratedList(Random random, CaseItems items) {
  ArrayNode conforming(int size) {
    var list = JsonNodeFactory.instance.arrayNode();
    for (var i = 0; i < size; i++) {
      list.add(items.conforming(random, i));
    }
    return list;
  }

  /** Some of the items that deviate. */
  List<DeviatingItem> deviating(int number) {
    return Stream.generate(() -> items.deviating().get(random.nextInt(items.deviating().size())))
        .limit(number)
        .toList();
  }
}
