package conformance.schema;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.AbstractKeywordValidator;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.path.NodePath;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * An assertion of our own about a single value.
 *
 * @param name begins with {@code x-}
 * @param fault why a value fails it, in words; empty when it passes
 */
record ValueKeyword(String name, Function<JsonNode, Optional<String>> fault) implements Keyword {
  private static final Pattern INTERNATIONAL = Pattern.compile("\\+([0-9]{1,3})[0-9]*");

  static final List<ValueKeyword> ALL =
      List.of(
          new ValueKeyword("x-integer-literal", ValueKeyword::notLiteral),
          new ValueKeyword("x-calling-code", ValueKeyword::unassigned));

  @Override
  public String getValue() {
    return name;
  }

  @Override
  public KeywordValidator newValidator(
      SchemaLocation location, JsonNode value, Schema parent, SchemaContext context) {
    return new AbstractKeywordValidator(this, value, location) {
      @Override
      public void validate(ExecutionContext execution, JsonNode node, JsonNode root, NodePath at) {
        fault
            .apply(node)
            .map(reason -> RelationKeyword.error(name, location, reason, node, at))
            .ifPresent(execution::addError);
      }
    };
  }

  private static Optional<String> notLiteral(JsonNode value) {
    return value.isNumber() && !value.isIntegralNumber() && value.canConvertToExactIntegral()
        ? Optional.of("it is a whole number, but written with a fraction or an exponent")
        : Optional.empty();
  }

  /** The calling codes that ITU-T E.164 assigns, as libphonenumber knows them. */
  private static Optional<String> unassigned(JsonNode value) {
    var number = INTERNATIONAL.matcher(value.asString(""));
    if (!value.isString() || !number.matches()) {
      return Optional.empty();
    }
    var digits = number.group(1);
    var assigned = PhoneNumberUtil.getInstance().getSupportedCallingCodes();
    for (var length = 1; length <= digits.length(); length++) {
      if (assigned.contains(Integer.parseInt(digits.substring(0, length)))) {
        return Optional.empty();
      }
    }
    return Optional.of("no country code that begins with %s is assigned".formatted(digits));
  }
}
