package conformance.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operation requires of a request, and its documented errors. */
class OpenApiTest {
  private static final String OPENAPI =
      """
      openapi: 3.1.0
      info: {title: Shops, version: "1"}
      %s
      paths:
        /shops/{shop_id}:
          summary: not a method
          parameters: [{name: shop_id, in: path, example: a, schema: {type: string, format: uuid}}]
          post: {}
          get:
            operationId: listShops
            summary: list shops
            %s
            responses:
              "200":
                x-source: {section: Response, basis: stated}
                content: {application/json: {schema: {$ref: shop.schema.json}}}
      %s
      components:
        securitySchemes:
          token: {type: http, scheme: Bearer}
          basic: {type: http, scheme: basic}
          key: {type: apiKey, in: header, name: X-Key}
          login: {type: oauth2, flows: {}}
          open: {type: openIdConnect, openIdConnectUrl: "https://a.example"}
          mutual: {type: mutualTLS}
          query: {type: apiKey, in: query, name: key}
          cookie: {type: apiKey, in: cookie, name: key}
          digest: {type: http, scheme: digest}
          spaced: {type: apiKey, in: header, name: X Key}
      """;

  @TempDir Path schemas;

  @Test
  void readsMethodsAndParametersOfThePath() throws IOException {
    var operation = read("", "", "");
    assertThat(operation.methods()).containsExactlyInAnyOrder("GET", "POST");
    assertThat(operation.parameters())
        .containsExactly(new PathParameter("shop_id", "uuid", "a", Optional.empty()));
    assertThat(operation.errors()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | '' | false",
        "'' | 'security: [{token: []}]' | true",
        "'security: [{token: []}]' | '' | true",
        "'security: [{token: []}]' | 'security: []' | false",
        "'security: [{basic: []}]' | 'security: [{token: []}]' | true",
      })
  void asksForATokenWhereTheOperationOrElseTheDocumentDoes(
      String ofAll, String ofOperation, boolean secured) throws IOException {
    assertThat(read(ofAll, ofOperation, "").security().isPresent()).isEqualTo(secured);
  }

  @Test
  void refusesAPathParameterWithoutExample() throws IOException {
    var folder = Files.createDirectories(schemas.resolve("shops"));
    var text = OPENAPI.formatted("", "", "").replace("example: a, ", "");
    Files.writeString(folder.resolve("openapi.yaml"), text);
    assertThatThrownBy(() -> Contracts.read(schemas, "shops"))
        .isInstanceOf(ContractException.class)
        .hasMessage(
            folder.resolve("openapi.yaml")
                + "#/paths/~1shops~1{shop_id}/get/parameters/shop_id: expected an example: the"
                + " value that the fixtures answer to");
  }

  @ParameterizedTest
  @CsvSource({"token, Bearer", "login, Bearer", "open, Bearer", "basic, Basic"})
  void sendsTheTokenInTheSchemeThatTheContractNames(String name, String scheme) throws IOException {
    assertThat(read("", "security: [{%s: []}]".formatted(name), "").scheme().name())
        .isEqualTo(scheme);
  }

  @Test
  void sendsAKeyInTheFieldThatTheContractNames() throws IOException {
    assertThat(read("", "security: [{key: []}]", "").security())
        .contains(SecurityScheme.apiKey("X-Key"));
  }

  /** TLS sends it. */
  @Test
  void sendsNothingForAClientCertificate() throws IOException {
    assertThat(read("", "security: [{mutual: []}]", "").security()).isEmpty();
    assertThat(read("", "security: [{mutual: [], key: []}]", "").security())
        .contains(SecurityScheme.apiKey("X-Key"));
  }

  @ParameterizedTest
  @CsvSource({"query", "cookie", "digest", "unknown"})
  void refusesASchemeThatCannotBeSent(String name) {
    assertThatThrownBy(() -> read("", "security: [{%s: []}]".formatted(name), ""))
        .isInstanceOf(ContractException.class)
        .hasMessage(
            schemas.resolve("shops/openapi.yaml")
                + "#/components/securitySchemes/"
                + name
                + ": expected a scheme that can be sent: of type http with scheme bearer or basic,"
                + " apiKey in header, oauth2, openIdConnect or mutualTLS");
  }

