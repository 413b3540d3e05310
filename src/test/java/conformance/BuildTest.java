package conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One build at a time in one checkout, whose exit code is its own. */
@Tag("slow")
class BuildTest {
  private static final String MAVEN = System.getProperty("maven.home", "");

  @TempDir Path checkout;

  /** How Maven ended. */
  private record Build(int exitCode, String console) {}

  @BeforeEach
  void checkOut() throws IOException {
    assumeTrue(!MAVEN.isEmpty(), "only Maven says where Maven is");
    Files.createDirectory(checkout.resolve(".mvn"));
    Files.copy(Path.of("pom.xml"), checkout.resolve("pom.xml"));
  }

  @Test
  void refusesAnotherBuildBeforeItTouchesAnything() throws Exception {
    var built = Files.createDirectories(checkout.resolve("target/classes"));
    try (var held =
            FileChannel.open(
                checkout.resolve(".mvn/build.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        var lock = held.tryLock()) {
      assertThat(lock).isNotNull();
      for (var goals : List.of(List.of("validate"), List.of("clean", "validate"))) {
        var refused = maven(goals);
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.console())
            .contains(
                ("another build runs in this checkout, and both would write into %s. Wait until it"
                        + " ends, or use a checkout of its own for each.")
                    .formatted(checkout.toRealPath().resolve("target")));
      }
      assertThat(built).exists();
    }
    assertThat(maven(List.of("clean", "validate")).exitCode()).isZero();
    assertThat(built).doesNotExist();
  }

  /** Some network drives have no locks. */
  @Test
  void buildsWhereNothingCanBeLocked() throws Exception {
    var pom = Files.readString(Path.of("pom.xml"));
    var withoutLocks = pom.replace("tryLock = ", "file.close(); tryLock = ");
    assertThat(withoutLocks).isNotEqualTo(pom);
    Files.writeString(checkout.resolve("pom.xml"), withoutLocks);
    var build = maven(List.of("validate"));
    assertThat(build.console()).isEmpty();
    assertThat(build.exitCode()).isZero();
  }

  /** Otherwise Failsafe would take it for a run without tests, which is green. */
  @Test
  void isRedWithoutTheVerdictOfThisRun() throws Exception {
    Files.createDirectories(checkout.resolve("target/verdict"));
    Files.writeString(checkout.resolve("target/verdict/20240229042200000.xml"), "of another run");
    var build = maven(List.of("enforcer:enforce@verdict"));
    assertThat(build.exitCode()).isEqualTo(1);
    assertThat(build.console())
        .containsPattern(
            "the verdict of this run is gone: expected it in \\S+/target/verdict/\\d{17}\\.xml,"
                + " which something else has deleted\\. Run again, with nothing else that writes"
                + " into \\S+/target\\.");
    var withoutTests = maven(List.of("enforcer:enforce@verdict", "-DskipITs"));
    assertThat(withoutTests.console()).isEmpty();
    assertThat(withoutTests.exitCode()).isZero();
  }

  private Build maven(List<String> arguments) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(MAVEN + "/bin/mvn", "-B", "-q", "-o"));
    command.add("-Dmaven.repo.local=" + System.getProperty("maven.repo.local"));
    command.addAll(arguments);
    var process =
        new ProcessBuilder(command).directory(checkout.toFile()).redirectErrorStream(true).start();
    var console = new String(process.getInputStream().readAllBytes());
    return new Build(process.waitFor(), console.replace("\u001b[0m", "").strip());
  }
}
