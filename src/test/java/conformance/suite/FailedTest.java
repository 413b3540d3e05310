package conformance.suite;

import conformance.contract.Excerpt;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.opentest4j.AssertionFailedError;

/**
 * A failure of a user's own test, without the token, control characters, the rest of very long
 * messages, and stack frames of libraries.
 */
public final class FailedTest extends AssertionFailedError {
  private static final long serialVersionUID = 1L;

  /** The longest message in characters, since REST Assured may quote the whole body. */
  private static final int MAX_LENGTH = 16 * 1024;

  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");
  private static final Pattern LIBRARY =
      Pattern.compile("(java|jdk|sun|groovy|io\\.restassured|org\\.(codehaus|junit|apache))\\..*");

  private FailedTest(String message, Throwable cause, StackTraceElement[] frames) {
    super(message, cause);
    setStackTrace(frames);
  }

  /** The failure to report instead of {@code thrown}, including its causes. */
  public static FailedTest of(Throwable thrown, UnaryOperator<String> redaction) {
    // For an assertion error the message suffices; other exceptions need their class.
    var message = thrown instanceof AssertionError ? thrown.getMessage() : thrown.toString();
    var masked = redaction.apply(message == null ? thrown.toString() : message);
    var cut =
        masked.length() > MAX_LENGTH
            ? "%s... (%,d characters)".formatted(masked.substring(0, MAX_LENGTH), masked.length())
            : masked;
    var frames =
        Stream.of(thrown.getStackTrace())
            .filter(frame -> !LIBRARY.matcher(frame.getClassName()).matches())
            .toArray(StackTraceElement[]::new);
    return new FailedTest(
        CONTROL
            .matcher(cut)
            .replaceAll(found -> Matcher.quoteReplacement(Excerpt.visible(found.group()))),
        thrown.getCause() == null ? null : of(thrown.getCause(), redaction),
        frames);
  }

  @Override
  public String toString() {
    return "FailedTest: " + getMessage();
  }
}
