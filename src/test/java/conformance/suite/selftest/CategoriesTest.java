package conformance.suite.selftest;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.Contracts;
import conformance.contract.Deviation;
import conformance.contract.Finding;
import conformance.contract.Rule;
import conformance.contract.RuleCounts;
import conformance.contract.Strictness;
import conformance.contract.Verdict;
import conformance.fixture.FixtureServer;
import conformance.report.Sample;
import conformance.run.FixtureRun;
import conformance.run.ProbePolicy;
import conformance.suite.AllureResults;
import conformance.suite.BrokenRule;
import conformance.suite.ReportedRule;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each test that does not pass is in one category of the report. */
class CategoriesTest {
  private static final Map<String, Map<String, Rule>> RULES = new HashMap<>();
  private static final Verdict BROKEN = new Verdict.Broken();
  private static final Verdict KNOWN = new Verdict.Known("r", "t", "o", LocalDate.MAX);
  private static final Verdict UNSEEN = new Verdict.NotDemonstrated("nothing came");
  private static final Verdict OFF = new Verdict.NotApplicable("off");

  static List<String> contracts() {
    return Contracts.names(Path.of("schemas"));
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void sortsEveryRuleOfAContractOnceWhateverBecameOfIt(String contract) {
    var rules = rules(contract).values();
    assertThat(rules).hasSizeGreaterThan(100);
    for (var rule : rules) {
      for (var strict : List.of(true, false)) {
        assertThat(categories(strict, finding(rule, BROKEN))).containsExactly(rule.category());
        assertThat(categories(strict, finding(rule, KNOWN))).containsExactly("Known deviation");
        assertThat(categories(strict, finding(rule, UNSEEN))).containsExactly("Not demonstrated");
        assertThat(categories(strict, finding(rule, OFF))).isEmpty();
      }
    }
  }

  @Test
  void namesTheCategoriesOfTheShippedContract() {
    var rules = rules("batches");
    assertThat(
            Map.ofEntries(
                Map.entry("batch.schema.json#/properties/updated_at/format", "Invalid timestamp"),
                Map.entry(
                    "batch.schema.json#/properties/scheduled_at/pattern", "Invalid timestamp"),
                Map.entry(
                    "batch.schema.json#/properties/created_at/x-not-after", "Invalid timestamp"),
                Map.entry("batch.schema.json#/properties/status/enum", "Unknown status"),
                Map.entry("execution-status.advice.schema.json#/propertyNames", "Unknown status"),
                Map.entry(
                    "batch.schema.json#/properties/from_phone_number/pattern", "Phone number"),
                Map.entry("batch.schema.json#/properties/total_contacts/type", "Contact counts"),
                Map.entry(
                    "batch.schema.json#/properties/valid_contacts/x-not-more-than",
                    "Contact counts"),
                Map.entry("batch.schema.json#/required/status", "Missing property"),
                Map.entry("batch.schema.json#/then/required/scheduled_at", "Missing property"),
                Map.entry(
                    "batch.advice.schema.json#/additionalProperties", "Undocumented property"),
                Map.entry(
                    "batch.advice.schema.json#/properties/total_contacts/x-constant",
                    "Change between reads"),
                Map.entry("batch-list.schema.json#/x-persistent-by", "Change between reads"),
                Map.entry("batch-list.schema.json#/type", "Shape of the body"),
                Map.entry("batch.schema.json#/properties/status/type", "Shape of the body"),
                Map.entry("openapi.yaml#listBatches/200/body/json", "Shape of the body"),
                Map.entry("batch-list.schema.json#/x-unique-by", "Another value"),
                Map.entry("batch.schema.json#/properties/batch_id/pattern", "Another value"),
                Map.entry("error.advice.schema.json#/anyOf", "Another value"),
                Map.entry("openapi.yaml#listBatches/200/body/complete", "Transport"),
                Map.entry("openapi.yaml#listBatches/200/status", "Transport"),
                Map.entry("openapi.yaml#listBatches/200/header/Content-Encoding", "Transport"),
                Map.entry("openapi.yaml#listBatches/token-not-repeated", "Transport"),
                Map.entry("openapi.yaml#listBatches/security/no-header", "Authentication"),
                Map.entry("openapi.yaml#listBatches/methods/delete", "Unusual request"),
                Map.entry(
                    "openapi.yaml#listBatches/parameters/agent_id/no-failure", "Unusual request"),
                Map.entry("openapi.yaml#listBatches/error/body/json", "Unusual request")))
        .allSatisfy(
            (id, category) ->
                assertThat(rules.get("batches/" + id).category()).as(id).isEqualTo(category));
  }

  @ParameterizedTest
  @CsvSource({
    "broken, 'EnvironmentError: it refused the token', Environment",
    "broken, 'conformance.suite.ContractError: a is not a keyword', Mistakes in the contract",
    "failed, 'the target listed nothing, so the run says nothing about it', No data",
    "skipped, 'not demonstrated, the target listed nothing', Not demonstrated",
    "failed, 'FailedTest: the target listed 1 expectation', Tests of your own",
    "failed, 'FailedTest: a\ncategory  Phone number\nb', Tests of your own",
    "skipped, 'not demonstrated, 127.0.0.1:1 refused the connection', Not demonstrated"
  })
  void sortsWhatIsWrongWithTheRunAsAWhole(String status, String message, String category) {
    assertThat(all().of(status, message, message)).containsExactly(category);
  }

  @Test
  void sortsTheEntriesOfKnownDeviations() {
    var error = BrokenRule.ofEntries(List.of("r at /0: expired on 2026-01-01", "s: fixed"));
    assertThat(error).hasMessage("r at /0: expired on 2026-01-01\ns: fixed");
    assertThat(all().of("failed", error.getMessage(), error.toString()))
        .containsExactly("Entries of known deviations");
  }

  /** Longer ones would have to know the rules. */
  @Test
  void saysEachCategoryInAShortExpression() {
    assertThat(all().expressions()).hasSizeGreaterThan(12).allMatch(it -> it.length() <= 80);
  }

  private static AllureCategories all() {
    return AllureCategories.of(
        AllureResults.categories(
            contracts().stream().flatMap(it -> rules(it).values().stream()).map(Rule::category)));
  }

  private static List<String> categories(boolean strict, Finding finding) {
    var result = Sample.result(finding);
    var report = Sample.report(new Strictness(strict, false), result);
    var test = new ReportedRule(report, Sample.ruleResult(result, finding));
    return AllureCategories.of(AllureResults.categories(Stream.of(finding.rule().category())))
        .of(
            test.fails() ? "failed" : "skipped",
            test.line(),
            new BrokenRule(test.line(), test.message()).toString());
  }

  private static Map<String, Rule> rules(String contract) {
    return RULES.computeIfAbsent(contract, CategoriesTest::read);
  }

  private static Map<String, Rule> read(String contract) {
    return FixtureRun.at(contract, FixtureServer.url(contract, "conforming"))
        .report(ProbePolicy.WRITING, line -> {})
        .findings()
        .map(Finding::rule)
        .collect(toMap(Rule::id, rule -> rule, (rule, same) -> rule));
  }

  private static Finding finding(Rule rule, Verdict verdict) {
    var seen = verdict == BROKEN || verdict == KNOWN;
    var deviations =
        seen
            ? List.of(new Deviation("/0", rule.expected(), "\"x\"", "it is not"))
            : List.<Deviation>of();
    var examined = new RuleCounts(rule, seen ? 2 : 0, deviations.size(), deviations, Map.of());
    return new Finding(Sample.interaction("o1"), examined, verdict);
  }
}
