package conformance.schema;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import conformance.schema.keyword.ValueType;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * An assertion of our own about a single value.
 *
 * @param name begins with {@code x-}
 * @param met types whose values always meet it
 * @param reason why a value does not meet it; empty if it does
 */
record ValueKeyword(String name, Set<ValueType> met, Function<JsonNode, Optional<String>> reason) {
  private static final int LONGEST_CODE = 3;
  private static final Set<String> CALLING_CODES =
      PhoneNumberUtil.getInstance().getSupportedCallingCodes().stream()
          .map(String::valueOf)
          .collect(Collectors.toUnmodifiableSet());

  static final Map<String, ValueKeyword> ALL =
      Stream.of(
              new ValueKeyword(
                  "x-integer-literal", Set.of(ValueType.INTEGER), ValueKeyword::notLiteral),
              new ValueKeyword("x-calling-code", Set.of(), ValueKeyword::unassignedCode))
          .collect(Collectors.toMap(ValueKeyword::name, Function.identity()));

  Function<ValueType, Step> steps(SchemaKeyword keyword) {
    return type ->
        met.contains(type)
            ? Step.NOTHING
            : (evaluation, value) ->
                reason.apply(value).ifPresent(text -> keyword.fail(evaluation, value, text));
  }

  private static Optional<String> notLiteral(JsonNode value) {
    return value.isNumber() && !value.isIntegralNumber() && value.canConvertToExactIntegral()
        ? Optional.of("it is a whole number, but written with a fraction or an exponent")
        : Optional.empty();
  }

  /** The calling codes that ITU-T E.164 assigns, as libphonenumber knows them. */
  private static Optional<String> unassignedCode(JsonNode value) {
    var number = value.asString("");
    if (!value.isString() || !isInternational(number)) {
      return Optional.empty();
    }
    var code = "";
    for (var end = 2; end <= Math.min(number.length(), 1 + LONGEST_CODE); end++) {
      code = number.substring(1, end);
      if (CALLING_CODES.contains(code)) {
        return Optional.empty();
      }
    }
    return Optional.of("no country code that begins with %s is assigned".formatted(code));
  }

  private static boolean isInternational(String number) {
    var digits = number.startsWith("+") && number.length() > 1;
    for (var i = 1; i < number.length() && digits; i++) {
      digits = number.charAt(i) >= '0' && number.charAt(i) <= '9';
    }
    return digits;
  }
}
