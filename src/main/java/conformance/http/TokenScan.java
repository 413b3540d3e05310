package conformance.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Searches the names and contents of files for secrets, in the same encodings as in responses.
 *
 * @param files the number of files searched
 * @param leaks the files that contain one; names that contain one are masked
 */
public record TokenScan(int files, List<String> leaks) {

  private static final int CHUNK = 1 << 20;

  public TokenScan {
    leaks = List.copyOf(leaks);
  }

  /**
   * Searches every file below {@code folder}.
   *
   * @param skipped names of its immediate subfolders to leave out
   * @throws IOException if a file cannot be read, since it might contain a secret
   */
  public static TokenScan of(Secrets secrets, Path folder, Set<String> skipped) throws IOException {
    try (var paths = Files.walk(folder)) {
      var files =
          paths
              .filter(Files::isRegularFile)
              .filter(file -> !skipped.contains(folder.relativize(file).getName(0).toString()))
              .sorted()
              .toList();
      var leaks = new ArrayList<String>();
      var redaction = new Redaction(secrets);
      var overlap = 2 * Redaction.MAX_WIDTH * secrets.longest();
      for (var file : files) {
        if (redaction.finds(file.toString()) || contains(redaction, overlap, file)) {
          leaks.add(redaction.apply(file.toString()));
        }
      }
      return new TokenScan(files.size(), leaks);
    }
  }

  /** Searches chunk by chunk, each together with the end of the previous one. */
  private static boolean contains(Redaction redaction, int overlap, Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      var text = "";
      for (var chunk = in.readNBytes(CHUNK); chunk.length > 0; chunk = in.readNBytes(CHUNK)) {
        text += new String(chunk, ISO_8859_1);
        if (redaction.finds(text)) {
          return true;
        }
        text = text.substring(Math.max(0, text.length() - overlap));
      }
      return false;
    }
  }
}
