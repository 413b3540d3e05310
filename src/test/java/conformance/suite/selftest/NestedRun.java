package conformance.suite.selftest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import conformance.suite.ContractIT;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@link ContractIT}, run by JUnit from within a self-test.
 *
 * @param results what JUnit was told
 * @param report {@code report.json}
 * @param console what was printed
 */
record NestedRun(EngineExecutionResults results, JsonNode report, String console) {
  private static final Set<String> OF_THE_BUILD =
      Set.of("allure.history", "conformance.previous", "report.link.request");

  /**
   * Runs it with these settings and no others, whatever those of this process are.
   *
   * @param folder takes what the run leaves behind
   */
  static NestedRun with(Path folder, Map<String, String> properties, Map<String, String> variables)
      throws Exception {
    var output = folder.resolve("conformance");
    var ours = System.getProperties();
    var its = new Properties();
    ours.stringPropertyNames().stream()
        .filter(name -> !name.startsWith("target.") && !name.startsWith("contract"))
        .filter(name -> !OF_THE_BUILD.contains(name))
        .forEach(name -> its.setProperty(name, ours.getProperty(name)));
    its.setProperty("conformance.output", output.toString());
    its.setProperty("allure.results.directory", folder.resolve("allure-results").toString());
    its.putAll(properties);
    var out = System.out;
    var console = new ByteArrayOutputStream();
    try {
      System.setProperties(its);
      System.setOut(new PrintStream(console, true, StandardCharsets.UTF_8));
      ContractIT.environment = variables;
      var results =
          EngineTestKit.engine("junit-jupiter").selectors(selectClass(ContractIT.class)).execute();
      var report = new JsonMapper().readTree(output.resolve("report.json").toFile());
      return new NestedRun(results, report, console.toString(StandardCharsets.UTF_8));
    } finally {
      System.setProperties(ours);
      System.setOut(out);
      ContractIT.environment = System.getenv();
    }
  }

  /** On an embedded fixture, with more settings. */
  static NestedRun onFixture(Path folder, String name, Map<String, String> more) throws Exception {
    var properties = new HashMap<>(more);
    properties.put("target.fixture", name);
    properties.put("target.reread_after", "1ms");
    return with(folder, properties, Map.of());
  }

  /** On a server, asking for {@code agents}. */
  static NestedRun at(Path folder, URI url, String agents) throws Exception {
    return with(
        folder,
        Map.of("target.url", url.toString(), "target.reread_after", "1ms", "target.rate", "1000"),
        Map.of("TARGET_AGENT_ID", agents, "TARGET_TOKEN", "fixture-token"));
  }

  /** Messages of the failed tests, in their order. */
  List<String> failures() {
    return messages(results.testEvents().failed());
  }

  /** What the failed tests throw. */
  List<Class<?>> failureTypes() {
    return types(results.testEvents().failed());
  }

  /** Messages of the skipped tests, in their order. */
  List<String> skips() {
    return messages(results.testEvents().aborted());
  }

  /** Why the run could not begin, and no test with it. */
  List<String> errors() {
    assertThat(results.testEvents().list()).isEmpty();
    return messages(results.containerEvents().failed());
  }

  long passed() {
    return results.testEvents().succeeded().count();
  }

  /** All that is told of the tests that did not pass. */
  String details() {
    return Stream.concat(
            results.testEvents().failed().stream(), results.testEvents().aborted().stream())
        .map(it -> thrown(it).toString())
        .collect(Collectors.joining("\n\n"));
  }

  /** What the skipped tests throw. */
  List<Class<?>> skipTypes() {
    return types(results.testEvents().aborted());
  }

  String outcome() {
    return report.path("outcome").asString();
  }

  int total(String name) {
    return report.path("totals").path(name).asInt();
  }

  private static List<Class<?>> types(Events events) {
    return events.stream().<Class<?>>map(it -> thrown(it).getClass()).toList();
  }

  private static List<String> messages(Events events) {
    return events.stream().map(it -> thrown(it).getMessage()).toList();
  }

  private static Throwable thrown(Event event) {
    return event.getRequiredPayload(TestExecutionResult.class).getThrowable().orElseThrow();
  }
}
