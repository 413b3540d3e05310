package conformance.schema.keyword;

import conformance.relation.Change;
import conformance.relation.Relation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeType;

/**
 * An assertion keyword: each rule comes from one. {@link StandardAssertions} and {@link
 * SuiteAssertions} are the table of them.
 *
 * @param keyword its name
 * @param appliesTo types it applies to; values of other types meet it
 * @param words what is said of it
 * @param precedence which of several deviations of one value is reported
 * @param order which of two values of the keyword is stricter
 * @param meaning how it is implemented
 */
public record Assertion(
    String keyword,
    Set<JsonNodeType> appliesTo,
    Words words,
    Precedence precedence,
    Strictness order,
    Meaning meaning) {

  /**
   * What is said of a keyword.
   *
   * @param expected words the requirement, given the keyword's value: {@code at least 0}
   * @param promise the requirement as a sentence, of what it is about and what is expected
   * @param reason says why a value does not meet it
   */
  record Words(
      Function<JsonNode, String> expected, String promise, Function<SchemaError, String> reason) {}

  /**
   * Of several deviations of a value only the most basic is reported: null has the wrong type, and
   * is then not reported as an unknown status as well.
   */
  public enum Precedence {
    TYPE,
    VALUE,
    OTHER,
    /** Presupposes that both values are what they should be. */
    RELATION
  }

  /** Which of two values of a keyword is stricter. */
  public enum Strictness {
    /** Neither: the keyword's values are not compared. */
    NONE,
    LOWER,
    HIGHER,
    FEWER_TYPES,
    FEWER_VALUES,
    FEWER_NAMES
  }

  /** How a keyword is implemented. */
  sealed interface Meaning {
    /** By networknt. */
    record Standard() implements Meaning {}

    /**
     * By comparing the value with its siblings or with the time of the response.
     *
     * @param relation given the keyword's value
     * @param siblings names of the properties it compares with, given the keyword's value
     */
    record Related(Function<JsonNode, Relation> relation, Function<JsonNode, List<String>> siblings)
        implements Meaning {}

    /**
     * Across the items of the list, which each have the property that is the keyword's value.
     *
     * @param ofReads whether it needs a second read
     */
    record Listed(boolean ofReads) implements Meaning {}

    /** By comparing a property with its value at an earlier read. */
    record Changing(Change change) implements Meaning {}
  }

  /** The requirement in words, given the keyword's value: {@code at least 0}. */
  public String expected(JsonNode keywordValue) {
    return words.expected().apply(keywordValue);
  }

  /** The requirement as a sentence. */
  public String promise(String subject, String expected) {
    return words.promise().formatted(subject, expected);
  }

  /** Whether it constrains the array that is the body, by a property of its items. */
  public boolean isOfLists() {
    return meaning instanceof Meaning.Listed;
  }

  /** Whether it needs a second read. */
  public boolean isOfReads() {
    return meaning instanceof Meaning.Changing
        || meaning instanceof Meaning.Listed listed && listed.ofReads();
  }

  /** How it compares a property with its value at an earlier read, if it does. */
  public Optional<Change> change() {
    return meaning instanceof Meaning.Changing changing
        ? Optional.of(changing.change())
        : Optional.empty();
  }

  /** Names of the properties that it compares a value with, given the keyword's value. */
  public List<String> siblings(JsonNode keywordValue) {
    return meaning instanceof Meaning.Related related
        ? related.siblings().apply(keywordValue)
        : List.of();
  }

  static Assertion standard(
      String keyword, Set<JsonNodeType> appliesTo, Function<JsonNode, String> expected) {
    return of(keyword, appliesTo, expected, new Meaning.Standard());
  }

  static Assertion of(
      String keyword,
      Set<JsonNodeType> appliesTo,
      Function<JsonNode, String> expected,
      Meaning meaning) {
    return new Assertion(
        keyword,
        appliesTo,
        new Words(expected, "%s is %s", SchemaError::shownMessage),
        Precedence.OTHER,
        Strictness.NONE,
        meaning);
  }

  Assertion promising(String promise) {
    return with(new Words(words.expected(), promise, words.reason()));
  }

  Assertion because(Function<SchemaError, String> reason) {
    return with(new Words(words.expected(), words.promise(), reason));
  }

  private Assertion with(Words other) {
    return new Assertion(keyword, appliesTo, other, precedence, order, meaning);
  }

  Assertion at(Precedence other) {
    return new Assertion(keyword, appliesTo, words, other, order, meaning);
  }

  Assertion stricterWith(Strictness other) {
    return new Assertion(keyword, appliesTo, words, precedence, other, meaning);
  }
}
