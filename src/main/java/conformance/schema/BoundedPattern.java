package conformance.schema;

import com.networknt.schema.regex.RegularExpression;
import com.networknt.schema.regex.RegularExpressions;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A pattern of a schema, held against a text in a bounded number of steps.
 *
 * <p>Patterns are ECMA-262's (JSON Schema 2020-12 Core, section 6.4), and the JDK's engine tries
 * ways without end if a pattern lets it. A text that takes too many steps does not match, and the
 * reason says so.
 */
final class BoundedPattern implements RegularExpression {
  private final Pattern pattern;

  private BoundedPattern(Pattern pattern) {
    this.pattern = pattern;
  }

  static BoundedPattern of(String regex) {
    return new BoundedPattern(compile(regex));
  }

  /** The pattern in the words of the JDK's engine. */
  static Pattern compile(String regex) {
    var anchored = RegularExpressions.replaceDollarAnchors(regex);
    return Pattern.compile(RegularExpressions.replaceLongformCharacterProperties(anchored));
  }

  @Override
  public boolean matches(String text) {
    return find(text).orElse(false);
  }

  /** Whether the text was not held against the pattern to the end. */
  boolean undecided(String text) {
    return find(text).isEmpty();
  }

  private Optional<Boolean> find(String text) {
    try {
      return Optional.of(pattern.matcher(Steps.of(text)).find());
    } catch (TooManySteps
        | StackOverflowError e) { // Each repetition of a group goes one call deeper.
      return Optional.empty();
    }
  }

  /** A text that can be looked at so often and no more. */
  static final class Steps implements CharSequence {
    private static final long ANY = 500_000;
    private static final long PER_CHARACTER = 20;

    private final String text;
    private long left;

    Steps(String text, long left) {
      this.text = text;
      this.left = left;
    }

    static Steps of(String text) {
      return new Steps(text, ANY + PER_CHARACTER * text.length());
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
