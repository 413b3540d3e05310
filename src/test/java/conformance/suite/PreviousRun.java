package conformance.suite;

import conformance.contract.Contract;
import conformance.contract.Outcome;
import conformance.contract.RunResult;
import conformance.contract.Since;
import conformance.report.Changes;
import conformance.report.PreviousReport;
import conformance.report.PreviousReportFile;
import conformance.settings.Settings;
import conformance.settings.SettingsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * The run before.
 *
 * @param report what it reported, if it is known
 * @param kept where this run's report is kept for the next one, beside the trend of Allure
 */
record PreviousRun(Optional<PreviousReport> report, Optional<Path> kept) {
  private static final String FILE = "report.json";

  /**
   * The one that the settings name, or the last one of the trend.
   *
   * @throws SettingsException if its file is none
   */
  static PreviousRun of(Settings settings, Properties properties, Contract contract) {
    var kept =
        Optional.ofNullable(properties.getProperty("allure.history"))
            .filter(folder -> !folder.isBlank())
            .map(folder -> Path.of(folder, FILE));
    var report =
        settings
            .previous()
            .map(file -> read("conformance.previous", file, contract, ""))
            .or(
                () ->
                    kept.filter(Files::exists)
                        .map(
                            file ->
                                read("the last run", file, contract, ". Remove it to begin anew")));
    return new PreviousRun(report, kept);
  }

  private static PreviousReport read(String name, Path file, Contract contract, String advice) {
    try {
      return PreviousReportFile.read(file, contract);
    } catch (IllegalArgumentException e) {
      var problem =
          "%s is '%s': expected the report.json of an earlier run, but %s%s"
              .formatted(name, file, e.getMessage(), advice);
      throw new SettingsException(List.of(problem));
    }
  }

  Optional<Since> since(RunResult run) {
    return report.map(before -> Changes.of(before, run));
  }

  /** Keeps the report in {@code folder}, unless it says nothing about the target. */
  void replace(RunResult run, Path folder) {
    if (run.outcome() != Outcome.ENVIRONMENT) {
      kept.ifPresent(file -> copy(folder.resolve(FILE), file));
    }
  }

  private static void copy(Path from, Path to) {
    try {
      Files.createDirectories(to.getParent());
      Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep %s as %s".formatted(from, to), e);
    }
  }
}
