package conformance.suite;

import conformance.contract.Exchange;
import conformance.contract.Level;
import conformance.contract.RunResult;
import conformance.report.Messages;
import conformance.report.Table;
import io.qameta.allure.Allure;
import io.qameta.allure.model.Attachment;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.Link;
import io.qameta.allure.model.Parameter;
import io.qameta.allure.model.TestResult;
import io.qameta.allure.util.ResultsUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** Describes the tests to Allure, whose report then groups them by operation and property. */
public final class AllureResults {
  private static final Path CATEGORIES = Path.of("allure-config/categories.json");
  private static final String LOGS = "logs of the request";
  private static final JsonMapper JSON = new JsonMapper();

  /** A cache by file, since Allure reads its configuration again for each link it creates. */
  private static final Map<String, Link> LINKS = new ConcurrentHashMap<>();

  /** The files of transcripts, by the exchange. */
  private static final Map<Exchange, String> TRANSCRIPTS = new ConcurrentHashMap<>();

  static final Set<String> TECHNICAL = Set.of("host", "thread", "framework", "language");

  private AllureResults() {}

  /** Creates the results folder with the categories of tests that are about no rule. */
  public static void begin() {
    try {
      Files.createDirectories(results());
      writeCategories(Stream.empty());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot prepare " + results(), e);
    }
  }

  private static void writeCategories(Stream<String> names) throws IOException {
    Files.writeString(results().resolve("categories.json"), categories(names));
  }

  /** The file that tells Allure the categories: those of allure-config, and one for each name. */
  public static String categories(Stream<String> names) {
    var all = (ArrayNode) JSON.readTree(CATEGORIES.toFile());
    names
        .distinct()
        .sorted()
        .forEach(
            name ->
                all.addObject()
                    .put("name", name)
                    .put(
                        "traceRegex",
                        "(Broken|Skipped)Rule: .*\ncategory  %s(\n.*)?".formatted(name))
                    .putArray("matchedStatuses")
                    .add("failed")
                    .add("skipped"));
    return all.toPrettyString();
  }

