package conformance.schema;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.Contract;
import conformance.contract.Contracts;
import conformance.contract.Level;
import conformance.contract.Rule;
import conformance.schema.file.SchemaFiles;
import dev.harrel.jsonschema.Dialects;
import dev.harrel.jsonschema.Error;
import dev.harrel.jsonschema.SchemaResolver;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.GsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Another validator finds errors in the same values, by the unchanged schema files.
 *
 * <p>Formats are excluded: it does not require RFC 3339. {@link
 * conformance.schema.keyword.DateTimeCasesTest} covers them.
 */
@Tag("slow")
class SecondValidatorTest {
  private static final Path SCHEMAS = Path.of("schemas");
  private static final SchemaFiles FILES = SharedTypes.load(SCHEMAS);

  /** In Java, unlike in ECMA-262, $ also matches before a final line break. */
  private static final Set<String> OTHER_PATTERNS =
      Set.of("batch-id-line-break", "phone-line-break");

  private static final Set<String> ASSERTIONS =
      Set.of("type", "enum", "const", "pattern", "minLength", "minimum", "maximum", "required");

  record Case(RecordedBodies bodies, BodySchema schema, String location) {
    @Override
    public String toString() {
      return bodies.toString();
    }
  }

  static Stream<Case> bodies() {
    return Contracts.names(SCHEMAS).stream().flatMap(SecondValidatorTest::bodies);
  }

  private static Stream<Case> bodies(String name) {
    var contract = Contracts.read(SCHEMAS, name);
    return Described.of(contract).flatMap(it -> bodies(contract, it));
  }

  private static Stream<Case> bodies(Contract contract, Described described) {
    var schema = described.compile(FILES, contract);
    var location =
        FILES.resolve(FILES.base() + contract.name() + "/", described.schema().toString());
    return RecordedBodies.of(contract, described).stream()
        .filter(it -> !OTHER_PATTERNS.contains(it.fixture().name()))
        .filter(it -> it.examine(schema).stream().noneMatch(place -> place.contains("/body/")))
        .map(it -> new Case(it, schema, location));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bodies")
  void findsFaultWithTheSameValues(Case it) {
    var theirs = theirs(it);
    // A value in the wrong format has no other deviations reported.
    it.bodies().examine(it.schema()).stream()
        .filter(place -> place.contains("/format "))
        .forEach(place -> theirs.remove(place.substring(place.indexOf(' ') + 1)));
    assertThat(ours(it)).isEqualTo(theirs);
  }

  private static Set<String> ours(Case it) {
    var musts =
        it.schema().rules().stream()
            .filter(rule -> rule.level() == Level.MUST)
            .map(Rule::id)
            .filter(id -> ASSERTIONS.stream().anyMatch(keyword -> asserts(id, keyword)))
            .collect(Collectors.toSet());
    return it.bodies().examine(it.schema()).stream()
        .filter(place -> musts.contains(place.substring(0, place.indexOf(' '))))
        .map(place -> place.substring(place.indexOf(' ') + 1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean asserts(String id, String keyword) {
    return id.endsWith("/" + keyword) || id.contains("/required/") && keyword.equals("required");
  }

  private static Set<String> theirs(Case it) {
    var validator =
        new ValidatorFactory()
            .withJsonNodeFactory(new GsonNode.Factory())
            .withDefaultDialect(new Dialects.Draft2020Dialect())
            .withSchemaResolver(SecondValidatorTest::resolve)
            .createValidator();
    return Stream.of(it.bodies().first(), it.bodies().second())
        .map(body -> new String(body, StandardCharsets.UTF_8))
        .map(body -> validator.validate(URI.create(it.location()), body))
        .flatMap(result -> result.getErrors().stream())
        .filter(error -> ASSERTIONS.contains(error.getKeyword()))
        .filter(error -> !error.getEvaluationPath().contains("/if/"))
        .map(Error::getInstanceLocation)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static SchemaResolver.Result resolve(String uri) {
    if (!uri.startsWith(FILES.base())) {
      return SchemaResolver.Result.empty();
    }
    try {
      var file = SCHEMAS.resolve(uri.substring(FILES.base().length()));
      return SchemaResolver.Result.fromString(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
