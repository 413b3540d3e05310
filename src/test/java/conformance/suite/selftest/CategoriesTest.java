package conformance.suite.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.Basis;
import conformance.contract.Deviation;
import conformance.contract.Finding;
import conformance.contract.Level;
import conformance.contract.Rule;
import conformance.contract.RuleCounts;
import conformance.contract.Source;
import conformance.contract.Strictness;
import conformance.contract.Verdict;
import conformance.report.Sample;
import conformance.run.FixtureRun;
import conformance.suite.ReportedRule;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds categories.json against the messages that tests have, the way Allure does. */
class CategoriesTest {
  private static final JsonNode CATEGORIES =
      new JsonMapper().readTree(Path.of("allure-config/categories.json").toFile());
  private static final Verdict BROKEN = new Verdict.Broken();
  private static final Verdict KNOWN = new Verdict.Known("r", "t", "o", LocalDate.MAX);
  private static final Verdict UNSEEN = new Verdict.NotDemonstrated("nothing came");
  private static final Verdict OFF = new Verdict.NotApplicable("off");

  @ParameterizedTest
  @CsvSource({
    "things/thing.schema.json#/properties/at/format, a date-time, Invalid timestamp",
    "things/thing.schema.json#/properties/made_at/pattern, in UTC, Invalid timestamp",
    "things/thing.schema.json#/properties/at/x-not-after, not after it, Invalid timestamp",
    "things/thing.advice.schema.json#/then/properties/at/x-not-in-future, past, Invalid timestamp",
    "things/thing.schema.json#/properties/mail/format, an email address, Another value",
    "things/thing.schema.json#/properties/id/pattern, 32 digits, Another value",
    "things/thing.schema.json#/properties/color/enum, red, Another value",
    "things/things.schema.json#/x-unique-by, unique, Another value",
    "things/thing.schema.json#/properties/status/enum, on, Unknown status",
    "things/thing.schema.json#/properties/counts/propertyNames, a status, Unknown status",
    "things/thing.schema.json#/properties/phone/pattern, E.164, Phone number",
    "things/thing.schema.json#/properties/phone_numbers/items/pattern, E.164, Phone number",
    "things/thing.advice.schema.json#/properties/phone_no/x-calling-code, known, Phone number",
    "things/thing.schema.json#/properties/valid_contacts/type, an integer, Contact counts",
    "things/thing.schema.json#/additionalProperties/minimum, at least 0, Contact counts",
    "things/thing.schema.json#/properties/all_contacts/x-not-more-than, less, Contact counts",
    "things/thing.schema.json#/required/type, present, Missing property",
    "things/thing.schema.json#/required/format, present, Missing property",
    "things/thing.schema.json#/then/required/at, present, Missing property",
    "things/thing.advice.schema.json#/additionalProperties, documented, Undocumented property",
    "things/thing.schema.json#/properties/status/x-transitions, as listed, Change between reads",
    "things/things.schema.json#/x-same-order-by, in order, Change between reads",
    "things/thing.schema.json#/properties/made_at/x-constant, the same, Change between reads",
    "things/thing.schema.json#/properties/at/type, a string, Shape of the body",
    "things/things.schema.json#/type, an array, Shape of the body",
    "things/openapi.yaml#list/200/body/json, JSON, Shape of the body",
    "things/openapi.yaml#list/200/body/complete, whole, Transport",
    "things/openapi.yaml#list/200/status, 200, Transport",
    "things/openapi.yaml#list/200/header/Content-Type, JSON, Transport",
    "things/openapi.yaml#list/methods/delete, refused, Unusual request",
    "things/openapi.yaml#list/parameters/owner/unknown/body/harmless, no data, Unusual request",
    "things/openapi.yaml#list/error/header/Content-Type, JSON, Unusual request",
    "things/openapi.yaml#list/security/no-token, refused, Authentication",
  })
  void sortsADeviationByItsRule(String rule, String expected, String category) {
    assertThat(categories(Level.MUST, false, finding(rule(rule, expected), BROKEN)))
        .containsExactly(category);
    assertThat(categories(Level.SHOULD, true, finding(rule(rule, expected), KNOWN)))
        .containsExactly("Known deviation");
  }

  @Test
  void sortsEveryRuleOfTheContractOnceWhateverBecameOfIt() {
    var rules = FixtureRun.on("conforming").report().findings().map(Finding::rule).toList();
    assertThat(rules).hasSizeGreaterThan(60);
    for (var rule : rules) {
      for (var strict : List.of(true, false)) {
        assertThat(categories(rule.level(), strict, finding(rule, BROKEN)))
            .as(rule.id())
            .singleElement()
            .isNotIn("Known deviation", "Not demonstrated");
        assertThat(categories(rule.level(), strict, finding(rule, UNSEEN)))
            .containsExactly("Not demonstrated");
        assertThat(categories(rule.level(), strict, finding(rule, OFF))).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "broken, 'EnvironmentFault: it refused the token', Environment",
    "failed, 'the target listed nothing, so the run says nothing about it', No data",
    "skipped, 'not demonstrated, the target listed nothing', Not demonstrated",
    "failed, 'r at /0: expired on 2026-01-01', Entries of known deviations",
    "failed, 'FailedTest: the target listed 1 expectation', Tests of your own",
    "skipped, 'not demonstrated, 127.0.0.1:1 refused the connection', Not demonstrated"
  })
  void sortsWhatIsWrongWithTheRunAsAWhole(String status, String message, String category) {
    assertThat(categories(status, message, message)).containsExactly(category);
  }

  private static List<String> categories(Level level, boolean strict, Finding finding) {
    var result = Sample.result(finding);
    var test =
        new ReportedRule(
            Sample.report(new Strictness(strict, false), result), Sample.group(result, finding));
    assertThat(finding.rule().level()).isIn(level, Level.MUST);
    return categories(
        test.fails() ? "failed" : "skipped", test.line(), "BrokenRule: " + test.message());
  }

  /** As CategoriesPlugin of Allure 2 does. */
  private static List<String> categories(String status, String message, String trace) {
    return StreamSupport.stream(CATEGORIES.spliterator(), false)
        .filter(
            it ->
                it.path("matchedStatuses").values().stream()
                    .anyMatch(s -> s.asString().equals(status)))
        .filter(it -> matches(it.path("messageRegex"), message))
        .filter(it -> matches(it.path("traceRegex"), trace))
        .map(it -> it.path("name").asString())
        .toList();
  }

  private static boolean matches(JsonNode regex, String text) {
    return regex.isMissingNode()
        || Pattern.compile(regex.asString(), Pattern.DOTALL).matcher(text).matches();
  }

  private static Rule rule(String id, String expected) {
    var source = new Source("Response > at", Basis.STATED);
    return new Rule(id, Level.MUST, source, "it", "it is " + expected, expected);
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
