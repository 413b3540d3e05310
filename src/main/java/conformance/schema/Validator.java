package conformance.schema;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.format.DateTimeFormat;
import com.networknt.schema.format.Format;
import com.networknt.schema.keyword.DisallowUnknownKeywordFactory;
import com.networknt.schema.keyword.FormatKeyword;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.keyword.RefValidator;
import conformance.contract.ContractException;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Sets up networknt's validator: draft 2020-12, formats asserted, our keywords known. */
final class Validator {
  private static final String VOCABULARY = "vocabulary.schema.json";

  private Validator() {}

  /**
   * Compiles the schema at {@code location}, references and all.
   *
   * @param counters what is to be counted
   */
  static Schema compile(SchemaFiles files, String location, Counters counters) {
    var texts =
        files.documents().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().toString()));
    var config =
        SchemaRegistryConfig.builder()
            .strict("format", true)
            .locale(Locale.ROOT)
            .regularExpressionFactory(BoundedPattern::of)
            .build();
    var registry =
        SchemaRegistry.withDialect(
            dialect(counters), builder -> builder.schemas(texts).schemaRegistryConfig(config));
    try {
      var schema = registry.getSchema(SchemaLocation.of(location));
      schema.initializeValidators();
      return schema;
    } catch (SchemaException e) {
      throw new ContractException(
          "%s cannot be compiled: %s".formatted(files.address(location), e.getMessage()), e);
    }
  }

  /**
   * Holds every file against the meta-schema: that of our keywords, which includes the draft's own.
   *
   * @throws ContractException with every place that does not meet it
   */
  static void checkFiles(SchemaFiles files) {
    var vocabulary = files.base() + VOCABULARY;
    var meta =
        SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                it -> it.schemas(Map.of(vocabulary, files.at(vocabulary).toString())))
            .getSchema(SchemaLocation.of(vocabulary));
    var problems =
        files.documents().entrySet().stream()
            .flatMap(
                file ->
                    meta.validate(file.getValue().toString(), InputFormat.JSON).stream()
                        .map(
                            error ->
                                "%s#%s: %s"
                                    .formatted(
                                        files.address(file.getKey()),
                                        error.getInstanceLocation(),
                                        error.getMessage())))
            .toList();
    if (!problems.isEmpty()) {
      throw new ContractException(
          "not JSON Schema 2020-12 with the keywords of vocabulary.schema.json:\n  "
              + String.join("\n  ", problems));
    }
  }

  private static Dialect dialect(Counters counters) {
    var standard = Dialects.getDraft202012();
    var builder =
        Dialect.builder(standard)
            .unknownKeywordFactory(DisallowUnknownKeywordFactory.getInstance());
    standard.getKeywords().values().stream()
        .filter(it -> !it.getValue().equals("format"))
        .forEach(it -> builder.keyword(stepped(it, counters)));
    Assertion.ALL.keySet().stream()
        .filter(it -> !standard.getKeywords().containsKey(it))
        .forEach(it -> builder.keyword(stepped(new Named(it), counters)));
    Keywords.DESCRIBING.forEach(it -> builder.keyword(new Named(it)));
    builder.keyword(stepped(new Advice(), counters));
    builder.format(new DateTime());
    builder.formatKeywordFactory(formats -> new SteppedFormat(formats, counters));
    return builder.build();
  }

  private static Keyword stepped(Keyword keyword, Counters counters) {
    return AssertionStep.maker(keyword.getValue())
        .<Keyword>map(maker -> new SteppedKeyword(keyword, maker, counters))
        .orElse(keyword);
  }

  /** The validator takes nothing for {@code format} but a subclass of its own. */
  private static final class SteppedFormat extends FormatKeyword {
    private final Keyword stepped;

    SteppedFormat(Map<String, Format> formats, Counters counters) {
      super(formats);
      this.stepped = stepped(new FormatKeyword(formats), counters);
    }

    @Override
    public KeywordValidator newValidator(
        SchemaLocation location, JsonNode value, Schema parent, SchemaContext context) {
      try {
        return stepped.newValidator(location, value, parent, context);
      } catch (Exception e) {
        throw new ContractException("format at " + location + ": " + e.getMessage(), e);
      }
    }
  }

  /** The validator takes no leap second that its own list, which ends with 2016, does not name. */
  private static final class DateTime extends DateTimeFormat {
    @Override
    public boolean matches(ExecutionContext evaluation, String text) {
      return super.matches(evaluation, text) || DateTimeReason.of(text).isEmpty();
    }
  }

  /** A keyword that means nothing to the validator. */
  private record Named(String keyword) implements Keyword {
    @Override
    public String getValue() {
      return keyword;
    }

    /** None: the validator then takes no step for it. */
    @Override
    public KeywordValidator newValidator(
        SchemaLocation location, JsonNode value, Schema parent, SchemaContext context) {
      return null;
    }
  }

  /**
   * {@code x-advice} refers to what a value should meet besides: a {@code $ref} by another name.
   */
  private record Advice() implements Keyword {
    @Override
    public String getValue() {
      return "x-advice";
    }

    @Override
    public KeywordValidator newValidator(
        SchemaLocation location, JsonNode value, Schema parent, SchemaContext context) {
      return new RefValidator(location, value, parent, context);
    }
  }
}
