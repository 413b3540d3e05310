package conformance.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A JVM of its own for one way: reads the list whose file is named on each line of its input. */
final class Worker {
  private Worker() {}

  /** Answers each line with a line: nanoseconds, peak of the heap in bytes, count, checksum. */
  public static void main(String[] arguments) throws IOException {
    var reading = Way.valueOf(arguments[0]).open();
    var files = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (var file = files.readLine(); file != null; file = files.readLine()) {
      Heap.reset();
      try (var list = Files.newInputStream(Path.of(file))) {
        var begin = System.nanoTime();
        var found = reading.read(list);
        var took = System.nanoTime() - begin;
        var peak = Heap.peak();
        var findings = found.get();
        System.out.println(
            "%d %d %d %d".formatted(took, peak, findings.count(), findings.checksum()));
      }
    }
  }
}
