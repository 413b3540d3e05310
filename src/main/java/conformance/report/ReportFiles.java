package conformance.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes what a run leaves behind for machines: {@code report.json} and {@code summary.md}. */
public final class ReportFiles {
  private ReportFiles() {}

  /** Writes the report of a run into {@code folder}. */
  public static void write(Report report, Path folder) {
    write(folder.resolve("report.json"), ReportJson.of(report));
    write(folder.resolve("summary.md"), SummaryMarkdown.of(report));
  }

  /** Writes the report of a run that could not begin. */
  public static void writeError(String contract, String message, Path folder) {
    write(folder.resolve("report.json"), ReportJson.ofError(contract, message));
    write(folder.resolve("summary.md"), SummaryMarkdown.ofError(message));
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
