package conformance.contract;

import java.util.function.UnaryOperator;

/**
 * A place where a rule is not met.
 *
 * @param location JSON Pointer (RFC 6901) into the body, {@code header:Name}, or {@code status}
 * @param expected what the contract requires
 * @param actual what was found, truncated, with control characters visible
 * @param reason why that is wrong, in words
 */
public record Deviation(String location, String expected, String actual, String reason) {

  /** The same with {@code edit}, a redaction, applied to every text. */
  public Deviation map(UnaryOperator<String> edit) {
    return new Deviation(
        edit.apply(location), edit.apply(expected), edit.apply(actual), edit.apply(reason));
  }

  /** The same with {@code edit} applied to the reason. */
  Deviation mapReason(UnaryOperator<String> edit) {
    return new Deviation(location, expected, actual, edit.apply(reason));
  }
}
