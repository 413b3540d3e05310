package conformance.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Looks for a token in files: in their content and in their name, in every form that is looked for
 * in responses.
 *
 * @param files how many files were looked at
 * @param leaks those that hold it; names that hold it themselves are masked
 */
public record TokenScan(int files, List<String> leaks) {

  private static final int PART = 1 << 20;

  public TokenScan {
    leaks = List.copyOf(leaks);
  }

  /**
   * Looks at every file below {@code folder}.
   *
   * @param skipped names of folders right below it to leave out
   * @throws IOException if a file cannot be read: it might hold the token
   */
  public static TokenScan of(Token token, Path folder, Set<String> skipped) throws IOException {
    try (var paths = Files.walk(folder)) {
      var files =
          paths
              .filter(Files::isRegularFile)
              .filter(it -> !skipped.contains(folder.relativize(it).getName(0).toString()))
              .sorted()
              .toList();
      var leaks = new ArrayList<String>();
      var redaction = new Redaction(token);
      var overlap = 2 * Redaction.WIDEST * token.value().length();
      for (var file : files) {
        if (redaction.finds(file.toString()) || holds(redaction, overlap, file)) {
          leaks.add(redaction.apply(file.toString()));
        }
      }
      return new TokenScan(files.size(), leaks);
    }
  }

  /** Looks at a part after the other, each with the end of the one before it. */
  private static boolean holds(Redaction redaction, int overlap, Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      var text = "";
      for (var part = in.readNBytes(PART); part.length > 0; part = in.readNBytes(PART)) {
        text += new String(part, ISO_8859_1);
        if (redaction.finds(text)) {
          return true;
        }
        text = text.substring(Math.max(0, text.length() - overlap));
      }
      return false;
    }
  }
}
