package conformance.schema.keyword;

import java.util.Set;

/** Keywords that are no assertions. */
public final class Keywords {
  /** Describe the schema or another keyword, and assert nothing by themselves. */
  public static final Set<String> METADATA =
      Set.of(
          "$schema",
          "$id",
          "$defs",
          "$anchor",
          "$dynamicAnchor",
          "$comment",
          "title",
          "description",
          "examples",
          "default",
          "deprecated",
          "readOnly",
          "writeOnly",
          "minContains",
          "maxContains",
          "x-personal",
          "x-source",
          "x-category",
          "x-expected");

  private Keywords() {}
}
