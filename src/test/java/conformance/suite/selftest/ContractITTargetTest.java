package conformance.suite.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.fixture.ApiServer;
import conformance.fixture.ApiServer.Answer;
import conformance.fixture.FixtureServer;
import conformance.suite.EnvironmentError;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What JUnit is told of targets that are silent, empty, or no fixture. */
@Tag("slow")
class ContractITTargetTest {
  private static final String AGENT = "3c90c3cc-0d44-4b50-8888-8dd25736052a";
  private static final String OTHER_AGENT = "00000000-0d44-4b50-8888-8dd25736052a";

  @TempDir Path folder;

  @Test
  void failsOnceForATargetThatListsNothing() throws Exception {
    var run = NestedRun.onFixture(folder, "empty-list", Map.of());
    assertThat(run.outcome()).isEqualTo("undemonstrated");
    assertThat(run.failures())
        .containsExactly(
            "the target listed nothing, so the run says nothing about it. Ask for parameters that"
                + " have data, or set contract.allowEmpty=true");
    assertThat(run.skips())
        .anyMatch(it -> it.startsWith("not demonstrated, the body held nothing to judge: "));
  }

  @Test
  void passesATargetThatListsNothingWhereThatIsAllowed() throws Exception {
    var run = NestedRun.onFixture(folder, "empty-list", Map.of("contract.allowEmpty", "true"));
    assertThat(run.outcome()).isEqualTo("conforms");
    assertThat(run.failures()).isEmpty();
    assertThat(run.skips())
        .contains("not demonstrated, the target listed nothing, so the run says nothing about it");
  }

  @Test
  void tellsOnceThatATargetCannotBeReached() throws Exception {
    var run = NestedRun.at(folder, URI.create("http://127.0.0.1:1"), AGENT);
    assertThat(run.outcome()).isEqualTo("environment");
    assertThat(run.failureTypes()).containsExactly(EnvironmentError.class);
    assertThat(run.failures().get(0))
        .startsWith("list batches, agent_id %s: ".formatted(AGENT))
        .contains(
            "127.0.0.1:1 refused the connection. Check target.url, and that the server is up.");
    assertThat(run.skips())
        .contains("not demonstrated, the target's answers could not be judged")
        .anyMatch(
            it ->
                it.startsWith(
                    "not demonstrated, 127.0.0.1:1 refused the connection: HTTP status is 200"));
    assertThat(run.passed()).isZero();
    assertThat(run.total("kept") + run.total("known")).isZero();
    // The documented example needs no server.
    assertThat(run.report().at("/documentation/known").asInt()).isEqualTo(1);
    assertThat(run.report().at("/documentation/kept").asInt()).isPositive();
    assertThat(run.console()).containsPattern("documented example: [0-9]+ kept, 1 known");
  }

  @Test
  void warnsOfATargetThatCannotBeReachedWhereThatIsAllowed() throws Exception {
    var run =
        NestedRun.with(
            folder,
            Map.of("target.url", "http://127.0.0.1:1", "contract.allowEnvironment", "true"),
            Map.of(
                "TARGET_AGENT_ID",
                AGENT,
                "TARGET_TOKEN",
                "fixture-token",
                "GITHUB_ACTIONS",
                "true"));
    assertThat(run.outcome()).isEqualTo("environment");
    assertThat(run.failures()).isEmpty();
    assertThat(run.passed()).isZero();
    assertThat(run.skips().get(0)).startsWith("environment: list batches, agent_id " + AGENT);
    assertThat(run.console())
        .contains(
            "\nwarnings\n  not judged, and green only because contract.allowEnvironment is true")
        .contains("\n::warning title=Conformance::not judged, and green only because");
  }

  @Test
  void tellsOnceThatOneOfTheAgentsIsNotKnown() throws Exception {
    var url = FixtureServer.url("batches", "conforming");
    var run = NestedRun.at(folder, url, AGENT + "," + OTHER_AGENT);
    assertThat(run.outcome()).isEqualTo("environment");
    assertThat(run.failures())
        .hasSize(1)
        .first()
        .asString()
        .contains("the target does not know agent_id " + OTHER_AGENT + ": status 404")
        .doesNotContain(AGENT);
    assertThat(run.passed()).isGreaterThan(80);
  }

  @Test
  void judgesAServerThatIsNoFixture() throws Exception {
    try (var good = ApiServer.good()) {
      var run = NestedRun.at(folder, good.url(), AGENT);
      assertThat(run.failures()).isEmpty();
      assertThat(run.report().at("/target/mode").asString()).isEqualTo("live");
      assertThat(run.passed()).isGreaterThan(50);
    }
    var wrong = Answer.of(200, ApiServer.DATA.body().replace(":11,", ":6,"));
    try (var bad = ApiServer.worse((asked, answer) -> answer == ApiServer.DATA ? wrong : answer)) {
      var run = NestedRun.at(folder, bad.url(), AGENT);
      assertThat(run.failures())
          .hasSize(1)
          .first()
          .asString()
          .contains("/0/valid_contacts is 7: 7 is more than total_contacts 6");
      assertThat(run.details())
          .contains("curl -sS -H \"Authorization: Bearer $TARGET_TOKEN\"", bad.url().toString());
    }
  }
}
