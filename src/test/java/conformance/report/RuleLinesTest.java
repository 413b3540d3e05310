package conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.Contracts;
import conformance.contract.Finding;
import conformance.fixture.FixtureServer;
import conformance.run.FixtureRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleLinesTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "#/properties/a~1b/type, 4",
    "#/properties/a~1b/enum, 5",
    "#/properties/a~1b/$ref/elsewhere/type, 3",
    "#/properties/a~1b/enum/x, 6",
    "#/allOf/1/minimum, 10",
    "#/then/false, 1",
  })
  void isThatOfTheKeywordOrOfWhatRefersToIt(String place, int line) throws IOException {
    Files.writeString(
        folder.resolve("a.schema.json"),
        """
        {
          "properties": {
            "a/b": {
              "type": "string",
              "enum": [
                "x"]}},
          "allOf": [
            {"maximum": 2},
            {
              "minimum": 1
            }]
        }
        """);
    assertThat(new RuleLines(folder).of("a.schema.json" + place)).isEqualTo(line);
  }

  @ParameterizedTest
  @CsvSource({
    "listThings/200/status, 7",
    "listThings/200/header/Date, 7",
    "listThings/security/no-header, 5",
    "other/security, 1",
  })
  void isThatOfTheOperationOrOfItsResponse(String place, int line) throws IOException {
    Files.writeString(
        folder.resolve("openapi.yaml"),
        """
        info: {title: operationId}
        paths:
          /things:
            get:
              operationId: listThings
              responses:
                "200": {description: ok}
        """);
    assertThat(new RuleLines(folder).of("openapi.yaml#" + place)).isEqualTo(line);
  }

  @Test
  void isTheFirstOfAFileThatIsNotThere() {
    assertThat(new RuleLines(folder).of("none.schema.json#/type")).isEqualTo(1);
    assertThat(RuleLines.file("a/b.schema.json#/type")).isEqualTo("schemas/a/b.schema.json");
  }

  /** The name that the line begins with is a step of the rule's address, or the operation. */
  @ParameterizedTest
  @CsvSource({"batches", "batches-2026-08"})
  void isKnownForEveryRule(String contract) throws IOException {
    var lines = new RuleLines(Contracts.FOLDER);
    var run = FixtureRun.at(contract, FixtureServer.url(contract, "conforming")).report();
    var rules = run.findings().map(Finding::rule).distinct().toList();
    assertThat(rules).hasSizeGreaterThan(70);
    for (var rule : rules) {
      var text = Files.readAllLines(Path.of(RuleLines.file(rule.id())));
      var line = text.get(lines.of(rule.id()) - 1).strip();
      var name = line.replaceFirst("^\\{? *\"?([^\":,]*).*", "$1");
      assertThat(
              name.equals("operationId")
                  || (rule.id() + "/").contains("/" + name.replace("/", "~1") + "/"))
          .as("%s is at %d: %s", rule.id(), lines.of(rule.id()), line)
          .isTrue();
    }
  }
}
