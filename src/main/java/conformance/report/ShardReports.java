package conformance.report;

import conformance.contract.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The reports of the shards of one run.
 *
 * @param byNumber each report by the number of its shard, from 1
 * @param of the number of shards
 * @param problems why these are not a whole run, a line each
 */
public record ShardReports(TreeMap<Integer, JsonNode> byNumber, int of, List<String> problems) {
  private static final JsonMapper JSON = new JsonMapper();

  /**
   * Reads {@code report.json} of every folder below {@code root} that has one.
   *
   * @throws IllegalArgumentException if there is none, or they belong to different runs
   * @throws IOException if a file cannot be read
   */
  public static ShardReports read(Path root) throws IOException {
    var reports = new ShardReports(new TreeMap<>(), 0, new ArrayList<>());
    for (var file : files(root)) {
      reports = reports.with(file, parse(file));
    }
    if (reports.byNumber.isEmpty()) {
      throw new IllegalArgumentException(
          "no report of a shard below %s: expected a report.json with target/shard%s"
              .formatted(root, reports.problems.isEmpty() ? "" : "; " + reports.problems.get(0)));
    }
    reports.nameMissing();
    return reports;
  }

  private static List<Path> files(Path root) throws IOException {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (var files = Files.walk(root)) {
      return files.filter(file -> file.endsWith("report.json")).sorted().toList();
    }
  }

  private static JsonNode parse(Path file) {
    try {
      return JSON.readTree(file.toFile());
    } catch (JacksonException e) {
      throw new IllegalArgumentException(file + " is not JSON: " + e.getOriginalMessage(), e);
    }
  }

  private ShardReports with(Path file, JsonNode report) {
    if (report.has("error")) {
      problems.add("%s: %s".formatted(file, report.path("error").asString()));
      return this;
    }
    var text = report.at("/target/shard").asString("");
    if (!text.matches("[0-9]{1,4}/[0-9]{1,4}")) {
      throw new IllegalArgumentException(
          file + " is not the report of a shard: expected target/shard, such as 2/8");
    }
    var shard = text.split("/");
    var number = Integer.parseInt(shard[0]);
    var all = Integer.parseInt(shard[1]);
    byNumber.values().stream().findFirst().ifPresent(other -> checkSame(file, report, other));
    if (!byNumber.isEmpty() && all != of) {
      throw new IllegalArgumentException(
          "%s is shard %d of %d: expected one of %d".formatted(file, number, all, of));
    }
    if (byNumber.put(number, report) != null) {
      throw new IllegalArgumentException(
          "%s is shard %d/%d: there is another report of it".formatted(file, number, all));
    }
    return new ShardReports(byNumber, all, problems);
  }

  private static void checkSame(Path file, JsonNode report, JsonNode other) {
    // The embedded fixture has another port in each process.
    var url = other.at("/target/mode").asString("").equals("live") ? "/target/url" : "/target/mode";
    for (var key :
        List.of(
            "/contract",
            "/edition",
            "/target/mode",
            url,
            "/target/build/expected",
            "/strictness/strict",
            "/strictness/allowEmpty",
            "/strictness/allowEnvironment")) {
      var expected = other.at(key).asString("");
      if (!report.at(key).asString("").equals(expected)) {
        throw new IllegalArgumentException(
            "%s is of another run: %s is '%s', expected '%s'"
                .formatted(file, key.substring(1), report.at(key).asString(""), expected));
      }
    }
  }

  private void nameMissing() {
    IntStream.rangeClosed(1, of)
        .filter(number -> !byNumber.containsKey(number))
        .forEach(number -> problems.add("shard %d/%d is missing".formatted(number, of)));
  }

  /** Writes {@code report.json} and {@code summary.md} of all into {@code folder}. */
  public Merged write(Path folder) throws IOException {
    var report = MergedReport.of(List.copyOf(byNumber.values()), problems);
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("report.json"),
        JSON.writerWithDefaultPrettyPrinter().writeValueAsString(report) + "\n");
    var merged = new Merged(report, of);
    Files.writeString(folder.resolve("summary.md"), MergedMarkdown.of(merged));
    return merged;
  }

  /**
   * The result of all shards.
   *
   * @param report {@code report.json}
   * @param shards how many there are
   */
  public record Merged(ObjectNode report, int shards) {

    /** {@code conforms}, or how else it ended. */
    public Outcome outcome() {
      return Outcome.valueOf(report.path("outcome").asString().toUpperCase(java.util.Locale.ROOT));
    }

    /** Whether the target was not judged, which was allowed. */
    boolean unjudgedButAllowed() {
      return outcome() == Outcome.ENVIRONMENT
          && report.at("/strictness/allowEnvironment").asBoolean(false);
    }

    /** Whether one run of all values would have been green. */
    public boolean passes() {
      return outcome() == Outcome.CONFORMS || unjudgedButAllowed();
    }

    /** The outcome and its reasons for the console. */
    public String text() {
      return MergedMarkdown.text(this);
    }
  }
}
