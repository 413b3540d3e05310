package conformance.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenScanTest {
  private static final String TOKEN = "a-token-in-a-file";

  /** The number of bytes searched at once. */
  private static final int PART = 1 << 20;

  @TempDir private Path folder;

  @Test
  void namesEachFileThatHoldsTheToken() throws IOException {
    write("a/report.json", "{\"a\": \"" + TOKEN + "\"}");
    write("a/summary.md", "a-token-in-a-fil");
    write("log", TOKEN);
    var scan = scan();
    assertThat(scan.files()).isEqualTo(3);
    assertThat(scan.leaks())
        .containsExactly(
            folder.resolve("a/report.json").toString(), folder.resolve("log").toString());
  }

  @Test
  void masksATokenThatIsTheNameOfAFile() throws IOException {
    write(TOKEN + ".txt", "");
    assertThat(scan().leaks()).containsExactly(folder.resolve("[token].txt").toString());
  }

  @Test
  void findsATokenAnywhereInALongFile() throws IOException {
    write("where parts meet", " ".repeat(PART - 5) + TOKEN + " ".repeat(PART));
    write("at the end", " ".repeat(3 * PART) + TOKEN);
    assertThat(scan().leaks()).hasSize(2);
  }

  @Test
  void leavesOutFoldersRightBelow() throws IOException {
    write("classes/a/fixture", TOKEN);
    write("a/classes/log", TOKEN);
    var scan = scan();
    assertThat(scan.files()).isEqualTo(1);
    assertThat(scan.leaks()).containsExactly(folder.resolve("a/classes/log").toString());
  }

  private TokenScan scan() throws IOException {
    return TokenScan.of(Secrets.of(Token.of(TOKEN)), folder, Set.of("classes"));
  }

  private void write(String name, String text) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
