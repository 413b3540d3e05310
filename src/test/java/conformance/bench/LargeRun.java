package conformance.bench;

import conformance.contract.Contracts;
import conformance.contract.Level;
import conformance.contract.Strictness;
import conformance.http.Target;
import conformance.http.Token;
import conformance.known.KnownDeviations;
import conformance.run.ConformanceRun;
import conformance.run.ProbePolicy;
import conformance.run.RunRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A whole run, over HTTP, in a JVM of its own with little memory.
 *
 * @param found the deviations of must-rules, each as rule and location, in the order of the report
 * @param told what else the run said: its progress, and the peak of the heap
 */
record LargeRun(List<String> found, List<String> told) {
  private static final Path SCHEMAS = Path.of("schemas");
  private static final String FOUND = "found ";

  /** Judges {@code list} in a JVM with these flags, such as {@code -Xmx96m}. */
  static LargeRun of(BatchList list, String... flags) throws IOException, InterruptedException {
    try (var server = new ListServer(list)) {
      var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
      var command = new ArrayList<>(List.of(java, "-XX:+UseSerialGC"));
      command.addAll(List.of(flags));
      command.addAll(List.of("-cp", System.getProperty("java.class.path")));
      command.addAll(List.of(LargeRun.class.getName(), server.url().toString()));
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      List<String> lines;
      try (var out = process.inputReader(StandardCharsets.UTF_8)) {
        lines = out.lines().toList();
      }
      if (process.waitFor() != 0) {
        throw new IllegalStateException("the run failed:\n" + String.join("\n", lines));
      }
      return new LargeRun(
          lines.stream()
              .filter(it -> it.startsWith(FOUND))
              .map(it -> it.substring(FOUND.length()))
              .toList(),
          lines.stream().filter(it -> !it.startsWith(FOUND)).toList());
    }
  }

  /** Judges the URL that is the first argument. */
  public static void main(String[] arguments) {
    var contract = Contracts.read(SCHEMAS, "batches");
    var parameters = Map.of("agent_id", List.of("3c90c3cc-0d44-4b50-8888-8dd25736052a"));
    var target =
        new Target(
            URI.create(arguments[0]),
            Token.of("bench-token"),
            Duration.ofMinutes(10),
            OptionalDouble.empty());
    var none = new KnownDeviations(List.of(), LocalDate.EPOCH);
    ConformanceRun.of(SCHEMAS, contract, none, new Strictness(false, false))
        .judge(
            new RunRequest(target, "live", parameters, Duration.ZERO, ProbePolicy.NONE),
            System.out::println)
        .results()
        .stream()
        .filter(result -> result.exchange().isPresent())
        .flatMap(result -> result.findings().stream())
        .map(finding -> finding.counts())
        .filter(examined -> examined.rule().level() == Level.MUST)
        .forEach(
            examined ->
                examined
                    .deviations()
                    .forEach(
                        it ->
                            System.out.println(
                                FOUND + examined.rule().id() + " " + it.location())));
    System.out.printf("peak heap %,d bytes%n", Heap.peak());
  }
}
