package conformance.suite;

import conformance.contract.Excerpt;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.opentest4j.AssertionFailedError;

/**
 * A test of one's own failed: what it threw, without the token, control characters, endless values
 * and the frames of the libraries between the test and what it asked for.
 */
public final class FailedTest extends AssertionFailedError {
  private static final long serialVersionUID = 1L;

  /** REST Assured may quote the whole body, in characters. */
  private static final int LENGTH = 16 * 1024;

  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");
  private static final Pattern LIBRARY =
      Pattern.compile("(java|jdk|sun|groovy|io\\.restassured|org\\.(codehaus|junit|apache))\\..*");

  private FailedTest(String message, Throwable cause, StackTraceElement[] frames) {
    super(message, cause);
    setStackTrace(frames);
  }

  /** What is told in place of {@code thrown}, and of its causes. */
  public static FailedTest of(Throwable thrown, UnaryOperator<String> redaction) {
    // An assertion is known by its words, any other exception by its class.
    var words = thrown instanceof AssertionError ? thrown.getMessage() : thrown.toString();
    var masked = redaction.apply(words == null ? thrown.toString() : words);
    var cut =
        masked.length() > LENGTH
            ? "%s... (%,d characters)".formatted(masked.substring(0, LENGTH), masked.length())
            : masked;
    var frames =
        Stream.of(thrown.getStackTrace())
            .filter(it -> !LIBRARY.matcher(it.getClassName()).matches())
            .toArray(StackTraceElement[]::new);
    return new FailedTest(
        CONTROL
            .matcher(cut)
            .replaceAll(it -> Matcher.quoteReplacement(Excerpt.visible(it.group()))),
        thrown.getCause() == null ? null : of(thrown.getCause(), redaction),
        frames);
  }

  @Override
  public String toString() {
    return "FailedTest: " + getMessage();
  }
}
