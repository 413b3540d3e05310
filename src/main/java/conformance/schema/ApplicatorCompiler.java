package conformance.schema;

import com.networknt.schema.Schema;
import com.networknt.schema.keyword.PropertiesValidator;
import com.networknt.schema.keyword.RefValidator;
import conformance.schema.KeywordEvaluator.Proof;
import conformance.schema.KeywordEvaluator.Test;
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

/** Makes parts of the keywords that apply other schemas. */
final class Applicator {
  /** By keyword. {@code $ref} by another name is {@code x-advice}. */
  static final Map<String, Function<KeywordSite, KeywordEvaluator>> MAKERS =
      Map.of(
          "properties", Applicator::properties,
          "additionalProperties", Applicator::others,
          "propertyNames", Applicator::names,
          "$ref", Applicator::reference,
          "x-advice", Applicator::reference,
          "allOf", Applicator::all,
          "if", Applicator::condition,
          "then", Applicator::nothing,
          "else", Applicator::nothing);

  private Applicator() {}

  /** Whether the keyword evaluates properties, in the sense of {@code unevaluatedProperties}. */
  static boolean evaluates(String keyword) {
    return MAKERS.containsKey(keyword) && !keyword.equals("propertyNames");
  }

  private static KeywordEvaluator properties(KeywordSite site) {
    // Compiled again for us, each level of properties would double the time of all below it.
    var compiled = ((PropertiesValidator) site.validator().orElseThrow()).getSchemas();
    var list = site.list();
    var byName = new LinkedHashMap<String, KeywordEvaluator.Property>();
    for (var name : site.keywordValue().propertyNames()) {
      var counters = list == Counters.NONE ? new int[0] : new int[] {list + byName.size()};
      byName.put(name, new KeywordEvaluator.Property(compiled.get(name), counters));
    }
    return new KeywordEvaluator.Properties(byName);
  }

  private static KeywordEvaluator reference(KeywordSite site) {
    var reference = (RefValidator) site.validator().orElseThrow();
    return new KeywordEvaluator.Application(List.of(reference.getSchemaRef()::getSchema));
  }

  private static KeywordEvaluator all(KeywordSite site) {
    return new KeywordEvaluator.Application(
        IntStream.range(0, site.keywordValue().size())
            .mapToObj(i -> site.below(Integer.toString(i), site.keywordValue().get(i)))
            .<Supplier<Schema>>map(schema -> () -> schema)
            .toList());
  }

  private static KeywordEvaluator others(KeywordSite site) {
    var schema = site.parent().getSchemaNode();
    var validation = site.validation();
    if (schema.has("patternProperties")) {
      return Test.of(site, type -> validation);
    }
    // Interned, as the names that are read are: most comparisons then end at once.
    var known = new HashSet<String>();
    schema.path("properties").propertyNames().forEach(name -> known.add(name.intern()));
    return site.keywordValue().isBoolean()
        ? Test.of(site, type -> validation).unless(new Proof.NoneBut(known))
        : new KeywordEvaluator.Others(known, site.set());
  }

  /** Tells each name once that is not as it should be, whatever is wrong with it. */
  private static KeywordEvaluator names(KeywordSite site) {
    var step =
        TextList.within(site)
            .map(list -> eachName(site, list::sees))
            .orElseGet(() -> eachName(site, onTrial(new SubschemaStep(site.set()))));
    return Test.of(site, type -> step);
  }

  private static BiPredicate<Evaluation, String> onTrial(SubschemaStep schema) {
    return (evaluation, name) -> evaluation.meets(schema, StringNode.valueOf(name));
  }

  private static Step eachName(KeywordSite site, BiPredicate<Evaluation, String> documented) {
    return (evaluation, value) -> {
      for (var name : value.propertyNames()) {
        if (!documented.test(evaluation, name)) {
          site.failName(evaluation, value, name);
        }
      }
    };
  }

  /** What {@code if} decides. */
  private static KeywordEvaluator nothing(KeywordSite site) {
    return new KeywordEvaluator.Application(List.of());
  }

  private static KeywordEvaluator condition(KeywordSite site) {
    var then = site.beside("then").<Step>map(SubschemaStep::new).orElse(Step.NOTHING);
    var otherwise = site.beside("else").<Step>map(SubschemaStep::new).orElse(Step.NOTHING);
    var met = condition(site.keywordValue(), site::set);
    return Test.uncounted(
        ValueType.ANY,
        (evaluation, value) ->
            (met.test(evaluation, value) ? then : otherwise).take(evaluation, value));
  }

  private static BiPredicate<Evaluation, JsonNode> condition(
      JsonNode text, Supplier<Schema> compiled) {
    var plain = PlainCondition.of(text);
    if (plain.isPresent()) {
      var condition = plain.get();
      return (evaluation, value) -> condition.isMetBy(value);
    }
    var condition = new SubschemaStep(compiled.get());
    return (evaluation, value) -> evaluation.meets(condition, value);
  }
}
