package conformance.bench;

import conformance.bench.Runner.Run;
import conformance.schema.CaseItems;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads generated lists in each {@link Way}, by turns, and prints what that took.
 *
 * <p>{@code -Dbench.sizes=10000,100000} chooses the sizes, {@code -Dbench.ways=SCAN,SUITE} the
 * ways, {@code -Dbench.jvm} adds flags, such as those of a profiler.
 */
final class Benchmark {
  private static final double[] SHARES = {0.001, 0.5};
  private static final int ROUNDS = 5;

  /** Leap seconds, other zones than UTC, long fractions and integers, escapes, other than ASCII. */
  private static final Pattern ODD =
      Pattern.compile(
          ":60[.Z+-]|[+-](?!00:00)\\d\\d:\\d\\d\"|\\d[tzZ]?z\"|-\\d\\dt|\\.\\d{7}|\\d{19}|\\\\|[^ -~]");

  /** Enough for the compiler to be done with what is called often. */
  private static final long WARM_UP_ITEMS = 1_000_000;

  private Benchmark() {}

  /** Takes the folder for the lists. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    var folder = Files.createDirectories(Path.of(arguments[0]));
    var sizes = System.getProperty("bench.sizes", "10000,100000,1000000").split(",");
    var ways =
        System.getProperty("bench.ways", "SCAN,TREES,WHOLE_TREE,SUITE,SUITE_UNPROVEN").split(",");
    var flags = System.getProperty("bench.jvm", "").split(" ");
    System.out.println(
        "%-31s %9s %8s %8s %9s %10s"
            .formatted("", "time", "MB/s", "/ scan", "peak heap", "deviations"));
    var all = CaseItems.of("batches");
    var known = foundOnceByNetworknt(all).keepingConforming(Benchmark::isOrdinary);
    for (var size : sizes) {
      for (var share : SHARES) {
        var items = Integer.parseInt(size);
        var list = new BatchList(items, (int) (items * share), 42, known);
        var file = write(list, folder);
        try {
          compare(list, file, ways, flags);
          if (share == SHARES[0] && size.equals(sizes[sizes.length - 1])) {
            ColdProcess.compare(file, folder);
          }
        } finally {
          // Else every leak scan to come would read it, too.
          Files.delete(file);
        }
      }
    }
    large(Integer.getInteger("bench.large", 1_000_000), all);
  }

  /** As servers mostly write it: the odd forms that cases have as well are rare in a list. */
  private static boolean isOrdinary(ObjectNode item) {
    return !ODD.matcher(item.toString()).find();
  }

  /** It knows none of our keywords, and tells null as a wrong type and as an unlisted value. */
  private static CaseItems foundOnceByNetworknt(CaseItems items) {
    var networknt = Way.WHOLE_TREE.open();
    return items.keeping(
        it -> {
          try {
            var list = ("[" + it.item() + "]").getBytes(StandardCharsets.UTF_8);
            return networknt.read(new ByteArrayInputStream(list)).get().count() == 1;
          } catch (IOException e) {
            throw new IllegalStateException("bytes in memory do not break off", e);
          }
        });
  }

  /** A whole run over HTTP, two reads, in a heap of 96 MB. */
  private static void large(int size, CaseItems items) throws IOException, InterruptedException {
    var list = new BatchList(size, size / 1_000, 42, items);
    System.out.println("\n%,d batches over HTTP, a whole run with -Xmx96m".formatted(size));
    var run = LargeRun.of(list, "-Xmx96m", "-Xmn16m");
    run.told().forEach(System.out::println);
    if (!Set.copyOf(run.found()).equals(Set.copyOf(list.deviations()))) {
      throw new IllegalStateException("found other deviations than there are");
    }
    System.out.println("%,d deviations, exactly those there are".formatted(run.found().size()));
  }

  private static Path write(BatchList list, Path folder) throws IOException {
    var file = folder.resolve("%d-%d.json".formatted(list.size(), list.deviating()));
    try (var out = Files.newOutputStream(file)) {
      list.writeTo(out);
    }
    return file;
  }

  private static void compare(BatchList list, Path file, String[] ways, String[] flags)
      throws IOException {
    var bytes = Files.size(file);
    System.out.println(
        "\n%,d batches, %,d deviating, %.1f MB"
            .formatted(list.size(), list.deviating(), bytes / 1e6));
    var runners = new ArrayList<Runner>();
    try {
      for (var way : ways) {
        runners.add(
            new Runner(
                Way.valueOf(way), Arrays.stream(flags).filter(it -> !it.isEmpty()).toList()));
      }
      var runs = measure(list, file, runners);
      print(bytes, runs);
      checkFindings(runs, list.deviating());
    } finally {
      runners.forEach(Runner::close);
    }
  }

  private static Map<Way, List<Run>> measure(BatchList list, Path file, List<Runner> runners)
      throws IOException {
    var runs = new EnumMap<Way, List<Run>>(Way.class);
    for (var runner : runners) {
      for (var read = 0L; read < WARM_UP_ITEMS; read += list.size()) {
        runner.read(file);
      }
    }
    for (var round = 0; round < ROUNDS; round++) {
      for (var runner : runners) {
        runs.computeIfAbsent(runner.way(), it -> new ArrayList<>()).add(runner.read(file));
      }
    }
    return runs;
  }

  private static void print(long bytes, Map<Way, List<Run>> runs) {
    var scan = runs.containsKey(Way.SCAN) ? least(runs.get(Way.SCAN)) : Double.NaN;
    runs.forEach(
        (way, measured) -> {
          var nanos = least(measured);
          System.out.println(
              "%-31s %,6.0f ms %8.0f %8.2f %6.0f MB %,10d (checksum %08x)"
                  .formatted(
                      way.title,
                      nanos / 1e6,
                      bytes * 1e3 / nanos,
                      nanos / scan,
                      measured.stream().mapToLong(Run::peak).max().orElseThrow() / 1e6,
                      measured.get(0).findings().count(),
                      measured.get(0).findings().checksum()));
        });
  }

  /** Each way that judges must find the same, in every round. */
  private static void checkFindings(Map<Way, List<Run>> runs, int deviating) {
    var findings =
        runs.values().stream()
            .flatMap(List::stream)
            .map(Run::findings)
            .filter(it -> !it.equals(Findings.NONE))
            .distinct()
            .toList();
    if (findings.size() > 1 || findings.stream().anyMatch(it -> it.count() != deviating)) {
      throw new IllegalStateException(
          "%,d deviations to be found, but: %s".formatted(deviating, findings));
    }
  }

  /** What else runs on the machine only adds to the time. */
  private static double least(List<Run> runs) {
    return runs.stream().mapToLong(Run::nanos).min().orElseThrow();
  }
}
