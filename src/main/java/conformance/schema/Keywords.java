package conformance.schema;

import conformance.relation.Change;
import java.util.Set;

/** Keywords by what they do, where that is not to assert something of a single value. */
final class Keywords {
  /** Say something about the schema and nothing of an instance. */
  static final Set<String> DESCRIBING =
      Set.of(
          "$schema",
          "$id",
          "$defs",
          "$comment",
          "title",
          "description",
          "examples",
          "default",
          "deprecated",
          "x-personal",
          "x-source",
          "x-expected");

  /** Demand something of the array that is the body, by a property of its items. */
  static final Set<String> OF_LISTS = Set.of("x-unique-by", "x-persistent-by", "x-same-order-by");

  private Keywords() {}

  /** Whether the keyword is about several items, or several reads: of one value it says nothing. */
  static boolean ofSeveral(String keyword) {
    return OF_LISTS.contains(keyword) || acrossReads(keyword);
  }

  /** Whether the keyword needs a second read. */
  static boolean acrossReads(String keyword) {
    return keyword.equals("x-persistent-by")
        || keyword.equals("x-same-order-by")
        || Change.ALL.containsKey(keyword);
  }
}
