package conformance.contract;

import java.util.function.UnaryOperator;

/**
 * A place where a rule is not met.
 *
 * @param location JSON Pointer (RFC 6901) into the body, {@code header:Name}, or {@code status}
 * @param expected what the contract asks for
 * @param actual what came instead, cut to a length, control characters visible
 * @param reason why that is wrong, in words
 */
public record Deviation(String location, String expected, String actual, String reason) {

  /** The same deviation with every text passed through {@code edit}, for redaction. */
  public Deviation map(UnaryOperator<String> edit) {
    return new Deviation(
        edit.apply(location), edit.apply(expected), edit.apply(actual), edit.apply(reason));
  }
}
