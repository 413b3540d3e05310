package conformance.exchange;

import java.io.IOException;
import java.io.InputStream;
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
      var search = new TokenSearch(token, redaction);
      for (var file : files) {
        if (redaction.finds(file.toString()) || holds(search.again(), file)) {
          leaks.add(redaction.apply(file.toString()));
        }
      }
      return new TokenScan(files.size(), leaks);
    }
  }

  private static boolean holds(TokenSearch search, Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      var buffer = new byte[64 * 1024];
      for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        search.pass(buffer, 0, read);
      }
    }
    return search.found();
  }
}
