package conformance.known;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import conformance.contract.Basis;
import conformance.contract.Contracts;
import conformance.contract.Deviation;
import conformance.contract.Finding;
import conformance.contract.Interaction;
import conformance.contract.InteractionResult;
import conformance.contract.Level;
import conformance.contract.Rule;
import conformance.contract.RuleCounts;
import conformance.contract.RuleResult;
import conformance.contract.Source;
import conformance.contract.Verdict;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an entry covers, and when the entry itself is a problem. */
class KnownDeviationsTest {
  private static final String ID = "shops/shop.schema.json#/properties/opened/format";
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
  private static final KnownDeviation ENTRY = entry(ID, null, Map.of(), null, TODAY);

  @Test
  void takesADeviationAsKnown() {
    assertThat(apply(finding(9, 1, "/0/opened"), ENTRY).verdict())
        .isEqualTo(new Verdict.Known("Because.", "API-1", "us", TODAY));
  }

  static Stream<Arguments> entries() {
    return Stream.of(
        arguments("the rule", ENTRY, true),
        arguments("another rule", entry("shops/x", null, Map.of(), null, TODAY), false),
        arguments("the interaction", entry(ID, "list shops", Map.of(), null, TODAY), true),
        arguments("another interaction", entry(ID, "list", Map.of(), null, TODAY), false),
        arguments("the parameter", entry(ID, null, Map.of("shop_id", "7"), null, TODAY), true),
        arguments("another value", entry(ID, null, Map.of("shop_id", "8"), null, TODAY), false),
        arguments("the place", entry(ID, null, Map.of(), "/0/opened", TODAY), true),
        arguments("another place", entry(ID, null, Map.of(), "/1/opened", TODAY), false),
        arguments("every item", entry(ID, null, Map.of(), "/*/opened", TODAY), true),
        arguments("valid tomorrow", entry(ID, null, Map.of(), null, TODAY.plusDays(1)), true),
        arguments("valid yesterday", entry(ID, null, Map.of(), null, TODAY.minusDays(1)), false));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("entries")
  void coversWhatTheEntryNames(String name, KnownDeviation entry, boolean known) {
    var finding = finding(9, 1, "/0/opened");
    assertThat(apply(finding, entry).verdict() instanceof Verdict.Known).isEqualTo(known);
  }

  @ParameterizedTest
  @CsvSource({
    "/0/opened, /0/opened, true",
    "/*/opened, /412/opened, true",
    "/*/opened, /0/hours/opened, false",
    "/*/*, /0/opened, true",
    "/*/opened, /0/opened/x, false",
    "/*, /0/opened, false",
    "/0/op.ned, /0/opened, false",
    "/0/\\Eopened, /0/\\Eopened, true",
    "/0/$1, /0/$1, true",
    "header:*, header:Content-Type, true",
    "status, status, true",
  })
  void takesAStarForOneStep(String pattern, String location, boolean known) {
    var entry = entry(ID, null, Map.of(), pattern, TODAY);
    var verdict = apply(finding(9, 1, location), entry).verdict();
    assertThat(verdict instanceof Verdict.Known).isEqualTo(known);
  }

  @Test
  void leavesAFindingBrokenWhenAPlaceIsNotCovered() {
    var first = entry(ID, null, Map.of(), "/0/opened", TODAY);
    var second = entry(ID, null, Map.of(), "/1/opened", TODAY);
    var finding = finding(9, 2, "/0/opened", "/1/opened");
    assertThat(apply(finding, first)).isEqualTo(finding);
    assertThat(apply(finding, first, second).verdict()).isInstanceOf(Verdict.Known.class);
  }

  @Test
  void coversPlacesThatWereNotKeptByAnEntryWithoutLocationOnly() {
    var finding = finding(9, 2, "/0/opened");
    var ofEach = entry(ID, null, Map.of(), "/*/opened", TODAY);
    assertThat(apply(finding, ofEach)).isEqualTo(finding);
    assertThat(apply(finding, ENTRY).verdict()).isInstanceOf(Verdict.Known.class);
  }

  @Test
  void leavesOtherVerdictsAlone() {
    assertThat(apply(finding(9, 0), ENTRY).verdict()).isInstanceOf(Verdict.Kept.class);
    assertThat(apply(finding(0, 0), ENTRY).verdict()).isInstanceOf(Verdict.NotDemonstrated.class);
  }

  @Test
  void findsNoProblemWithAnEntryThatIsNeeded() {
    assertThat(problems(finding(9, 1, "/0/opened"), ENTRY)).isEmpty();
  }

  @Test
  void namesAnEntryThatHasExpired() {
    var expired = entry(ID, null, Map.of(), null, LocalDate.of(2026, 6, 29));
    assertThat(problems(finding(9, 1, "/0/opened"), expired))
        .containsExactly(
            ID + ": expired on 2026-06-29 (API-1, owner us): mend it or agree on a new date");
  }

  @Test
  void namesAnEntryThatNothingMatchesAnyMore() {
    assertThat(problems(finding(9, 0), ENTRY)).containsExactly(ID + ": fixed: remove it (API-1)");
    var elsewhere = entry(ID, "list shops", Map.of("shop_id", "7"), "/1/opened", TODAY);
    assertThat(problems(finding(9, 1, "/0/opened"), elsewhere))
        .containsExactly(
            ID + " at /1/opened in \"list shops\" for {shop_id=7}: fixed: remove it (API-1)");
  }

  @Test
  void keepsAnEntryWhoseRuleWasNotDemonstratedOrNotAsked() {
    assertThat(problems(finding(0, 0), ENTRY)).isEmpty();
    var ofOther = entry(ID, null, Map.of("shop_id", "8"), null, TODAY);
    assertThat(problems(finding(9, 0), ofOther)).isEmpty();
  }

  @Test
  void keepsAnEntryThatMayCoverAPlaceThatIsNoLongerKept() {
    var elsewhere = entry(ID, null, Map.of(), "/1/opened", TODAY);
    assertThat(problems(finding(9, 2, "/0/opened"), elsewhere)).isEmpty();
    assertThat(problems(finding(9, 2, "/0/opened", "/2/opened"), elsewhere)).hasSize(1);
  }

  @Test
  void keepsAnEntryThatAnotherShardMayNeed() {
    var ofOne = entry(ID, null, Map.of("shop_id", "7"), null, TODAY);
    assertThat(problems(false, finding(9, 0), ENTRY)).isEmpty();
    assertThat(problems(false, finding(9, 0), ofOne)).hasSize(1);
    assertThat(problems(true, finding(9, 0), ENTRY)).hasSize(1);
  }

  @Test
  void namesAnEntryAboutARuleThatThereIsNot() {
    var misspelt = entry(ID + "s", null, Map.of(), null, TODAY);
    assertThat(problems(finding(9, 0), misspelt))
        .containsExactly(ID + "s: the contract has no such rule");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "openapi.yaml#op/parameters/shop_id/quote/status | malformed values are one rule now, parameters/<name>/malformed/status",
        "openapi.yaml#op/parameters/shop_id/dots/status | the status for what is no segment of a path is no longer judged",
        "openapi.yaml#op/parameters/shop_id/other-case/harmless | a failure breaks parameters/<name>/no-failure now",
        "error.advice.schema.json#/required/error | the shape of errors may be one rule now, such as error.advice.schema.json#/anyOf",
        "error.schema.json#/type | the shape of errors may be one rule now, such as error.advice.schema.json#/anyOf",
      })
  void saysWhatBecameOfARuleThatIsGone(String id, String became) {
    var entry = entry("shops/" + id, null, Map.of(), null, TODAY);
    assertThat(problems(finding(9, 0), entry))
        .containsExactly("shops/" + id + ": the contract has no such rule");
    assertThat(changes(entry, Set.of(ID), Set.of()))
        .containsExactly("known deviation shops/" + id + ": " + became);
  }

