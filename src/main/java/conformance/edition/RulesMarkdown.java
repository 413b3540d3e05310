package conformance.edition;

import conformance.contract.Level;
import conformance.contract.Rule;
import conformance.contract.UntestedPromise;
import conformance.schema.RuleKeyword;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the rules of a contract as a page of Markdown. */
public final class RulesMarkdown {
  private RulesMarkdown() {}

  /**
   * The page.
   *
   * @param cases the case that breaks a rule, by the rule's address within the contract's folder
   */
  public static String of(
      Edition edition, Map<String, String> cases, List<UntestedPromise> untested) {
    var name = edition.contract().name();
    return """
    # Rules of %s (edition %s)

    %d rules: %d *must*, %d *should*. Made by `mvn -q compile exec:java -Dexec.args="rules %s schemas/%s/RULES.md"`.

    | promise | level | basis | section | category | case that breaks it | id, after `%s/` |
    |---|---|---|---|---|---|---|
    %s
    ## What no rule can test

    %s"""
        .formatted(
            name,
            edition.contract().edition(),
            edition.keywords().size(),
            count(edition, Level.MUST),
            count(edition, Level.SHOULD),
            name,
            name,
            name,
            edition.keywords().entrySet().stream()
                .map(rule -> row(rule.getKey(), rule.getValue().rule(), cases))
                .collect(Collectors.joining()),
            untested(untested));
  }

  private static long count(Edition edition, Level level) {
    return edition.keywords().values().stream()
        .map(RuleKeyword::rule)
        .filter(rule -> rule.level() == level)
        .count();
  }

  private static String row(String address, Rule rule, Map<String, String> cases) {
    // In self-tests: no server for fixtures lets these pass.
    var name = cases.containsKey(address) ? code(cases.get(address)) : "no case of its own";
    return cells(
        text(rule.promise()),
        rule.level(),
        rule.source().basis(),
        text(rule.source().section()),
        text(rule.category()),
        name,
        code(address));
  }

  private static String untested(List<UntestedPromise> untested) {
    return untested.isEmpty()
        ? "Nothing that the contract lists (`x-untested`).\n"
        : untested.stream()
            .map(it -> cells(text(it.promise()), text(it.section()), text(it.reason())))
            .collect(Collectors.joining("", "| promise | section | why |\n|---|---|---|\n", ""));
  }

  private static String cells(Object... cells) {
    return Stream.of(cells).map(Object::toString).collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private static String text(String text) {
    return ComparisonMarkdown.escape(text);
  }

  private static String code(String text) {
    return "`%s`".formatted(text.replace("|", "\\|"));
  }
}
