package conformance.schema;

import com.networknt.schema.Schema;
import com.networknt.schema.keyword.PropertiesValidator;
import com.networknt.schema.keyword.RefValidator;
import conformance.schema.CompiledKeyword.CompiledAssertion;
import conformance.schema.CompiledKeyword.SkipCondition;
import conformance.schema.keyword.Counters;
import conformance.schema.keyword.ValueType;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Compiles the applicators (JSON Schema 2020-12 Core, section 10). */
final class ApplicatorCompiler {
  /** By keyword. {@code x-advice} applies a schema as {@code $ref} does. */
  static final Map<String, Function<SchemaKeyword, CompiledKeyword>> COMPILERS =
      Map.of(
          "properties", ApplicatorCompiler::properties,
          "additionalProperties", ApplicatorCompiler::additionalProperties,
          "propertyNames", ApplicatorCompiler::propertyNames,
          "$ref", ApplicatorCompiler::reference,
          "x-advice", ApplicatorCompiler::reference,
          "allOf", ApplicatorCompiler::allOf,
          "if", ApplicatorCompiler::conditional,
          "then", ApplicatorCompiler::handledByIf,
          "else", ApplicatorCompiler::handledByIf);

  private ApplicatorCompiler() {}

  /** Whether the keyword evaluates properties, in the sense of {@code unevaluatedProperties}. */
  static boolean evaluates(String keyword) {
    return COMPILERS.containsKey(keyword) && !keyword.equals("propertyNames");
  }

  private static CompiledKeyword properties(SchemaKeyword keyword) {
    // Compiling these again would double the time with each level of properties.
    var compiled = ((PropertiesValidator) keyword.validator().orElseThrow()).getSchemas();
    var list = keyword.list();
    var byName = new LinkedHashMap<String, CompiledKeyword.Property>();
    for (var name : keyword.value().propertyNames()) {
      var counters = list == Counters.NONE ? new int[0] : new int[] {list + byName.size()};
      byName.put(name, new CompiledKeyword.Property(compiled.get(name), counters));
    }
    return new CompiledKeyword.Properties(byName);
  }

  private static CompiledKeyword reference(SchemaKeyword keyword) {
    var reference = (RefValidator) keyword.validator().orElseThrow();
    return new CompiledKeyword.InPlace(List.of(reference.getSchemaRef()::getSchema));
  }

  private static CompiledKeyword allOf(SchemaKeyword keyword) {
    return new CompiledKeyword.InPlace(
        IntStream.range(0, keyword.value().size())
            .mapToObj(i -> keyword.subschema(Integer.toString(i), keyword.value().get(i)))
            .<Supplier<Schema>>map(schema -> () -> schema)
            .toList());
  }

  private static CompiledKeyword additionalProperties(SchemaKeyword keyword) {
    var schema = keyword.parent().getSchemaNode();
    var validation = keyword.validation();
    if (schema.has("patternProperties")) {
      return CompiledAssertion.of(keyword, type -> validation);
    }
    // Interned, as parsed names are: most comparisons then end at once.
    var known = new HashSet<String>();
    schema.path("properties").propertyNames().forEach(name -> known.add(name.intern()));
    return keyword.value().isBoolean()
        ? CompiledAssertion.of(keyword, type -> validation).unless(new SkipCondition.HasOnly(known))
        : new CompiledKeyword.AdditionalProperties(known, keyword.valueSchema());
  }

  /** Reports each deviating name once, whatever its errors. */
  private static CompiledKeyword propertyNames(SchemaKeyword keyword) {
    var step =
        EnumTexts.within(keyword)
            .map(list -> eachName(keyword, list::count))
            .orElseGet(() -> eachName(keyword, meeting(new LazySchema(keyword.valueSchema()))));
    return CompiledAssertion.of(keyword, type -> step);
  }

  private static BiPredicate<Evaluation, String> meeting(LazySchema schema) {
    return (evaluation, name) -> evaluation.meets(schema, StringNode.valueOf(name));
  }

  private static Step eachName(SchemaKeyword keyword, BiPredicate<Evaluation, String> documented) {
    return (evaluation, value) -> {
      for (var name : value.propertyNames()) {
        if (!documented.test(evaluation, name)) {
          keyword.failName(evaluation, value, name);
        }
      }
    };
  }

  /** {@code then} and {@code else}: compiled with {@code if}. */
  private static CompiledKeyword handledByIf(SchemaKeyword keyword) {
    return new CompiledKeyword.InPlace(List.of());
  }

  private static CompiledKeyword conditional(SchemaKeyword keyword) {
    var then = keyword.sibling("then").<Step>map(LazySchema::new).orElse(Step.NOTHING);
    var otherwise = keyword.sibling("else").<Step>map(LazySchema::new).orElse(Step.NOTHING);
    var met = condition(keyword.value(), keyword::valueSchema);
    return CompiledAssertion.uncounted(
        ValueType.ANY,
        (evaluation, value) ->
            (met.test(evaluation, value) ? then : otherwise).evaluate(evaluation, value));
  }

  private static BiPredicate<Evaluation, JsonNode> condition(
      JsonNode schema, Supplier<Schema> compiled) {
    var constCondition = ConstCondition.of(schema);
    if (constCondition.isPresent()) {
      var condition = constCondition.get();
      return (evaluation, value) -> condition.isMetBy(value);
    }
    var condition = new LazySchema(compiled.get());
    return (evaluation, value) -> evaluation.meets(condition, value);
  }
}
