package conformance.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Whole processes that judge one list: the suite, and Node with ajv, which most programs that check
 * JSON in the field are built with. What a process does once is part of its time.
 */
final class ColdProcess {
  private static final int ROUNDS = 3;
  private static final List<String> PACKAGES = List.of("ajv@8.17.1", "ajv-formats@3.0.1");
  private static final Path SCHEMAS = Path.of("schemas").toAbsolutePath();

  private ColdProcess() {}

  /** Prints the time of each, and their ratio; a line if there is no Node. */
  static void compare(Path list, Path folder) throws IOException, InterruptedException {
    if (!install(folder)) {
      System.out.println("\nno comparison with ajv: node, npm or its registry is not there");
      return;
    }
    System.out.println("\nA whole process, from start to end, on %s".formatted(list.getFileName()));
    var suite = Long.MAX_VALUE;
    var node = Long.MAX_VALUE;
    for (var round = 0; round < ROUNDS; round++) {
      suite = Math.min(suite, time(suite(), folder, list));
      node = Math.min(node, time(node(folder, list), folder, list));
    }
    System.out.println(
        "the suite %,d ms, node with ajv %,d ms: %.2f"
            .formatted(suite / 1_000_000, node / 1_000_000, (double) suite / node));
  }

  private static boolean install(Path folder) throws IOException, InterruptedException {
    Files.writeString(folder.resolve("package.json"), "{\"private\": true}");
    var command = new ArrayList<>(List.of("npm", "install", "--silent", "--no-audit"));
    command.addAll(PACKAGES);
    try {
      return new ProcessBuilder(command).directory(folder.toFile()).start().waitFor() == 0;
    } catch (IOException e) {
      // There is no npm.
      return false;
    }
  }

  private static List<String> suite() {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return List.of(
        java,
        "-XX:+UseSerialGC",
        "-Xmx96m",
        "-cp",
        System.getProperty("java.class.path"),
        Worker.class.getName(),
        Way.SUITE.name());
  }

  private static List<String> node(Path folder, Path list) throws IOException {
    var script = folder.resolve("ajv.mjs");
    try (InputStream source = ColdProcess.class.getResourceAsStream("ajv.mjs")) {
      Files.write(script, source.readAllBytes());
    }
    return List.of(
        "node",
        "--max-old-space-size=16000",
        script.toAbsolutePath().toString(),
        SCHEMAS.toString(),
        "batches",
        list.toAbsolutePath().toString(),
        Way.NOW.toString());
  }

  /** The time of a process that is told the list on its input; it fails if the process does. */
  private static long time(List<String> command, Path folder, Path list)
      throws IOException, InterruptedException {
    var begin = System.nanoTime();
    var java = command.get(0).endsWith("java");
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    var process = java ? builder.start() : builder.directory(folder.toFile()).start();
    try (var in = process.outputWriter(StandardCharsets.UTF_8)) {
      in.write(list.toAbsolutePath() + "\n");
    } catch (IOException e) {
      // Node does not read it.
    }
    var told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(command + " failed:\n" + told);
    }
    return System.nanoTime() - begin;
  }
}
