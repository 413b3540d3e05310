package conformance.relation;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.BitSet;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The country codes that ITU-T E.164 assigns: those that libphonenumber knows, which has numbers
 * for them, and those that the list of assigned codes (Operational Bulletin 1114, 2016) has
 * besides.
 */
public final class CallingCodes {
  private static final int LONGEST = 3;
  private static final BitSet ASSIGNED = new BitSet();

  /** Assigned to the Vatican, to a group of countries and to a trial, though hardly used. */
  private static final int[] WITHOUT_NUMBERS = {379, 388, 991};

  static {
    PhoneNumberUtil.getInstance().getSupportedCallingCodes().forEach(ASSIGNED::set);
    for (var code : WITHOUT_NUMBERS) {
      ASSIGNED.set(code);
    }
  }

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

  /** Whether a text begins with an assigned code, or is no international number. */
  public static boolean accepts(char[] text, int start, int length) {
    if (!isInternational(text, start, length)) {
      return true;
    }
    var code = 0;
    for (var i = 1; i <= Math.min(LONGEST, length - 1); i++) {
      code = code * 10 + text[start + i] - '0';
      if (code == 0) {
        return false; // None begins with 0.
      }
      if (ASSIGNED.get(code)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isInternational(char[] text, int start, int length) {
    for (var i = 1; i < length; i++) {
      if (text[start + i] < '0' || text[start + i] > '9') {
        return false;
      }
    }
    return length > 1 && text[start] == '+';
  }

  private static Optional<String> unassigned(String number) {
    return accepts(number.toCharArray(), 0, number.length())
        ? Optional.empty()
        : Optional.of(number.substring(1, Math.min(number.length(), 1 + LONGEST)));
  }
}
