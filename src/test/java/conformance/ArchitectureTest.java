package conformance;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import conformance.fixture.FixtureServer;
import conformance.run.CompiledOperation;
import conformance.schema.BodySchema;
import conformance.suite.AllureResults;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One noun per package, one vendor per package, arrows one way. */
class ArchitectureTest {
  private static final JavaClasses ALL = new ClassFileImporter().importPackages("conformance");
  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("conformance");

  @Test
  void looksAtTheClassesOfTheProject() {
    assertThat(MAIN.contain(CompiledOperation.class)).isTrue();
    assertThat(MAIN.contain(ArchitectureTest.class)).isFalse();
    assertThat(ALL.contain(AllureResults.class) && ALL.contain(FixtureServer.class)).isTrue();
    assertThat(MAIN.size()).isGreaterThan(60);
    assertThat(ALL.size()).isGreaterThan(MAIN.size());
  }

  @ParameterizedTest(name = "{0} in {1}")
  @CsvSource({
    // Tests of one's own are written with it.
    "io.restassured.., conformance.http|conformance.suite..",
    "org.apache.http.., conformance.http",
    "com.networknt.., conformance.schema.keyword",
    "com.github.tomakehurst.., conformance.fixture",
    "io.qameta.., conformance.suite.."
  })
  void usesAVendorInOnePackageOnly(String vendor, String place) {
    var places = place.split("\\|");
    noClasses()
        .that()
        .resideOutsideOfPackages(places)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(vendor)
        .check(ALL);
    var used =
        ALL.stream()
            .filter(it -> resideInAnyPackage(places).test(it))
            .flatMap(it -> it.getDirectDependenciesFromSelf().stream())
            .anyMatch(it -> resideInAnyPackage(vendor).test(it.getTargetClass()));
    assertThat(used).as("%s uses %s", place, vendor).isTrue();
  }

  /** The picture of CONTRIBUTING.md: every package may use contract, and these. */
  private static final Map<String, List<String>> USES =
      Map.ofEntries(
          Map.entry("contract", List.of()),
          Map.entry("edition", List.of("schema", "schema.keyword")),
          Map.entry("http", List.of()),
          Map.entry("json", List.of()),
          Map.entry("known", List.of()),
          Map.entry("protocol", List.of()),
          Map.entry("relation", List.of()),
          Map.entry("report", List.of()),
          Map.entry(
              "run",
              List.of(
                  "edition",
                  "http",
                  "known",
                  "protocol",
                  "relation",
                  "report",
                  "schema",
                  "settings")),
          Map.entry(
              "schema",
              List.of("json", "relation", "schema.file", "schema.keyword", "schema.prover")),
          Map.entry("schema.file", List.of()),
          Map.entry("schema.keyword", List.of("relation", "schema.file")),
          Map.entry("schema.prover", List.of("json", "relation", "schema.file", "schema.keyword")));

  /** The prover can be taken out: one class makes it, and nothing of it is known elsewhere. */
  @Test
  void knowsOneTypeOfTheProver() {
    noClasses()
        .that()
        .resideOutsideOfPackage("conformance.schema.prover")
        .and()
        .doNotHaveFullyQualifiedName(BodySchema.class.getName())
        .should()
        .dependOnClassesThat()
        .resideInAPackage("conformance.schema.prover")
        .check(MAIN);
    noClasses()
        .that()
        .resideInAPackage("conformance.schema.prover")
        .and()
        .areTopLevelClasses()
        .and()
        .doNotHaveSimpleName("Prover")
        .should()
        .bePublic()
        .check(MAIN);
  }

  @Test
  void hasNoCycleBetweenPackages() {
    slices().matching("conformance.(*)..").should().beFreeOfCycles().check(MAIN);
  }

  static Stream<String> packages() {
    return MAIN.stream().map(it -> it.getPackageName()).distinct().sorted();
  }

  @ParameterizedTest
  @MethodSource("packages")
  void usesOnlyWhatThePictureShows(String name) {
    var noun = name.substring("conformance.".length());
    // The token is read into a type that http alone can open.
    var uses = noun.equals("settings") ? List.of("http") : USES.get(noun);
    assertThat(uses).as("%s is in the picture", name).isNotNull();
    var allowed =
        Stream.concat(Stream.of(noun, "contract"), uses.stream())
            .map("conformance."::concat)
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(name)
        .should()
        .dependOnClassesThat(
            resideInAPackage("conformance..").and(not(resideInAnyPackage(allowed))))
        .check(MAIN);
  }

  @Test
  void hasNoTwoTypesOfOneName() {
    assertThat(
            MAIN.stream()
                .filter(JavaClass::isTopLevelClass)
                .map(JavaClass::getSimpleName)
                .filter(it -> !it.equals("package-info"))
                .toList())
        .doesNotHaveDuplicates();
  }

  /** What judges a server lies in one package of the tests; nothing of it needs a self-test. */
  @Test
  void judgesServersWithoutTheSelfTests() {
    noClasses()
        .that()
        .resideInAPackage("conformance.suite")
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages(
            concat(
                packages(),
                "conformance.suite",
                "conformance.fixture",
                "java..",
                "javax..",
                "org..",
                "io..",
                "tools.."))
        .check(ALL);
  }

  private static String[] concat(Stream<String> some, String... more) {
    return Stream.concat(some, Stream.of(more)).toArray(String[]::new);
  }

  @ParameterizedTest
  @ValueSource(strings = {"util", "utils", "helper", "helpers", "common", "misc"})
  void hasNoPackageForAnything(String name) {
    noClasses().should().resideInAPackage(".." + name + "..").check(ALL);
  }

  @Test
  void keepsTheTestFrameworksOutOfTheEngine() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.junit..", "org.opentest4j..", "org.assertj..")
        .check(MAIN);
  }
}
