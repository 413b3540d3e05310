package conformance.relation;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The country codes that ITU-T E.164 assigns, as libphonenumber knows them. */
public final class CallingCodes {
  private static final int LONGEST = 3;
  private static final Pattern INTERNATIONAL = Pattern.compile("\\+[0-9]+");
  private static final Set<String> ASSIGNED =
      PhoneNumberUtil.getInstance().getSupportedCallingCodes().stream()
          .map(String::valueOf)
          .collect(Collectors.toUnmodifiableSet());

  private CallingCodes() {}

  /** The number begins with an assigned code; what is no international number is not judged. */
  public static Relation assigned(JsonNode keywordValue) {
    return (value, object, times) -> {
      var unassigned = unassigned(value.asString());
      return RelationOutcome.of(
          unassigned.isEmpty(),
          () -> "no country code that begins with %s is assigned".formatted(unassigned.get()));
    };
  }

  private static Optional<String> unassigned(String number) {
    if (!INTERNATIONAL.matcher(number).matches()) {
      return Optional.empty();
    }
    var code = "";
    for (var end = 2; end <= Math.min(number.length(), 1 + LONGEST); end++) {
      code = number.substring(1, end);
      if (ASSIGNED.contains(code)) {
        return Optional.empty();
      }
    }
    return Optional.of(code);
  }
}
