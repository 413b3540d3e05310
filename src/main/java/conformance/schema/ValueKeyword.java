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
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * An assertion of our own about a single value.
 *
 * @param name begins with {@code x-}
 * @param fault why a value fails it, in words; empty when it passes
 */
record ValueKeyword(String name, Function<JsonNode, Optional<String>> fault) implements Keyword {
  private static final int LONGEST_CODE = 3;
  private static final BitSet CALLING_CODES = callingCodes();

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
    var number = value.asString("");
    if (!value.isString() || !isInternational(number)) {
      return Optional.empty();
    }
    var code = 0;
    var end = Math.min(number.length(), 1 + LONGEST_CODE);
    for (var i = 1; i < end; i++) {
      code = code * 10 + number.charAt(i) - '0';
      if (CALLING_CODES.get(code)) {
        return Optional.empty();
      }
    }
    return Optional.of(
        "no country code that begins with %s is assigned".formatted(number.substring(1, end)));
  }

  private static boolean isInternational(String number) {
    var digits = number.startsWith("+") && number.length() > 1;
    for (var i = 1; i < number.length() && digits; i++) {
      digits = number.charAt(i) >= '0' && number.charAt(i) <= '9';
    }
    return digits;
  }

  private static BitSet callingCodes() {
    var codes = new BitSet();
    PhoneNumberUtil.getInstance().getSupportedCallingCodes().forEach(codes::set);
    return codes;
  }
}
