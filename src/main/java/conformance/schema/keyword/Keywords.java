package conformance.schema.keyword;

import conformance.relation.Change;
import java.util.Set;

/** Keywords that assert nothing about a single value. */
public final class Keywords {
  /** Describe the schema, and assert nothing. */
  public static final Set<String> METADATA =
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

  /** Constrain the array that is the body, by a property of its items. */
  public static final Set<String> LIST_KEYWORDS =
      Set.of("x-unique-by", "x-persistent-by", "x-same-order-by");

  private Keywords() {}

  /** Whether the keyword is about several items or several reads. */
  public static boolean spansValues(String keyword) {
    return LIST_KEYWORDS.contains(keyword) || spansReads(keyword);
  }

  /** Whether the keyword needs a second read. */
  public static boolean spansReads(String keyword) {
    return keyword.equals("x-persistent-by")
        || keyword.equals("x-same-order-by")
        || Change.ALL.containsKey(keyword);
  }
}
