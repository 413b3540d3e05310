package conformance.schema.keyword;

import com.networknt.schema.regex.RegularExpression;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A pattern of a schema, matched in a bounded number of steps.
 *
 * <p>Patterns are ECMA-262's (JSON Schema 2020-12 Core, section 6.4), and the JDK's engine may
 * backtrack exponentially. A text that takes too many steps does not match, and the reason says so.
 */
public final class BoundedPattern implements RegularExpression {
  private final Pattern pattern;

  private BoundedPattern(Pattern pattern) {
    this.pattern = pattern;
  }

  static BoundedPattern of(String regex) {
    return new BoundedPattern(compile(regex));
  }

  /**
   * Compiles a pattern of ECMA-262.
   *
   * @throws IllegalArgumentException that says why it is none
   */
  static Pattern compile(String regex) {
    return Pattern.compile(EcmaPattern.translate(regex));
  }

  @Override
  public boolean matches(String text) {
    return find(text).orElse(false);
  }

  /** Whether matching took too many steps. */
  boolean undecided(String text) {
    return find(text).isEmpty();
  }

  private Optional<Boolean> find(String text) {
    try {
      return Optional.of(pattern.matcher(LimitedText.of(text)).find());
    } catch (TooManySteps
        | StackOverflowError e) { // The JDK recurses for each repetition of a group.
      return Optional.empty();
    }
  }

  /** A text that allows a limited number of reads of a character. */
  static final class LimitedText implements CharSequence {
    private static final long FIXED = 500_000;
    private static final long PER_CHARACTER = 20;

    private final String text;
    private long left;

    LimitedText(String text, long left) {
      this.text = text;
      this.left = left;
    }

    static LimitedText of(String text) {
      return new LimitedText(text, FIXED + PER_CHARACTER * text.length());
    }

    @Override
    public char charAt(int index) {
      if (--left < 0) {
        throw new TooManySteps();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  static final class TooManySteps extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManySteps() {
      super(null, null, false, false);
    }
  }
}
