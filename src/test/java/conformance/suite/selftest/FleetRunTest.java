package conformance.suite.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.fixture.ApiServer;
import conformance.fixture.ApiServer.Answer;
import conformance.fixture.Fleet;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A fleet of agents is one run: as many tests as for one agent, and nothing of any agent lost. */
class FleetRunTest {
  private static final int AGENTS = 60;
  private static final String RULE = "batches/batch.schema.json#/properties/status/enum";

  @TempDir Path folder;

  /** Every tenth agent is not known, every third of the others has one batch of an odd status. */
  private static Answer answer(int agent) {
    if (unknown(agent)) {
      return ApiServer.error(404, "there is no such agent");
    }
    return deviates(agent)
        ? Answer.of(200, ApiServer.DATA.body().replace("executed", "odd-" + agent))
        : ApiServer.DATA;
  }

  private static boolean unknown(int agent) {
    return agent % 10 == 5;
  }

  private static boolean deviates(int agent) {
    return agent % 3 == 1 && !unknown(agent);
  }

  @Test
  void tellsEachRuleOnceAndEachAgentInTheReport() throws Exception {
    try (var server = Fleet.server(FleetRunTest::answer)) {
      var one = NestedRun.at(folder, server.url(), Fleet.agents(1).get(0));
      var run = NestedRun.at(folder, server.url(), String.join(",", Fleet.agents(AGENTS)));
      assertThat(run.results().testEvents().started().count())
          .isEqualTo(one.results().testEvents().started().count());
      assertThat(run.failures()).hasSize(2);
      assertThat(run.failures())
          .anyMatch(
              it ->
                  it.startsWith(
                      "status is one of scheduled, created, queued, executed: broken in 18 of 54,"
                          + " for 18 of 60 values of agent_id. /0/status for agent_id "
                          + Fleet.agents(2).get(1)
                          + " is \"odd-1\": "))
          .anyMatch(it -> it.contains(" and 3 more: the target does not know agent_id "));
      assertThat(findings(run.report()))
          .containsExactlyElementsOf(
              IntStream.range(0, AGENTS)
                  .filter(FleetRunTest::deviates)
                  .mapToObj(
                      i -> Fleet.agents(AGENTS).get(i) + " 1 of 1 at /0/status \"odd-" + i + '"')
                  .toList());
      assertThat(agents(run.report().path("environment")))
          .containsExactlyElementsOf(
              IntStream.range(0, AGENTS)
                  .filter(FleetRunTest::unknown)
                  .mapToObj(Fleet.agents(AGENTS)::get)
                  .toList());
      assertThat(run.report().at("/timing/0/slowest")).hasSize(3);
    }
  }

  @Test
  void keepsTheConsoleShort() throws Exception {
    try (var server = Fleet.server(FleetRunTest::answer)) {
      var run = NestedRun.at(folder, server.url(), String.join(",", Fleet.agents(AGENTS)));
      assertThat(run.console())
          .contains("list batches: 60 of 60 values of agent_id, ")
          .contains("; 6 not judged")
          .contains("time for each agent_id: median ");
      assertThat(run.console().lines()).hasSizeLessThan(50);
      assertThat(run.console().lines()).allSatisfy(it -> assertThat(it).hasSizeLessThan(400));
    }
  }

  @Test
  void asksNobodyElseWhereTheFirstAreNotAnswered() throws Exception {
    try (var server = ApiServer.worse((asked, documented) -> ApiServer.error(401, "no"))) {
      var run = NestedRun.at(folder, server.url(), String.join(",", Fleet.agents(AGENTS)));
      assertThat(server.asked().size()).isBetween(4, 4 + 8);
      assertThat(run.outcome()).isEqualTo("environment");
      assertThat(agents(run.report().path("environment")))
          .containsExactlyElementsOf(Fleet.agents(AGENTS));
      assertThat(run.failures())
          .singleElement()
          .asString()
          .contains(
              "not asked, as the first 4 were not answered: the target refused the token: status"
                  + " 401. Check TARGET_TOKEN");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 404})
  void asksEverybodyWhereTheFirstAreOnlyNotKnown(int status) throws Exception {
    try (var server =
        Fleet.server(agent -> agent < 50 ? ApiServer.error(status, "no") : ApiServer.DATA)) {
      var asked = Fleet.agents(AGENTS).subList(1, AGENTS);
      var run = NestedRun.at(folder, server.url(), String.join(",", asked));
      assertThat(agents(run.report().path("environment")))
          .containsExactlyElementsOf(asked.subList(0, 49));
      assertThat(run.total("kept")).isPositive();
    }
  }

  @Test
  void asksEverybodyWhereTheFirstAreAnsweredWithAFaultOfTheTarget() throws Exception {
    try (var server =
        Fleet.server(agent -> agent < 50 ? ApiServer.error(500, "no") : ApiServer.DATA)) {
      var asked = Fleet.agents(AGENTS).subList(1, AGENTS);
      var run = NestedRun.at(folder, server.url(), String.join(",", asked));
      assertThat(run.outcome()).isEqualTo("deviates");
      assertThat(run.report().path("environment").isNull()).isTrue();
      assertThat(run.failures())
          .anyMatch(it -> it.contains("broken in 49 of 59, for 49 of 59 values of agent_id"));
    }
  }

  private static List<String> findings(JsonNode report) {
    return StreamSupport.stream(report.path("findings").spliterator(), false)
        .filter(it -> it.path("rule").asString().equals(RULE))
        .filter(it -> it.path("interaction").asString().equals("list batches"))
        .filter(it -> it.path("verdict").asString().equals("broken"))
        .map(
            it ->
                "%s %d of %d at %s %s"
                    .formatted(
                        it.at("/parameters/agent_id").asString(),
                        it.path("deviating").asInt(),
                        it.path("examined").asInt(),
                        it.at("/deviations/0/location").asString(),
                        it.at("/deviations/0/actual").asString()))
        .toList();
  }

  private static List<String> agents(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(it -> it.at("/parameters/agent_id").asString())
        .toList();
  }
}
