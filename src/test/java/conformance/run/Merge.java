package conformance.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The command that merges shards, as it ended.
 *
 * @param report {@code report.json}, if it was written
 * @param console what was printed
 */
public record Merge(int code, JsonNode report, String console) {

  public static Merge of(Path shards, Path into) {
    var out = new ByteArrayOutputStream();
    var printed = new PrintStream(out, true, UTF_8);
    var code =
        Commands.run(
            Path.of("schemas"), printed, printed, "merge", shards.toString(), into.toString());
    var file = into.resolve("report.json");
    var mapper = new JsonMapper();
    return new Merge(
        code,
        Files.exists(file) ? mapper.readTree(file.toFile()) : mapper.missingNode(),
        out.toString(UTF_8));
  }
}
