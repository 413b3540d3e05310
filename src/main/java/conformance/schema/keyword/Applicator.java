package conformance.schema.keyword;

import conformance.schema.file.SchemaFiles;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * A keyword that applies subschemas (JSON Schema 2020-12 Core, section 10).
 *
 * @param shape where its subschemas are
 * @param values what they apply to
 * @param demanded whether they must be met, each by itself; else the keyword as a whole is a rule
 */
public record Applicator(String keyword, Shape shape, Values values, boolean demanded) {

  /** Where the subschemas of a keyword are: in its value. */
  public enum Shape {
    REFERENCE,
    ONE,
    LIST,
    MAP
  }

  /** What subschemas apply to: the same value, or some within it. */
  public enum Values {
    SAME,
    ITEMS,
    NAMED_PROPERTY,
    PROPERTIES,
    NAMES
  }

  /** All applicators, by name. */
  public static final Map<String, Applicator> ALL =
      Arrays.stream(
              new Applicator[] {
                new Applicator("$ref", Shape.REFERENCE, Values.SAME, true),
                new Applicator("$dynamicRef", Shape.REFERENCE, Values.SAME, true),
                new Applicator("x-advice", Shape.REFERENCE, Values.SAME, true),
                new Applicator("allOf", Shape.LIST, Values.SAME, true),
                new Applicator("anyOf", Shape.LIST, Values.SAME, false),
                new Applicator("oneOf", Shape.LIST, Values.SAME, false),
                new Applicator("not", Shape.ONE, Values.SAME, false),
                new Applicator("if", Shape.ONE, Values.SAME, false),
                new Applicator("then", Shape.ONE, Values.SAME, true),
                new Applicator("else", Shape.ONE, Values.SAME, true),
                new Applicator("dependentSchemas", Shape.MAP, Values.SAME, true),
                new Applicator("properties", Shape.MAP, Values.NAMED_PROPERTY, true),
                new Applicator("patternProperties", Shape.MAP, Values.PROPERTIES, true),
                new Applicator("additionalProperties", Shape.ONE, Values.PROPERTIES, true),
                new Applicator("unevaluatedProperties", Shape.ONE, Values.PROPERTIES, true),
                new Applicator("propertyNames", Shape.ONE, Values.NAMES, false),
                new Applicator("prefixItems", Shape.LIST, Values.ITEMS, true),
                new Applicator("items", Shape.ONE, Values.ITEMS, true),
                new Applicator("unevaluatedItems", Shape.ONE, Values.ITEMS, true),
                new Applicator("contains", Shape.ONE, Values.ITEMS, false)
              })
          .collect(Collectors.toUnmodifiableMap(Applicator::keyword, Function.identity()));

  /**
   * The locations of its subschemas.
   *
   * @param schema location of the schema that has the keyword
   */
  public List<String> subschemas(SchemaFiles files, String schema, JsonNode value) {
    var at = SchemaFiles.below(schema, keyword);
    return switch (shape) {
      case REFERENCE -> List.of(files.resolve(schema, value.asString()));
      case ONE -> List.of(at);
      case LIST -> IntStream.range(0, value.size()).mapToObj(i -> at + "/" + i).toList();
      case MAP ->
          value.propertyNames().stream().map(name -> at + "/" + SchemaFiles.escape(name)).toList();
    };
  }
}
