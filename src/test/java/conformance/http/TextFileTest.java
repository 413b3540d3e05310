package conformance.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextFileTest {
  /** PowerShell's {@code >} writes UTF-16 with a mark, Notepad may write UTF-8 with one. */
  @ParameterizedTest
  @CsvSource({
    "UTF-8, a-token",
    "UTF-8, '\uFEFFa-token'",
    "UTF-16LE, '\uFEFFa-token'",
    "UTF-16BE, '\uFEFFa-token'",
    "UTF-8, ''"
  })
  void readsTextAsEditorsAndShellsWriteIt(Charset charset, String text, @TempDir Path folder)
      throws IOException {
    var file = Files.write(folder.resolve("file"), text.getBytes(charset));
    assertThat(TextFile.read(file)).isEqualTo(text.replace("\uFEFF", ""));
  }
}
