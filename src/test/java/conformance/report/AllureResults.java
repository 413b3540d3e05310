package conformance.report;

import conformance.contract.Level;
import io.qameta.allure.Allure;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.Parameter;
import io.qameta.allure.model.TestResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Tells Allure what a test is about, so that its report groups by operation and property. */
public final class AllureResults {
  private static final Path CONFIGURATION = Path.of("allure-config");

  private AllureResults() {}

  /** Puts the configuration of the report beside the results. */
  public static void begin() {
    try {
      Files.createDirectories(results());
      Files.copy(
          CONFIGURATION.resolve("categories.json"),
          results().resolve("categories.json"),
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot prepare " + results(), e);
    }
  }

  /** Tells the report's environment block what was judged. */
  public static void describe(Report report) {
    var facts = new LinkedHashMap<String, String>();
    facts.put("Target", report.url().toString());
    facts.put("Mode", report.mode());
    report.parameters().forEach((name, values) -> facts.put(name, String.join(", ", values)));
    facts.put("Contract", report.contract().name());
    facts.put("Edition of the documentation", report.contract().edition());
    facts.put("Outcome", report.outcome().toString());
    report.coverage().forEach(it -> facts.put("Seen: " + it.subject(), it.toString()));
    facts.put("Suite", System.getProperty("conformance.version", "unknown"));
    facts.put("Java", Runtime.version().toString());
    var text =
        facts.entrySet().stream()
            .map(it -> escape(it.getKey()) + "=" + escape(it.getValue()))
            .collect(Collectors.joining("\n", "", "\n"));
    try {
      Files.writeString(
          results().resolve("environment.properties"), text, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write into " + results(), e);
    }
  }

  /** Tells that the running test is about the run as a whole. */
  public static void describeRun() {
    Allure.getLifecycle()
        .updateTestCase(
            result -> result.setLabels(List.of(label("epic", "Run"), label("parentSuite", "run"))));
  }

  /** Tells what the running test is about. */
  public static void describe(TestCase test) {
    Allure.getLifecycle().updateTestCase(result -> describe(result, test));
    if (!test.passes()) {
      test.chapter()
          .exchange()
          .ifPresent(it -> Allure.addAttachment("exchange", "text/plain", it.transcript()));
    }
    if (!test.finding().examined().deviations().isEmpty()) {
      Allure.addAttachment("all deviations", "text/csv", Table.of(test.finding().examined()));
    }
  }

  private static void describe(TestResult result, TestCase test) {
    var rule = test.finding().rule();
    var interaction = test.chapter().interaction();
    var kept =
        result.getLabels().stream()
            .filter(
                label ->
                    List.of("host", "thread", "framework", "language").contains(label.getName()))
            .toList();
    var labels = new ArrayList<Label>(kept);
    labels.add(label("epic", interaction.operation().toString()));
    labels.add(label("feature", rule.subject()));
    labels.add(label("story", rule.promise()));
    labels.add(label("parentSuite", interaction.toString()));
    labels.add(label("suite", rule.subject()));
    labels.add(label("severity", rule.level() == Level.MUST ? "critical" : "minor"));
    labels.add(label("tag", rule.level().toString()));
    labels.add(label("tag", rule.source().basis().toString()));
    var id = id(rule.id() + " " + interaction);
    result.setLabels(labels);
    result.setName(test.toString());
    result.setFullName(rule.id());
    result.setTestCaseId(id);
    result.setHistoryId(id);
    result.setDescriptionHtml(DescriptionHtml.of(test));
    result.setParameters(
        interaction.parameters().entrySet().stream()
            .map(it -> new Parameter().setName(it.getKey()).setValue(it.getValue()))
            .toList());
  }

  /** The same for the same rule and interaction in every run, so that history can follow it. */
  private static String id(String text) {
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static Label label(String name, String value) {
    return new Label().setName(name).setValue(value);
  }

  private static Path results() {
    return Path.of(System.getProperty("allure.results.directory", "target/allure-results"));
  }

  /** As {@link java.util.Properties} escapes what is not printable ASCII. */
  private static String escape(String text) {
    return text.chars()
        .mapToObj(
            c ->
                c > ' ' && c < 0x7F && "=:#!\\".indexOf(c) < 0
                    ? String.valueOf((char) c)
                    : "\\u%04x".formatted(c))
        .collect(Collectors.joining());
  }
}
