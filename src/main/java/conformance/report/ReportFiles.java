package conformance.report;

import conformance.contract.RunResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the report files other than Allure's. */
public final class ReportFiles {
  private ReportFiles() {}

  /** Writes {@code report.json} and {@code summary.md} into {@code folder}. */
  public static void write(RunResult run, Path folder) {
    try {
      Files.createDirectories(folder);
      try (var json = Files.newBufferedWriter(folder.resolve("report.json"))) {
        ReportJson.write(run, json);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write report.json into " + folder, e);
    }
    write(folder.resolve("summary.md"), SummaryMarkdown.of(run));
  }

  /** Writes the report of a run that could not start. */
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
