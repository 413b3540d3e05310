package conformance.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import conformance.contract.ContractException;
import conformance.schema.file.SchemaFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaFilesTest {
  private static final String BASE = "https://example.com/schemas/";
  private static final String DIALECT =
      "\"$schema\": \"https://json-schema.org/draft/2020-12/schema\"";

  @TempDir Path folder;

  @Test
  void findsEachFileByItsId() throws IOException {
    write("a.schema.json", "{%s, \"$id\": \"%sa.schema.json\"}".formatted(DIALECT, BASE));
    write("b/c.schema.json", "{%s, \"$id\": \"%sb/c.schema.json\"}".formatted(DIALECT, BASE));
    write("b/other.json", "not looked at");
    var files = SchemaFiles.load(folder);
    assertThat(files.base()).isEqualTo(BASE);
    assertThat(files.documents())
        .containsOnlyKeys(BASE + "a.schema.json", BASE + "b/c.schema.json");
    assertThat(files.address(BASE + "b/c.schema.json#/type")).isEqualTo("b/c.schema.json#/type");
    assertThat(files.address("https://example.org/x#/type"))
        .isEqualTo("https://example.org/x#/type");
    assertThat(files.resolve(BASE + "b/c.schema.json#/items", "../a.schema.json"))
        .isEqualTo(BASE + "a.schema.json");
    assertThat(files.resolve(BASE + "b/c.schema.json", "#/$defs/x"))
        .isEqualTo(BASE + "b/c.schema.json#/$defs/x");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | $schema must be https://json-schema.org/draft/2020-12/schema",
        "{\"$schema\": \"http://json-schema.org/draft-07/schema#\"} | $schema must be https://json-schema.org/draft/2020-12/schema",
        "{D} | $id is '', expected .../a.schema.json",
        "{D, \"$id\": \"https://example.com/b.schema.json\"} | $id is 'https://example.com/b.schema.json', expected .../a.schema.json",
        "{D, \"$id\": \"a.schema.json\"} | $id is 'a.schema.json', expected .../a.schema.json",
      })
  void refusesAFileThatDoesNotSayWhatItIs(String text, String problem) throws IOException {
    write("a.schema.json", text.replace("D", DIALECT));
    refuses(folder.resolve("a.schema.json") + ": " + problem);
  }

  @Test
  void refusesFilesWithoutCommonBase() throws IOException {
    write("a.schema.json", "{%s, \"$id\": \"%sa.schema.json\"}".formatted(DIALECT, BASE));
    var other = "https://example.org/b.schema.json";
    write("b.schema.json", "{%s, \"$id\": \"%s\"}".formatted(DIALECT, other));
    refuses(
        "%s: $id is '%s', expected %sb.schema.json"
            .formatted(folder.resolve("b.schema.json"), other, BASE));
  }

  @Test
  void refusesAFolderWithoutSchemas() throws IOException {
    write("a.json", "{}");
    refuses("no file *.schema.json below " + folder);
  }

  @Test
  void refusesAFolderThatIsNotThere() {
    var missing = folder.resolve("missing");
    assertThatThrownBy(() -> SchemaFiles.load(missing))
        .isInstanceOf(ContractException.class)
        .hasMessage("cannot read the folder of contracts " + missing);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\\n\"a\": 1,} | 2",
        "{\\n\"a\": 1,\\n\"a\": 2} | 3",
        "{}\\n{} | 2",
        "{ | 1",
      })
  void refusesWhatIsNoJsonAndNamesTheLine(String text, int line) throws IOException {
    write("a.schema.json", text.replace("\\n", "\n"));
    assertThatThrownBy(() -> SchemaFiles.load(folder))
        .isInstanceOf(ContractException.class)
        .hasMessageStartingWith(
            "%s is not readable JSON: line %d: ".formatted(folder.resolve("a.schema.json"), line));
  }

  private void refuses(String problem) {
    assertThatThrownBy(() -> SchemaFiles.load(folder))
        .isInstanceOf(ContractException.class)
        .hasMessage(problem);
  }

  private void write(String name, String text) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
