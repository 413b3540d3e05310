package conformance.suite.selftest;

import static java.util.stream.Collectors.joining;
import static org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder.request;

import conformance.suite.ContractIT;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/**
 * {@code ContractIT} in a process of its own, as Failsafe runs it: with an environment, whatever it
 * says on the console, and all of its files.
 *
 * @param console what it wrote to the console
 * @param exitCode 0 only if no test failed
 */
record ForkedRun(String console, int exitCode) {

  /**
   * Runs it.
   *
   * @param environment variables to set
   * @param options of the JVM, such as system properties
   * @param ownTests names of other test classes that run with it
   */
  static ForkedRun start(
      Path output, Map<String, String> environment, List<String> options, String... ownTests)
      throws IOException, InterruptedException {
    return startIn(Path.of("").toAbsolutePath(), output, environment, options, ownTests);
  }

  /** Runs it with {@code folder} as the working directory. */
  static ForkedRun startIn(
      Path folder,
      Path output,
      Map<String, String> environment,
      List<String> options,
      String... ownTests)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
    command.addAll(List.of("-cp", classPath()));
    command.add("-Dallure.results.directory=" + output.resolve("allure-results"));
    command.add("-Dconformance.output=" + output.resolve("conformance"));
    command.addAll(options);
    command.add(ForkedRun.class.getName());
    command.addAll(List.of(ownTests));
    // As Failsafe may find it: it is the first to run nevertheless.
    command.add(ContractIT.class.getName());
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().putAll(environment);
    var process = builder.start();
    var console = new String(process.getInputStream().readAllBytes());
    return new ForkedRun(console, process.waitFor());
  }

  /** The class path of this process, which holds in any folder. */
  static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(it -> Path.of(it).toAbsolutePath().toString())
        .collect(joining(File.pathSeparator));
  }

  /** Runs the tests in this process, and prints each failure with its causes. */
  public static void main(String[] arguments) {
    var listener = new SummaryGeneratingListener();
    LauncherFactory.create()
        .execute(
            request()
                .selectors(Stream.of(arguments).map(DiscoverySelectors::selectClass).toList())
                .build(),
            listener);
    listener.getSummary().printTo(new PrintWriter(System.out, true));
    listener.getSummary().printFailuresTo(new PrintWriter(System.out, true), 100);
    System.exit(listener.getSummary().getTotalFailureCount() == 0 ? 0 : 1);
  }
}
