package conformance;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import conformance.fixture.FixtureServer;
import conformance.run.CompiledOperation;
import conformance.suite.AllureResults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    "com.networknt.., conformance.schema",
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

  @Test
  void hasNoCycleBetweenPackages() {
    slices().matching("conformance.(*)..").should().beFreeOfCycles().check(MAIN);
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
