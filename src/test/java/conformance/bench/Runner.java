package conformance.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Runs one way in a JVM of its own. */
final class Runner implements AutoCloseable {

  /**
   * What one reading of a list took.
   *
   * @param nanos of time
   * @param peak of the heap, in bytes, garbage included
   * @param findings what was found
   */
  record Run(long nanos, long peak, Findings findings) {}

  private final Way way;
  private final PrintWriter in;
  private final BufferedReader out;

  /** Starts the JVM with {@code flags} besides the bound of its heap. */
  Runner(Way way, List<String> flags) throws IOException {
    this.way = way;
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command = new ArrayList<>(List.of(java, "-XX:+UseSerialGC", "-Xmx" + way.heap));
    // The validator warns of each keyword that it does not know: those of ours, on the whole tree.
    command.add("-Dorg.slf4j.simpleLogger.log.com.networknt=error");
    command.addAll(way.flags);
    command.addAll(flags);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Worker.class.getName(), way.name()));
    var process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    this.in = new PrintWriter(process.outputWriter(), true);
    this.out = process.inputReader();
  }

  Way way() {
    return way;
  }

  /** Reads the list once. */
  Run read(Path list) throws IOException {
    in.println(list);
    var answer = out.readLine();
    if (answer == null) {
      throw new IOException("the JVM of %s ended, as told above".formatted(way.title));
    }
    var numbers = Arrays.stream(answer.split(" ")).mapToLong(Long::parseLong).toArray();
    return new Run(numbers[0], numbers[1], new Findings(numbers[2], numbers[3]));
  }

  /** Ends the JVM. */
  @Override
  public void close() {
    in.close();
  }
}
