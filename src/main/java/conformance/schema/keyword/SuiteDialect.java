package conformance.schema.keyword;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.format.Format;
import com.networknt.schema.keyword.DisallowUnknownKeywordFactory;
import com.networknt.schema.keyword.FormatKeyword;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordValidator;
import conformance.relation.DateTime;
import conformance.schema.keyword.Assertion.Meaning.Related;
import conformance.schema.keyword.Assertion.Meaning.Standard;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** networknt's draft 2020-12, with what the suite counts and the keywords it adds. */
final class SuiteDialect {
  private SuiteDialect() {}

  static Dialect of(Counters counters) {
    var standard = Dialects.getDraft202012();
    var builder =
        Dialect.builder(standard)
            .unknownKeywordFactory(DisallowUnknownKeywordFactory.getInstance())
            .format(new DateTimeFormat())
            .formatKeywordFactory(formats -> new CountingFormat(formats, counters));
    standard.getKeywords().values().stream()
        .filter(keyword -> !keyword.getValue().equals("format"))
        .forEach(keyword -> builder.keyword(counting(keyword, counters)));
    Assertions.ALL.values().stream()
        .filter(assertion -> !(assertion.meaning() instanceof Standard))
        .forEach(assertion -> builder.keyword(ours(assertion, counters)));
    Keywords.METADATA.stream()
        .filter(name -> name.startsWith("x-"))
        .forEach(name -> builder.keyword(new Annotation(name)));
    return builder.keyword(new Advice()).build();
  }

  private static Keyword counting(Keyword keyword, Counters counters) {
    var assertion = Optional.ofNullable(Assertions.ALL.get(keyword.getValue()));
    var counting = new CountingKeyword(keyword, assertion, counters);
    return SingleErrorKeyword.NAMES.contains(keyword.getValue())
        ? new SingleErrorKeyword(counting)
        : counting;
  }

  private static Keyword ours(Assertion assertion, Counters counters) {
    return assertion.meaning() instanceof Related related
        ? new RelationKeyword(assertion, related, counters)
        : new Annotation(assertion.keyword());
  }

  /** A keyword that asserts nothing about a single value. */
  private record Annotation(String keyword) implements Keyword {
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

  /** Refers to a schema that values should meet (RFC 2119), as {@code $ref} does. */
  private record Advice() implements Keyword {
    @Override
    public String getValue() {
      return "x-advice";
    }

    @Override
    public KeywordValidator newValidator(
        SchemaLocation location, JsonNode value, Schema parent, SchemaContext context) {
      return context.newValidator(location, "$ref", value, parent);
    }
  }

  /** networknt requires a subclass of its own for {@code format}. */
  private static final class CountingFormat extends FormatKeyword {
    private final Keyword counting;

    CountingFormat(Map<String, Format> formats, Counters counters) {
      super(formats);
      this.counting = counting(new FormatKeyword(formats), counters);
    }

    @Override
    public KeywordValidator newValidator(
        SchemaLocation location, JsonNode value, Schema parent, SchemaContext context) {
      try {
        return counting.newValidator(location, value, parent, context);
      } catch (Exception e) {
        throw new IllegalStateException("format at " + location, e);
      }
    }
  }

  /**
   * RFC 3339, section 5.6; networknt accepts only the leap seconds on its list, which ends in 2016.
   */
  private record DateTimeFormat() implements Format {
    @Override
    public String getName() {
      return "date-time";
    }

    @Override
    public boolean matches(ExecutionContext evaluation, String text) {
      return DateTime.of(text).reason().isEmpty();
    }
  }
}
