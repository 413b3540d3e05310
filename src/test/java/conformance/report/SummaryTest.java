package conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.InteractionResult;
import conformance.contract.Level;
import conformance.contract.Strictness;
import conformance.contract.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SummaryTest {
  private static final Strictness PLAIN = new Strictness(false, false);

  @Test
  void tellsHowItStandsWhatIsBrokenAndWhatWasNotSeen() {
    var known = new Verdict.Known("r", "t", "o", LocalDate.MAX);
    var broken = Sample.finding(Level.MUST, 12, Sample.SECOND_89);
    var result =
        Sample.result(
            Sample.about("unseen", Sample.finding(Level.MUST, 0)),
            Sample.about("kept", Sample.finding(Level.MUST, 12)),
            Sample.about("known", Sample.with(known, broken)),
            Sample.about("advice", Sample.finding(Level.SHOULD, 7, Sample.SECOND_89)),
            broken);
    assertThat(Summary.text(Sample.report(PLAIN, Sample.covering(result, 3L, 0L, 9L))))
        .isEqualTo(
            """
            deviates: http://localhost:8080, contract things (2024-02)
            1 kept, 1 broken, 1 advice, 1 known, 1 not demonstrated; 2 requests in 1,234 ms
            categories: Invalid timestamp (3)
            broken in owner o1
              at is an RFC 3339 date-time: broken in 1 of 12. /3/at is "2024-02-29T04:22:89Z": second 89 is outside 0-59
            advice in owner o1
              at is an RFC 3339 date-time: broken in 1 of 7. /3/at is "2024-02-29T04:22:89Z": second 89 is outside 0-59
            known in owner o1
              at is an RFC 3339 date-time: broken in 1 of 12. /3/at is "2024-02-29T04:22:89Z": second 89 is outside 0-59
            not demonstrated in owner o1
              at is an RFC 3339 date-time
            coverage
              kind: 2 of 3 values seen; never: v1""");
  }

  @Test
  void tellsWhyNothingWasJudged() {
    assertThat(Summary.text(Sample.report(PLAIN, Sample.refused(Sample.finding(Level.MUST, 0)))))
        .isEqualTo(
            """
            environment: http://localhost:8080, contract things (2024-02)
            1 not demonstrated; 2 requests in 1,234 ms
            environment
              list things, owner o1: the target refused the token. Check it.
            coverage
              nothing came that could put the contract to the test""");
  }

  @Test
  void tellsTheDocumentationApartFromTheTarget() {
    var known = new Verdict.Known("r", "t", "o", LocalDate.MAX);
    var example =
        Sample.example(
            Sample.about("kept", Sample.finding(Level.MUST, 1)),
            Sample.with(known, Sample.finding(Level.MUST, 1, Sample.SECOND_89)));
    assertThat(Summary.text(Sample.report(PLAIN, Sample.refused(), example)))
        .startsWith(
            """
            environment: http://localhost:8080, contract things (2024-02)
            nothing judged; 2 requests in 1,234 ms
            documented example: 1 kept, 1 known
            environment
              list things, owner o1: the target refused the token. Check it.
            known in documented example
            """);
  }

  @Test
  void countsTheFindingsOfEachAgentByItself() {
    var result = Sample.result(Sample.finding(Level.MUST, 12));
    var report = Sample.report(PLAIN, result, Sample.of("o2", result), Sample.of("o3", result));
    assertThat(Summary.text(report))
        .isEqualTo(
            """
            conforms: http://localhost:8080, contract things (2024-02)
            1 kept; 2 requests in 1,234 ms
            each owner by itself: 3 kept
            time for each owner: median 0 ms; slowest 0 ms (o1), 0 ms (o2), 0 ms (o3)""");
  }

  @Test
  void tellsOneCauseOfManyRulesInOneLine() {
    var failed = new Verdict.NotDemonstrated("the target failed over the request");
    var off = new Verdict.NotApplicable("target.probe_writes=true asks them");
    var unseen = Sample.finding(Level.MUST, 0);
    var result =
        Sample.result(
            Sample.about("a", Sample.finding(Level.MUST, 12)),
            Sample.about("b", Sample.with(failed, unseen)),
            Sample.about("c", Sample.with(failed, unseen)),
            Sample.about("d", Sample.with(off, unseen)),
            Sample.about("e", unseen));
    var example = Sample.example(Sample.with(new Verdict.NotApplicable("of example"), unseen));
    assertThat(Summary.text(Sample.report(PLAIN, result, example)))
        .isEqualTo(
            """
            conforms: http://localhost:8080, contract things (2024-02)
            1 kept, 3 not demonstrated, 1 not applicable; 2 requests in 1,234 ms
            documented example: 1 not applicable
            not demonstrated in owner o1
              at is an RFC 3339 date-time
            not demonstrated
              2 rules: the target failed over the request
            not applicable
              1 rule: target.probe_writes=true asks them""");
  }

  @Test
  void tellsWhatBecameOfTheTestsOfOnesOwn() {
    var report = Sample.report(PLAIN, Sample.result(Sample.finding(Level.MUST, 12)));
    assertThat(Summary.text(report.with(Sample.OWN_TESTS, 7)))
        .startsWith(
            """
            deviates in tests of your own: http://localhost:8080, contract things (2024-02)
            1 kept; 7 requests in 1,234 ms
            tests of your own: 4 passed, 1 failed, 1 skipped
            failed tests of your own
              CacheIT.isPrivate [1] o1: Expected header "Age" was *0*
            skipped tests of your own
              CacheIT: not yet""");
  }

  @Test
  void listsWhatWasNotSeenOnlyWhereOtherThingsWere() {
    var nothing = Sample.about("unseen", Sample.finding(Level.MUST, 0));
    var broken = Sample.finding(Level.MUST, 12, Sample.SECOND_89);
    var result = Sample.named("list more", Sample.result(broken, nothing));
    var some = Sample.result(Sample.about("kept", Sample.finding(Level.MUST, 12)), nothing);
    assertThat(Summary.text(Sample.report(PLAIN, result, some)))
        .endsWith("not demonstrated in owner o1\n  at is an RFC 3339 date-time");
  }

  @Test
  void tellsARuleThatManyAgentsBreakOnce() {
    var result = Sample.result(Sample.finding(Level.MUST, 12, Sample.SECOND_89));
    var results =
        IntStream.range(0, 5_000)
            .mapToObj(i -> Sample.of("o" + i, result))
            .toArray(InteractionResult[]::new);
    assertThat(Summary.text(Sample.report(PLAIN, results)).lines())
        .contains("broken")
        .contains(
            "  at is an RFC 3339 date-time: broken in 5,000 of 60,000, for 5,000 of 5,000 values of"
                + " owner. /3/at for owner o0 is \"2024-02-29T04:22:89Z\": second 89 is outside 0-59")
        .contains("categories: Invalid timestamp (1)")
        .hasSize(7);
  }

  @Test
  void tellsWhatKeptManyAgentsFromBeingJudgedOnce() {
    var results =
        IntStream.range(0, 5_000)
            .mapToObj(i -> Sample.of("o" + i, Sample.refused()))
            .toArray(InteractionResult[]::new);
    assertThat(Summary.text(Sample.report(PLAIN, results)).lines())
        .contains(
            "  list things, owner o0, o1, o2 and 4,997 more: the target refused the token. Check it.")
        .hasSize(7);
  }

  /** A refusal keeps a rule, too: it does not repeat the token. */
  @Test
  void listsNothingThatARefusalLeftUntold() {
    var kept = Sample.about("kept", Sample.finding(Level.MUST, 12));
    var refused = Sample.refused(kept, Sample.finding(Level.MUST, 0));
    assertThat(Summary.text(Sample.report(PLAIN, refused))).doesNotContain("not demonstrated in");
  }

  @Test
  void tellsWhatIsWrongWithTheEntriesOfKnownDeviations() {
    var report = Sample.report(PLAIN, Sample.result(Sample.finding(Level.MUST, 12)));
    assertThat(Summary.text(Sample.with(List.of("expired", "unused"), report)))
        .startsWith("outdated: ")
        .contains("\nknown deviations\n  expired\n  unused");
  }

  @Test
  void tellsWhatHappenedAndIsNoFault() {
    var report = Sample.report(PLAIN, Sample.result(Sample.finding(Level.MUST, 12)));
    var noticing = Sample.noticing(List.of("another token"), report);
    assertThat(Summary.text(noticing)).contains("\nnotices\n  another token");
    assertThat(SummaryMarkdown.of(noticing)).contains("\n**Notice:** another token\n");
    assertThat(Summary.text(report) + SummaryMarkdown.of(report))
        .doesNotContainIgnoringCase("notice");
  }

  @Test
  void warnsOfWhatFailsNothing() {
    var allowed = Sample.report(new Strictness(false, false, true), Sample.refused());
    var report = Sample.warning(List.of("100 %\nof it expires soon"), allowed);
    assertThat(Summary.text(report))
        .startsWith("environment: ")
        .contains(
            "\nwarnings\n  not judged, and green only because contract.allowEnvironment is true:"
                + " list things, owner o1: the target refused the token. Check it.\n  100 %");
    assertThat(SummaryMarkdown.of(report))
        .startsWith("## \u26a0\ufe0f environment\n")
        .contains("\n**Warning:** not judged, and green only", "\n**Warning:** 100 % of it");
    assertThat(GitHubCommands.of(report))
        .endsWith("::warning title=Conformance::100 %25%0Aof it expires soon")
        .first()
        .asString()
        .startsWith("::warning title=Conformance::not judged, and green only because");
    assertThat(Warnings.of(Sample.report(PLAIN, Sample.refused()))).isEmpty();
  }

  @Test
  void staysShort() {
    var results =
        IntStream.range(0, 5_000)
            .mapToObj(i -> Sample.named("list " + i, Sample.refused()))
            .toArray(InteractionResult[]::new);
    assertThat(Summary.text(Sample.report(PLAIN, results)).lines())
        .contains("  list 9, owner o1: the target refused the token. Check it.")
        .contains("  and 4,990 more in the report")
        .hasSize(16);
  }

  @Test
  void leavesOutNothingThatThereIsRoomFor() {
    var problems = IntStream.range(0, 10).mapToObj("problem %d"::formatted).toList();
    var report = Sample.with(problems, Sample.report(PLAIN, Sample.result()));
    assertThat(Summary.text(report)).contains("  problem 9").doesNotContain("more in the report");
    var result = Sample.result(Sample.finding(Level.MUST, 12, Sample.SECOND_89));
    var results =
        IntStream.range(0, 29)
            .mapToObj(i -> Sample.of("o" + i, Sample.named("list " + i, result)))
            .toArray(InteractionResult[]::new);
    assertThat(Summary.text(Sample.report(PLAIN, results)).lines())
        .hasSize(61)
        .noneMatch(it -> it.contains("more in the report"));
  }

  @Test
  void staysShortWhateverIsBroken() {
    var result = Sample.result(Sample.finding(Level.MUST, 12, Sample.SECOND_89));
    var results =
        IntStream.range(0, 50)
            .mapToObj(i -> Sample.of("o" + i, Sample.named("list " + i, result)))
            .toArray(InteractionResult[]::new);
    assertThat(Summary.text(Sample.report(PLAIN, results)).lines())
        .hasSize(62)
        .last()
        .isEqualTo("and 42 lines more in the report");
  }
}