  @Test
  void saysNothingOfAContractsOwnRuleThatHasSuchAnId() {
    var entry = entry("shops/error.schema.json#/required/code", null, Map.of(), null, TODAY);
    assertThat(changes(entry, Set.of(entry.rule()), Set.of())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "parameters/shop_id/malformed/status | it is about all malformed values now, in the interaction probes",
        "parameters/shop_id/slash/harmless | it is about data alone now; a failure breaks parameters/<name>/no-failure",
        "security/wrong-token | a failure breaks security/no-failure now, and a refusal with another status security/status",
        "methods/delete | a failure breaks methods/no-failure now, and a redirect methods/status",
      })
  void saysWhyAnEntryIsNoLongerNeededWhoseRuleAsksForLess(String id, String now) {
    var entry = entry("shops/openapi.yaml#op/" + id, null, Map.of(), null, TODAY);
    assertThat(changes(entry, Set.of(entry.rule()), Set.of()))
        .containsExactly("known deviation shops/openapi.yaml#op/" + id + ": " + now);
    assertThat(changes(entry, Set.of(entry.rule()), Set.of(entry))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "security/token-in-query | it is advice now, for nobody gets in without the token; a failure breaks security/no-failure now, and a refusal with another status security/status",
        "parameters/shop_id/nul/harmless | it is advice about data alone now; a failure breaks parameters/<name>/no-failure",
      })
  void saysThatARuleIsAdviceNowThoughTheEntryIsNeeded(String id, String now) {
    var entry = entry("shops/openapi.yaml#op/" + id, null, Map.of(), null, TODAY);
    assertThat(changes(entry, Set.of(entry.rule()), Set.of(entry)))
        .containsExactly("known deviation shops/openapi.yaml#op/" + id + ": " + now);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ID,
        "shops/openapi.yaml#op/security/status",
        "shops/openapi.yaml#op/security/lower-case-scheme",
        "shops/openapi.yaml#op/parameters/shop_id/unknown/status",
        "shops/openapi.yaml#op/methods/head",
        "shops/openapi.yaml#op/error/no-data"
      })
  void saysNothingOfARuleThatDidNotChange(String id) {
    var entry = entry(id, null, Map.of(), null, TODAY);
    assertThat(changes(entry, Set.of(id), Set.of())).isEmpty();
  }

  private static List<String> changes(
      KnownDeviation entry, Set<String> rules, Set<KnownDeviation> needed) {
    var known = new KnownDeviations(List.of(entry), TODAY);
    assertThat(known.changes("stores", rules, needed)).isEmpty();
    return known.changes("shops", rules, needed);
  }

  @Test
  void leavesEntriesOfOtherContractsAlone() {
    var other = entry("shops-2/shop.schema.json#/type", null, Map.of(), null, LocalDate.EPOCH);
    assertThat(problems(finding(9, 0), other)).isEmpty();
  }

  private static Finding apply(Finding finding, KnownDeviation... entries) {
    return new KnownDeviations(List.of(entries), TODAY).apply(finding);
  }

  private static List<String> problems(Finding finding, KnownDeviation entry) {
    return problems(true, finding, entry);
  }

  private static List<String> problems(boolean whole, Finding finding, KnownDeviation entry) {
    var known = new KnownDeviations(List.of(entry), TODAY);
    var needed = Set.copyOf(known.needed(finding));
    return new EntryReview(known, found(finding), needed, "shops", Set.of(ID), whole).problems();
  }

  /** The finding, of a response with nine items. */
  private static List<RuleResult.Entry> found(Finding finding) {
    var result =
        new InteractionResult(
            finding.interaction(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            9,
            List.of(),
            List.of(finding));
    return List.of(new RuleResult.Entry(result, finding));
  }

  private static List<String> warnings(boolean allowMended, Finding finding, KnownDeviation entry) {
    var known = new KnownDeviations(List.of(entry), TODAY, allowMended, 14);
    var needed = Set.copyOf(known.needed(finding));
    return new EntryReview(known, found(finding), needed, "shops", Set.of(ID), true).warnings();
  }

  private static KnownDeviation entry(String location, LocalDate expires) {
    return entry(ID, null, Map.of(), location, expires);
  }

  @Test
  void warnsOfAnExpiryThatIsNear() {
    var broken = finding(9, 1, "/1/opened");
    assertThat(warnings(false, broken, entry(null, TODAY.plusDays(14)))).isEmpty();
    assertThat(warnings(false, broken, entry(null, TODAY.plusDays(13))))
        .containsExactly(
            ID
                + ": expires on %s, in 13 days (API-1, owner us): mend it or agree on a new date"
                    .formatted(TODAY.plusDays(13)));
    assertThat(warnings(false, broken, entry(null, TODAY.plusDays(1))))
        .first()
        .asString()
        .contains(", in 1 day (");
    assertThat(warnings(false, broken, entry(null, TODAY)))
        .first()
        .asString()
        .contains(", today (");
    assertThat(warnings(false, broken, entry(null, TODAY.minusDays(1)))).isEmpty();
  }

  @Test
  void onlyWarnsOfWhatIsMendedIfThatIsAllowed() {
    var entry = entry("/8/opened", TODAY.plusDays(99));
    assertThat(warnings(false, finding(9, 0), entry)).isEmpty();
    assertThat(warnings(true, finding(9, 0), entry))
        .containsExactly(ID + " at /8/opened: fixed: remove it (API-1)");
    assertThat(warnings(true, finding(9, 0), entry("/8/opened", TODAY.plusDays(3))))
        .as("to renew it would be the opposite")
        .containsExactly(ID + " at /8/opened: fixed: remove it (API-1)");
    var known = new KnownDeviations(List.of(entry), TODAY, true, 14);
    assertThat(
            new EntryReview(known, found(finding(9, 0)), Set.of(), "shops", Set.of(ID), true)
                .problems())
        .isEmpty();
  }

  /** With nine items, there is none at index 9. */
  @Test
  void tellsWhatIsMendedFromWhatNoDataShowsAnyMore() {
    var gone = entry("/9/opened", TODAY.plusDays(99));
    assertThat(problems(finding(9, 0), gone)).isEmpty();
    assertThat(warnings(false, finding(9, 0), gone))
        .containsExactly(
            ID
                + " at /9/opened: not demonstrated: no data came that could show whether it is"
                + " fixed (API-1)");
    assertThat(warnings(true, finding(0, 0), entry(null, TODAY.plusDays(99))))
        .containsExactly(
            ID + ": not demonstrated: no data came that could show whether it is fixed (API-1)");
  }

  private static KnownDeviation entry(
      String rule,
      String interaction,
      Map<String, String> parameters,
      String location,
      LocalDate expires) {
    return new KnownDeviation(
        rule,
        Optional.ofNullable(interaction),
        parameters,
        Optional.ofNullable(location),
        "Because.",
        "API-1",
        "us",
        expires);
  }

  private static Finding finding(long examined, long deviating, String... locations) {
    var source = new Source("Response", Basis.STATED);
    var operation = Contracts.read(Path.of("schemas"), "batches").operations().get(0);
    var rule =
        new Rule(ID, Level.MUST, source, "Invalid date", "opened", "opened is a date", "a date");
    var places =
        Stream.of(locations).map(at -> new Deviation(at, "a date", "soon", "it is none")).toList();
    var result = new RuleCounts(rule, examined, deviating, places, Map.of());
    return new Finding(
        new Interaction("list shops", operation, Map.of("shop_id", "7")),
        result,
        Verdict.of(result, "nothing showed it"));
  }
}
