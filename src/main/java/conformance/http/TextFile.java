package conformance.http;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;

/** Reads text files as editors and shells write them: PowerShell in UTF-16, others with a mark. */
public final class TextFile {
  /** The byte order marks (RFC 3629, section 6; RFC 2781, section 3.2). */
  private static final Map<String, Charset> MARKS =
      Map.of(
          "efbbbf", StandardCharsets.UTF_8,
          "fffe", StandardCharsets.UTF_16LE,
          "feff", StandardCharsets.UTF_16BE);

  private TextFile() {}

  /** The text without a byte order mark; in UTF-8 if there is none. */
  public static String read(Path file) throws IOException {
    return text(Files.readAllBytes(file));
  }

  static String text(byte[] bytes) {
    var beginning = HexFormat.of().formatHex(bytes, 0, Math.min(3, bytes.length));
    return MARKS.entrySet().stream()
        .filter(mark -> beginning.startsWith(mark.getKey()))
        .findFirst()
        .map(mark -> new String(bytes, mark.getValue()).substring(1))
        .orElseGet(() -> new String(bytes, StandardCharsets.UTF_8));
  }
}