  /** Describes target, outcome and categories for the first page of the report. */
  public static void describe(RunResult run) {
    try {
      writeCategories(run.findings().map(finding -> finding.rule().category()));
      Files.writeString(
          results().resolve("environment.properties"),
          Overview.environment(run),
          StandardCharsets.ISO_8859_1);
      Files.writeString(
          results().resolve("executor.json"), Overview.executor(run, System.getenv()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write into " + results(), e);
    }
  }

  /** Labels the running test as one about the whole run. */
  public static void describeRun(RunResult run) {
    Allure.getLifecycle()
        .updateTestCase(
            result -> {
              result.setLabels(
                  List.of(
                      label("epic", "run"),
                      label("parentSuite", "run"),
                      label("severity", "blocker")));
              run.shard().ifPresent(shard -> identify(result, result.getFullName(), run));
            });
  }

  /** Gives the running test the time of the first exchange, which it reports. */
  static void timeOfFirstExchange(RunResult run) {
    run.results().stream()
        .flatMap(result -> result.exchange().stream())
        .findFirst()
        .ifPresent(
            first ->
                Allure.getLifecycle().updateTestCase(result -> ExchangeTimes.put(result, first)));
  }

  /** Attaches how often each documented property and value was seen. */
  public static void attachCoverage(RunResult run) {
    Allure.addAttachment("coverage", "text/csv", Table.of(run.coverage()));
  }

  /** Describes the running test, and attaches its deviations and exchanges. */
  public static void describe(ReportedRule test) {
    Allure.getLifecycle().updateTestCase(result -> describe(result, test));
    if (!test.finding().counts().deviations().isEmpty()) {
      Table.of(test.ruleResult())
          .forEach((name, csv) -> Allure.addAttachment(name, "text/csv", csv));
    }
    test.result().previous(test.finding().rule()).ifPresent(read -> attach("first read", read));
    test.result().exchange().ifPresent(exchange -> attach(exchangeName(test), exchange));
  }

  /** Attaches a transcript, which is written once for all tests that show it. */
  private static void attach(String name, Exchange exchange) {
    var written = TRANSCRIPTS.get(exchange);
    if (written == null) {
      var lifecycle = Allure.getLifecycle();
      var source = lifecycle.prepareAttachment(name, "text/plain", "txt");
      lifecycle.writeAttachment(
          source, new ByteArrayInputStream(exchange.transcript().getBytes(StandardCharsets.UTF_8)));
      TRANSCRIPTS.put(exchange, source);
      return;
    }
    Allure.getLifecycle()
        .updateTestCase(
            result ->
                result
                    .getAttachments()
                    .add(new Attachment().setName(name).setType("text/plain").setSource(written)));
  }

  /** The attachment's name; with several agents, it says whose exchange is shown. */
  private static String exchangeName(ReportedRule test) {
    return test.ruleResult().several()
        ? "exchange, " + test.result().interaction().parametersOrName()
        : "exchange";
  }

  public static void describe(TestResult result, ReportedRule test) {
    var rule = test.finding().rule();
    var interaction = test.result().interaction();
    result.setLabels(labels(result, test));
    result.setName(test.toString());
    result.setFullName(rule.id());
    result.setDescriptionHtml(DescriptionHtml.of(test));
    var file = rule.id().replaceFirst("#.*", "");
    var links = new ArrayList<Link>();
    links.add(LINKS.computeIfAbsent(file, AllureResults::link));
    logs(test).ifPresent(links::add);
    result.setLinks(links);
    var parameters =
        test.ruleResult().several() ? Map.<String, String>of() : interaction.parameters();
    result.setParameters(
        parameters.entrySet().stream().map(it -> parameter(it.getKey(), it.getValue())).toList());
    test.result().exchange().ifPresent(exchange -> ExchangeTimes.put(result, exchange));
    identify(
        result,
        "%s %s, %s".formatted(rule.id(), interaction.operation(), interaction.name()),
        test.run());
  }

  /**
   * Gives the test the same identity in every run, whatever the agents, so that Allure can show its
   * history. Each shard has an identity of its own, since Allure would show only the last result.
   */
  static void identify(TestResult result, String name, RunResult run) {
    var shard = run.shard().map(it -> parameter("shard", it.toString()));
    // Allure itself adds to the list.
    var parameters = new ArrayList<>(result.getParameters());
    shard.ifPresent(parameters::add);
    result.setParameters(parameters);
    var id = id(name + run.shard().map(it -> ", shard " + it).orElse(""));
    result.setTestCaseId(id);
    result.setHistoryId(id);
  }

  /** Of a deviation, the link to where the target tells of its request. */
  private static Optional<Link> logs(ReportedRule test) {
    return Messages.request(test.ruleResult()).isEmpty()
        ? Optional.empty()
        : test.run()
            .requestLink()
            .flatMap(link -> test.result().exchange().map(link::to))
            .map(url -> new Link().setName(LOGS).setUrl(url.toString()).setType("custom"));
  }

  private static Link link(String file) {
    return ResultsUtils.createLink(file, file, null, "schema");
  }

  private static Parameter parameter(String name, String value) {
    return new Parameter().setName(name).setValue(value);
  }

  private static List<Label> labels(TestResult result, ReportedRule test) {
    var rule = test.finding().rule();
    var interaction = test.result().interaction();
    var labels = new ArrayList<Label>();
    result.getLabels().stream().filter(it -> TECHNICAL.contains(it.getName())).forEach(labels::add);
    labels.add(label("epic", interaction.operation().toString()));
    labels.add(label("feature", rule.subject()));
    labels.add(label("story", rule.promise()));
    labels.add(label("parentSuite", test.ruleResult().parameters()));
    labels.add(label("suite", interaction.name()));
    labels.add(label("subSuite", rule.subject()));
    labels.add(label("severity", rule.level() == Level.MUST ? "critical" : "minor"));
    labels.add(label("tag", rule.level().toString()));
    labels.add(label("tag", rule.source().basis().toString()));
    return labels;
  }

  private static String id(String text) {
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static Label label(String name, String value) {
    return new Label().setName(name).setValue(value);
  }

  public static Path results() {
    return Path.of(System.getProperty("allure.results.directory", "target/allure-results"));
  }
}
