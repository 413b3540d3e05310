package conformance.suite.selftest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import conformance.run.CheckContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Who changes a contract touches its data, and nothing else. */
@Tag("slow")
class TightenedContractTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Path BATCH = Path.of("schemas/batches/batch.schema.json");
  private static final String CHECK = CheckContract.class.getName();

  /** All that lives on the contract but the catalogue, which the check goes through. */
  private static final List<String> ON_THE_CONTRACT =
      List.of(
          "conformance.suite.ContractIT",
          "conformance.bench.LargeRunTest",
          "conformance.report.ReportJsonTest",
          "conformance.run.SecondReadsTest",
          "conformance.schema.BodySchemaTest",
          "conformance.schema.DocumentedValuesTest",
          "conformance.schema.GeneratedListTest",
          "conformance.schema.PersonalDataTest",
          "conformance.schema.ProverTest",
          "conformance.schema.ReasonsTest");

  private static final String RULES =
      """
      {"allOf": [{
        "if": {"properties": {"status": {"const": "executed"}}, "required": ["status"]},
        "then": {"properties": {"valid_contacts": {
          "x-source": {"section": "Response > valid_contacts", "basis": "implied"},
          "minimum": 1}}}}]}
      """;
  private static final String REGION =
      """
      {"x-source": {"section": "Response > region", "basis": "stated"},
       "type": "string", "enum": ["eu", "us"]}
      """;
  private static final String CASES =
      """
      - name: executed-without-contacts
        why: Executed for nobody.
        body: {/1/valid_contacts: 0}
        deviations: {batch.schema.json#/allOf/0/then/properties/valid_contacts/minimum: /1/valid_contacts}
      - name: file-name-long
        why: A name of 25 characters.
        body: {/1/file_name: customers-of-march-24.csv}
        deviations: {batch.schema.json#/properties/file_name/maxLength: /1/file_name}
      - name: region-missing
        why: The property is not there.
        remove: [/1/region]
        deviations: {batch.schema.json#/required/region: /1}
      - name: region-number
        why: A number where a text is due.
        body: {/1/region: 7}
        deviations: {batch.schema.json#/properties/region/type: /1/region}
      - name: region-unknown
        why: Another region.
        body: {/1/region: mars}
        deviations: {batch.schema.json#/properties/region/enum: /1/region}
      """;

  @TempDir Path folder;

  @BeforeEach
  void copy() throws IOException {
    for (var part : List.of("schemas", "fixtures", "allure-config", "src/main/resources")) {
      Elsewhere.copy(Path.of(part), folder);
    }
  }

  @Test
  void isTightenedInItsDataAlone() throws Exception {
    tighten();
    tightenFixtures();
    assertThat(Elsewhere.run(folder, 0, CHECK, List.of("batches"))).endsWith("all as it should be");
    assertThat(Elsewhere.test(folder, ON_THE_CONTRACT))
        .filteredOn(line -> line.matches("conformance\\.\\S+: (red|green), \\d+ passed"))
        .hasSameSizeAs(ON_THE_CONTRACT)
        .allMatch(line -> line.contains(": green, ") && !line.contains(", 0 passed"));
  }

  @Test
  void tellsWhatNoCaseBreaksAndWhatTheCasesBreak() throws Exception {
    tighten();
    assertThat(Elsewhere.run(folder, 1, CHECK, List.of("batches", "status-unknown")))
        .contains(
            "Wrong: no case breaks",
            "  batches/batch.schema.json#/allOf/0/then/properties/valid_contacts/minimum:"
                + " valid_contacts is at least 1 when status is executed",
            "  batches/batch.schema.json#/properties/file_name/maxLength:"
                + " file_name is at most 24 characters long",
            "  batches/batch.schema.json#/required/region: region is present",
            "Wrong: the cases",
            "  status-unknown (fixtures/cases/batches/status.yaml): found, but not declared:"
                + " batches/batch.schema.json#/required/region at '/0'")
        .endsWith("wrong, see above");
  }

  @Test
  void tellsTheOperationThatNoFixtureAnswers() throws Exception {
    var openapi = Path.of("schemas/batches/openapi.yaml");
    var get = Files.readString(openapi);
    var path = get.substring(get.indexOf("  /batches/"), get.indexOf("components:"));
    rewrite(
        openapi,
        text ->
            text.replace(
                "components:",
                path.replace("/all:", "/newest:").replace("listBatches", "newestBatches")
                    + "components:"));
    assertThat(Elsewhere.run(folder, 1, CHECK, List.of("batches", "status-unknown")))
        .containsSequence("Operations without a case", "  /batches/{agent_id}/newest")
        .containsSequence("Wrong: no fixture answers", "  /batches/{agent_id}/newest");
  }

  @Test
  void callsAMistakeInASchemaAMistakeInTheContract() throws Exception {
    rewrite(BATCH, text -> text.replaceFirst("\"minLength\": 1", "\"minLenght\": 1"));
    var mistake =
        "batches/batch.schema.json#/properties/humanized_created_at/minLenght: minLenght is not a"
            + " keyword, did you mean minLength?";
    assertThat(Elsewhere.run(folder, 1, CHECK, List.of("batches")))
        .containsExactly("wrong: " + mistake);
    assertThat(Elsewhere.test(folder, List.of("conformance.suite.ContractIT")))
        .contains("ContractError: " + mistake, "conformance.suite.ContractIT: red, 0 passed");
  }

  private void tighten() throws IOException {
    var schema = (ObjectNode) JSON.readTree(Files.readString(BATCH));
    schema.setAll((ObjectNode) JSON.readTree(RULES));
    schema.withArray("required").add("region");
    var properties = (ObjectNode) schema.path("properties");
    ((ObjectNode) properties.path("file_name")).put("maxLength", 24);
    properties.set("region", JSON.readTree(REGION));
    Files.writeString(folder.resolve(BATCH), schema.toPrettyString());
    rewrite(
        Path.of("schemas/batches/batch.advice.schema.json"),
        text -> text.replaceFirst("\"status\": true,", "$0 \"region\": true,"));
  }

  private void tightenFixtures() throws IOException {
    try (var files = Files.walk(folder.resolve("fixtures"))) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        if (!file.toString().contains("2026-08")) {
          rewrite(folder.relativize(file), TightenedContractTest::tightened);
        }
      }
    }
    Files.writeString(folder.resolve("fixtures/cases/batches/tightened.yaml"), CASES);
  }

  private static String tightened(String fixture) {
    var base64 = Pattern.compile("(?<=base64Body: )[\\w+/=]+").matcher(fixture);
    return withRegion(base64.replaceAll(it -> Matcher.quoteReplacement(encoded(it.group()))))
        .replace("\"valid_contacts\": 0,", "\"valid_contacts\": 1,")
        .replace("\"total_contacts\": 0,", "\"total_contacts\": 1,")
        .replace("{/1/valid_contacts: 0,", "{/1/status: created, /1/valid_contacts: 0,")
        .replace(
            "literal: {/1/valid_contacts: '-1'}",
            "literal: {/1/status: '\"created\"', /1/valid_contacts: '-1'}");
  }

  private static String encoded(String base64) {
    var decoded = new String(Base64.getDecoder().decode(base64), ISO_8859_1);
    return Base64.getEncoder().encodeToString(withRegion(decoded).getBytes(ISO_8859_1));
  }

  private static String withRegion(String text) {
    return text.replace("\"file_name\": ", "\"region\": \"eu\", \"file_name\": ")
        .replace(" file_name: customers.csv,", " region: eu, file_name: customers.csv,");
  }

  private void rewrite(Path file, UnaryOperator<String> change) throws IOException {
    var copy = folder.resolve(file);
    Files.writeString(copy, change.apply(Files.readString(copy)));
  }
}
