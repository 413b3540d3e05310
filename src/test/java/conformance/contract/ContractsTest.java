package conformance.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContractsTest {
  private static final String OPENAPI =
      """
      openapi: 3.1.0
      info: {title: Shops, version: "2024-02"}
      paths:
        /shops/{shop_id}/all:
          get:
            operationId: listShops
            summary: list shops
            parameters:
              - {name: shop_id, in: path, required: true, example: 7}
              - {name: page, in: query}
            responses:
              "200":
                x-source: {section: Response, basis: stated}
                content:
                  application/json:
                    schema: {$ref: shop-list.schema.json}
                    examples: {documented: {externalValue: ../example.json}}
      """;
  private static final String GET = "#/paths/~1shops~1{shop_id}~1all/get";

  @TempDir Path schemas;

  @Test
  void readsAnOperation() throws IOException {
    var contract = read(OPENAPI);
    assertThat(contract.name()).isEqualTo("shops");
    assertThat(contract.title()).isEqualTo("Shops");
    assertThat(contract.edition()).isEqualTo("2024-02");
    var operation = contract.operations().get(0);
    assertThat(operation).hasToString("GET /shops/{shop_id}/all");
    assertThat(operation.id()).isEqualTo("listShops");
    assertThat(operation.name()).isEqualTo("list shops");
    assertThat(operation.parameters()).extracting(PathParameter::name).containsExactly("shop_id");
    assertThat(operation.parameters().get(0).example()).isEqualTo("7");
    assertThat(operation.response().status()).isEqualTo(200);
    assertThat(operation.response().mediaType()).isEqualTo("application/json");
    assertThat(operation.response().schema()).hasToString("shop-list.schema.json");
    assertThat(operation.response().example()).contains(schemas.resolve("example.json"));
    assertThat(operation.response().source()).hasToString("Response (stated)");
  }

  @Test
  void readsAnOperationWithoutExample() throws IOException {
    var contract = read(OPENAPI.replaceFirst("\n *examples: .*", ""));
    assertThat(contract.operations().get(0).response().example()).isEmpty();
  }

  @Test
  void takesTheResponseThatSucceeds() throws IOException {
    var created = OPENAPI.replace("  \"200\":", "  \"400\": {description: none}\n        \"201\":");
    assertThat(read(created).operations().get(0).response().status()).isEqualTo(201);
  }

  @ParameterizedTest
  @CsvSource({
    "7, /shops/7/all",
    "a b, /shops/a%20b/all",
    "a/b?c#d, /shops/a%2Fb%3Fc%23d/all",
    "../x, /shops/..%2Fx/all",
    "\u00fc+%, /shops/%C3%BC%2B%25/all",
    "'', /shops//all",
  })
  void encodesTheValuesOfPathParameters(String value, String path) throws IOException {
    assertThat(read(OPENAPI).operations().get(0).path(Map.of("shop_id", value))).isEqualTo(path);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "title: Shops, | '' | #/info/title: expected a text",
        "'version: \"2024-02\"' | 'version: \" \"' | #/info/version: expected a text",
        "'paths:' | 'pahts:' | #/paths: expected an object",
        "'    get:' | '    head:' | #/paths: expected at least one path with a get operation",
        "'operationId: listShops' | '' | " + GET + "/operationId: expected a text",
        "'summary: list shops' | 'summary: [a]' | " + GET + "/summary: expected a text",
        "'name: shop_id, ' | '' | " + GET + "/parameters/name: expected a text",
        "'\"200\"' | '\"404\"' | "
            + GET
            + "/responses: expected a response with a body for one status from 200 to 299",
        "'content:' | 'contents:' | "
            + GET
            + "/responses: expected a response with a body for one status from 200 to 299",
        "'$ref:' | 'ref:' | " + GET + "/responses/200/schema/$ref: expected a text",
        "x-source: | x-sauce: | " + GET + "/responses/200: expected an x-source",
      })
  void refusesAFileThatLacksSomething(String old, String changed, String problem) {
    assertThat(OPENAPI).contains(old);
    assertThatThrownBy(() -> read(OPENAPI.replace(old, changed)))
        .isInstanceOf(ContractException.class)
        .hasMessage(schemas.resolve("shops/openapi.yaml") + problem);
  }

  @Test
  void refusesABasisThatThereIsNot() {
    assertThatThrownBy(() -> read(OPENAPI.replace("stated", "guessed")))
        .isInstanceOf(ContractException.class)
        .hasMessageEndingWith(
            "/x-source/basis: expected stated, shown or implied, got \"guessed\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"openapi: [", "info: {}\ninfo: {}\n", "\tinfo: x"})
  void refusesWhatIsNoYaml(String text) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(ContractException.class)
        .hasMessageStartingWith(schemas.resolve("shops/openapi.yaml") + " is not readable YAML: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"patches", "..", "", "shops/..", "shops\n"})
  void namesTheContractsThatThereAreForOneThatThereIsNot(String name) throws IOException {
    read(OPENAPI);
    Files.createDirectory(schemas.resolve("empty"));
    assertThatThrownBy(() -> Contracts.read(schemas, name))
        .isInstanceOf(ContractException.class)
        .hasMessageStartingWith("there is no contract '%s': expected a file ".formatted(name))
        .hasMessageEndingWith("openapi.yaml; contracts found: shops");
  }

  @Test
  void listsTheContractsByName() throws IOException {
    for (var name : List.of("b", "a", "c")) {
      Files.writeString(Files.createDirectory(schemas.resolve(name)).resolve("openapi.yaml"), "");
    }
    assertThat(Contracts.names(schemas)).containsExactly("a", "b", "c");
  }

  @Test
  void refusesAFolderThatIsNotThere() {
    assertThatThrownBy(() -> Contracts.names(schemas.resolve("missing")))
        .isInstanceOf(ContractException.class)
        .hasMessage("cannot list the folder of contracts " + schemas.resolve("missing"));
  }

  private Contract read(String openapi) throws IOException {
    var folder = Files.createDirectories(schemas.resolve("shops"));
    Files.writeString(folder.resolve("openapi.yaml"), openapi);
    return Contracts.read(schemas, "shops");
  }
}
