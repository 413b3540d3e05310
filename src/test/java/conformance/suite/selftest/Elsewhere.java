package conformance.suite.selftest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Programs of this project in another folder, with other schemas and fixtures. */
final class Elsewhere {
  private Elsewhere() {}

  /** Runs test classes there, and returns all that is printed: at the end a line for each class. */
  static List<String> test(Path folder, List<String> classes) throws Exception {
    return run(folder, 0, Elsewhere.class.getName(), classes);
  }

  /** Runs a program there, and returns what it prints. */
  static List<String> run(Path folder, int code, String program, List<String> arguments)
      throws Exception {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command = new ArrayList<>(List.of(java, "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", ForkedRun.classPath(), program));
    command.addAll(arguments);
    var process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    process.environment().keySet().removeIf(it -> it.matches("(TARGET|CONTRACT).*"));
    var running = process.start();
    var output = new String(running.getInputStream().readAllBytes(), UTF_8);
    assertThat(running.waitFor()).as(output).isEqualTo(code);
    return output.lines().toList();
  }

  /** Runs each of the classes named in {@code args} where the process stands. */
  public static void main(String[] args) {
    for (var name : args) {
      var results = EngineTestKit.engine("junit-jupiter").selectors(selectClass(name)).execute();
      var failed = results.allEvents().failed();
      failed.stream()
          .map(it -> it.getRequiredPayload(TestExecutionResult.class).getThrowable().orElseThrow())
          .forEach(
              it -> System.out.println(it.getClass().getSimpleName() + ": " + it.getMessage()));
      System.out.printf(
          "%s: %s, %d passed%n",
          name, failed.count() > 0 ? "red" : "green", results.testEvents().succeeded().count());
    }
    System.exit(0); // threads of the embedded server are left
  }

  /** Copies a file or a folder of this project to its place in another folder. */
  static void copy(Path from, Path folder) throws IOException {
    try (var paths = Files.walk(from)) {
      for (var path : paths.toList()) {
        Files.createDirectories(folder.resolve(path).getParent());
        Files.copy(path, folder.resolve(path));
      }
    }
  }
}
