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
import conformance.schema.file.SchemaFiles;
import conformance.schema.keyword.Assertion;
import conformance.schema.keyword.Counters;
import conformance.schema.keyword.Keywords;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Configures networknt: draft 2020-12, formats asserted, our keywords added. */
final class Validator {
  private static final String VOCABULARY = "vocabulary.schema.json";

  private Validator() {}

  /** Compiles the schema at {@code location} and those it refers to. */
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
   * Validates every file against our meta-schema, which extends that of the draft.
   *
   * @throws ContractException with every error
   */
  static void checkFiles(SchemaFiles files) {
    var vocabulary = files.base() + VOCABULARY;
    var meta =
        SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(Map.of(vocabulary, files.at(vocabulary).toString())))
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
        .filter(keyword -> !keyword.getValue().equals("format"))
        .forEach(keyword -> builder.keyword(adapt(keyword, counters)));
    Assertion.ALL.keySet().stream()
        .filter(name -> !standard.getKeywords().containsKey(name))
        .forEach(name -> builder.keyword(adapt(new UnimplementedKeyword(name), counters)));
    Keywords.METADATA.forEach(name -> builder.keyword(new UnimplementedKeyword(name)));
    builder.keyword(adapt(new Advice(), counters));
    builder.format(new DateTime());
    builder.formatKeywordFactory(formats -> new FormatAdapter(formats, counters));
    return builder.build();
  }

  private static Keyword adapt(Keyword keyword, Counters counters) {
    return KeywordCompiler.of(keyword.getValue())
        .<Keyword>map(compiler -> new KeywordAdapter(keyword, compiler, counters))
        .orElse(keyword);
  }

  /** networknt requires a subclass of its own for {@code format}. */
  private static final class FormatAdapter extends FormatKeyword {
    private final Keyword adapted;

    FormatAdapter(Map<String, Format> formats, Counters counters) {
      super(formats);
      this.adapted = adapt(new FormatKeyword(formats), counters);
    }

    @Override
    public KeywordValidator newValidator(
        SchemaLocation location, JsonNode value, Schema parent, SchemaContext context) {
      try {
        return adapted.newValidator(location, value, parent, context);
      } catch (Exception e) {
        throw new ContractException("format at " + location + ": " + e.getMessage(), e);
      }
    }
  }

  /** networknt accepts only the leap seconds on its list, which ends in 2016. */
  private static final class DateTime extends DateTimeFormat {
    @Override
    public boolean matches(ExecutionContext evaluation, String text) {
      return super.matches(evaluation, text) || DateTimeReason.of(text).isEmpty();
    }
  }

  /** A keyword without an implementation in networknt. */
  private record UnimplementedKeyword(String keyword) implements Keyword {
    @Override
    public String getValue() {
      return keyword;
    }

    /** None, so that networknt skips it. */
    @Override
    public KeywordValidator newValidator(
        SchemaLocation location, JsonNode value, Schema parent, SchemaContext context) {
      return null;
    }
  }

  /**
   * {@code x-advice} refers to a schema that values should meet (RFC 2119), as {@code $ref} does.
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