  @Test
  void refusesAKeyInAFieldThatIsNone() {
    assertThatThrownBy(() -> read("", "security: [{spaced: []}]", ""))
        .hasMessageEndingWith(
            "openapi.yaml#/components/securitySchemes/spaced/name: expected the name of a header"
                + " field");
  }

  @Test
  void refusesAnotherSchemeForAnotherOperation() throws IOException {
    var folder = Files.createDirectories(schemas.resolve("shops"));
    var text = OPENAPI.formatted("", "security: [{key: []}]", "");
    var path = text.substring(text.indexOf("  /shops/"), text.indexOf("components:"));
    var other =
        path.replace("/{shop_id}:", "/{shop_id}/tills:").replace("{key: []}", "{basic: []}");
    Files.writeString(
        folder.resolve("openapi.yaml"), text.replace("components:", other + "components:"));
    assertThatThrownBy(() -> Contracts.read(schemas, "shops"))
        .isInstanceOf(ContractException.class)
        .hasMessageEndingWith(
            "openapi.yaml#/paths: expected one security scheme for all operations, since there is"
                + " one TARGET_TOKEN");
  }

  @Test
  void refusesTwoSchemes() {
    var both = "expected one scheme, since there is one TARGET_TOKEN, not basic and key";
    assertThatThrownBy(() -> read("", "security: [{key: []}, {basic: []}]", ""))
        .hasMessageEndingWith("/get/security: " + both);
    assertThatThrownBy(() -> read("", "security: [{key: [], basic: []}]", ""))
        .hasMessageEndingWith("/get/security: " + both);
  }

  @ParameterizedTest
  @CsvSource({
    "404, 404.schema.json",
    "400, any4.schema.json",
    "499, any4.schema.json",
    "500, other.schema.json",
    "503, other.schema.json",
    "302, ",
    "200, ",
  })
  void takesTheErrorThatIsClosestToTheStatus(int status, String schema) throws IOException {
    var errors = error("default", "other") + error("4XX", "any4") + error("404", "404");
    var found = read("", "", errors).error(status);
    assertThat(found.map(it -> it.schema().toString()).orElse(null)).isEqualTo(schema);
  }

  @Test
  void readsTheLevelsThatTheContractGivesToRulesOnProbes() throws IOException {
    assertThat(read("", "x-levels: {security/token-in-query: must}", "").levels())
        .containsExactly(Map.entry("security/token-in-query", Level.MUST));
    assertThat(read("", "", "").levels()).isEmpty();
  }

  @Test
  void refusesALevelThatIsNone() {
    assertThatThrownBy(() -> read("", "x-levels: {security/token-in-query: shall}", ""))
        .isInstanceOf(ContractException.class)
        .hasMessageEndingWith(
            "openapi.yaml#/paths/~1shops~1{shop_id}/get/x-levels/security/token-in-query: expected"
                + " must or should");
  }

  @Test
  void refusesLevelsThatAreNoObject() {
    assertThatThrownBy(() -> read("", "x-levels: must", ""))
        .isInstanceOf(ContractException.class)
        .hasMessageEndingWith(
            "/get/x-levels: expected an object of rules, each with must or should");
  }

  @Test
  void readsNoErrorWithoutBody() throws IOException {
    var operation = read("", "", "        \"404\": {description: none}\n");
    assertThat(operation.errors()).isEmpty();
    assertThat(operation.error(404)).isEmpty();
  }

  @Test
  void refusesASuccessThatIsARangeOfStatuses() {
    assertThatThrownBy(() -> read("", "", "", "2XX"))
        .isInstanceOf(ContractException.class)
        .hasMessageEndingWith(
            "/get/responses: expected a response with a body for one status from 200 to 299");
  }

  private static String error(String status, String schema) {
    return """
                "%s":
                  x-source: {section: Errors, basis: stated}
                  content: {application/json: {schema: {$ref: %s.schema.json}}}
        """
        .formatted(status, schema);
  }

  private Operation read(String ofAll, String ofOperation, String responses) throws IOException {
    return read(ofAll, ofOperation, responses, "200");
  }

  private Operation read(String ofAll, String ofOperation, String responses, String success)
      throws IOException {
    var folder = Files.createDirectories(schemas.resolve("shops"));
    var text =
        OPENAPI.formatted(ofAll, ofOperation, responses).replace("\"200\"", '"' + success + '"');
    Files.writeString(folder.resolve("openapi.yaml"), text);
    return Contracts.read(schemas, "shops").operations().get(0);
  }
}
