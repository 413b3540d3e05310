package conformance.report;

import conformance.contract.RunResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Writes the report files other than Allure's. */
public final class ReportFiles {
  private static final List<Form> FORMS =
      List.of(
          new Form("report.json", ReportJson::write, ReportJson::ofError),
          Form.of(
              "summary.md",
              SummaryMarkdown::of,
              (contract, message) -> SummaryMarkdown.ofError(message)),
          Form.of("report.sarif", Sarif::of, Sarif::ofError),
          Form.of("code-quality.json", CodeQuality::of, CodeQuality::ofError),
          Form.of("badge.json", Badge::of, (contract, message) -> Badge.ofError(contract)));

  private ReportFiles() {}

  /** Writes a run into a file. */
  private interface Content {
    void write(RunResult run, Writer out) throws IOException;
  }

  /**
   * A form of the report.
   *
   * @param ofError the content for a run that could not start, of its contract and the reason
   */
  private record Form(String file, Content content, BiFunction<String, String, String> ofError) {
    static Form of(
        String file, Function<RunResult, String> text, BiFunction<String, String, String> ofError) {
      return new Form(file, (run, out) -> out.write(text.apply(run)), ofError);
    }
  }

  /** Writes every form into {@code folder}. */
  public static void write(RunResult run, Path folder) {
    for (var form : FORMS) {
      write(folder.resolve(form.file()), out -> form.content().write(run, out));
    }
  }

  /** Writes the report of a run that could not start. */
  public static void writeError(String contract, String message, Path folder) {
    for (var form : FORMS) {
      write(folder.resolve(form.file()), out -> out.write(form.ofError().apply(contract, message)));
    }
  }

  /** Writes one file. */
  private interface Writing {
    void to(Writer out) throws IOException;
  }

  private static void write(Path file, Writing text) {
    try {
      Files.createDirectories(file.getParent());
      try (var out = Files.newBufferedWriter(file)) {
        text.to(out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
