package conformance.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.Contracts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {
  private static final String VOCABULARY = "vocabulary.schema.json";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  @TempDir Path schemas;

  @BeforeEach
  void makeUpContracts() throws IOException {
    Files.copy(Path.of("schemas", VOCABULARY), schemas.resolve(VOCABULARY));
    contract("doors", "1", "/doors", "'room': {'minLength': 2}, 'width': {'maximum': 9}");
    contract("doors-2", "2", "/doors/all", "'room': {'minLength': 1}, 'width': {'minimum': 1}");
  }

  @Test
  void printsWhatChangedFromOneContractToAnother() {
    assertThat(run("diff", "doors", "doors-2")).isZero();
    assertThat(out.toString(UTF_8))
        .isEqualTo(
            """
            # From doors (edition 1) to doors-2 (edition 2)

            | added | removed | tightened | loosened | changed | unchanged |
            | ---: | ---: | ---: | ---: | ---: | ---: |
            | 1 | 1 | 0 | 1 | 0 | %d |

            ## Rules added

            - `doors-2/door.schema.json#/properties/width/minimum`: width is at least 1, *must*

            ## Rules removed

            - `doors/door.schema.json#/properties/width/maximum`: width is at most 9, *must*

            ## Rules loosened

            - `doors-2/door.schema.json#/properties/room/minLength`: room is not empty, *must*; \
            was: room is at least 2 characters long, *must*
            """
                .formatted(rules() - 2));
    assertThat(err.toString(UTF_8)).isEmpty();
  }

  @Test
  void findsNoDifferenceBetweenAContractAndItself() {
    assertThat(run("diff", "doors", "doors")).isZero();
    assertThat(out.toString(UTF_8)).endsWith("| 0 | 0 | 0 | 0 | 0 | %d |\n".formatted(rules()));
  }

  @Test
  void saysWhichContractsThereAre() {
    assertThat(run("diff", "doors", "windows")).isEqualTo(1);
    assertThat(out.toString(UTF_8)).isEmpty();
    assertThat(err.toString(UTF_8))
        .isEqualTo(
            "there is no contract 'windows': expected a file %s; contracts found: doors, doors-2\n"
                .formatted(schemas.resolve("windows/openapi.yaml")));
  }

  @Test
  void printsTheUsage() {
    assertThat(run()).isZero();
    assertThat(out.toString(UTF_8))
        .startsWith("usage: diff <contract> <contract>\n")
        .endsWith("Contracts found: doors, doors-2\n");
    assertThat(run("diff", "doors")).isEqualTo(2);
    assertThat(run("compare", "doors", "doors-2")).isEqualTo(2);
    assertThat(err.toString(UTF_8)).isEqualTo(out.toString(UTF_8).repeat(2));
  }

  @Test
  void printsTheSettings() {
    assertThat(run("settings")).isZero();
    assertThat(out.toString(UTF_8))
        .startsWith("| setting | meaning | default |\n|---|---|---|\n| `target.url` | ")
        .contains("| `target.timeout` | bound on one whole exchange, slow body included")
        .doesNotContain("%s");
    assertThat(err.toString(UTF_8)).isEmpty();
    assertThat(run("settings", "doors")).isEqualTo(2);
  }

  /** The number of rules of one contract, most of them on HTTP and JSON. */
  private int rules() {
    return CompiledOperation.of(schemas, Contracts.read(schemas, "doors")).get(0).rules().size();
  }

  private int run(String... arguments) {
    return Commands.run(
        schemas, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), arguments);
  }

  private void contract(String name, String edition, String path, String properties)
      throws IOException {
    var folder = Files.createDirectory(schemas.resolve(name));
    Files.writeString(
        folder.resolve("openapi.yaml"),
        """
        openapi: 3.1.0
        info: {title: Doors, version: "%s"}
        paths:
          %s:
            get:
              operationId: listDoors
              summary: list doors
              responses:
                "200":
                  x-source: {section: Doors, basis: stated}
                  content:
                    application/json:
                      schema: {$ref: door.schema.json}
        """
            .formatted(edition, path));
    Files.writeString(
        folder.resolve("door.schema.json"),
        """
        {'$schema': 'https://json-schema.org/draft/2020-12/schema',
         '$id': 'https://batch-contract.example/schemas/%s/door.schema.json',
         'x-source': {'section': 'Doors', 'basis': 'stated'}, 'properties': {%s}}
        """
            .formatted(name, properties)
            .replace('\'', '"'));
  }
}
