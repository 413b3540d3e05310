package conformance.schema.keyword;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All assertions: those of JSON Schema, and those of the suite. */
public final class Assertions {
  /** By name. */
  public static final Map<String, Assertion> ALL =
      Stream.concat(StandardAssertions.TABLE.stream(), SuiteAssertions.TABLE.stream())
          .collect(Collectors.toUnmodifiableMap(Assertion::keyword, Function.identity()));

  private Assertions() {}
}
