package conformance.suite;

import conformance.fixture.Fixture;
import conformance.http.Secrets;
import conformance.http.TokenScan;
import conformance.settings.SettingsSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** The last step of a run: checks that none of its files contains the token. */
public final class LeakScan {
  /** Folders that the build has compiled or unpacked before the run. */
  private static final Set<String> BUILD_FOLDERS =
      Set.of("classes", "test-classes", "allure-commandline");

  private LeakScan() {}

  /** Scans the folder given as the only argument. Maven runs it after the report. */
  public static void main(String[] arguments) throws IOException {
    System.out.println(scan(Path.of(arguments[0]), System.getProperties(), System.getenv()));
  }

  /** Without a stack trace, which Maven would print as well. */
  private static IllegalStateException leak(String message) {
    var leak = new IllegalStateException(message);
    leak.setStackTrace(new StackTraceElement[0]);
    return leak;
  }

  /**
   * Scans {@code folder} for the token of the settings, or for the fixture's.
   *
   * @return the message about a scan without leaks
   * @throws IllegalStateException naming the files that contain the token
   */
  public static String scan(Path folder, Properties properties, Map<String, String> environment)
      throws IOException {
    var given = new HashMap<String, String>();
    properties.stringPropertyNames().forEach(name -> given.put(name, properties.getProperty(name)));
    var ofSettings = SettingsSource.secrets(given, environment);
    if (ofSettings.isEmpty() && SettingsSource.hasTokenCommand(given, environment)) {
      return "the tokens that target.token_command gave were searched for when the tests had ended";
    }
    var secrets =
        ofSettings.isEmpty() ? Secrets.of(Fixture.TOKEN, Fixture.OTHER_TOKEN) : ofSettings;
    return scan(folder, secrets);
  }

  /**
   * The same for the secrets of a run, also those that its settings do not have, such as what a
   * command gave.
   */
  static String scan(Path folder, Secrets secrets) throws IOException {
    var scan = TokenScan.of(secrets, folder, BUILD_FOLDERS);
    if (!scan.leaks().isEmpty()) {
      throw leak(
          ("the token stands in what the run has left behind: %s. Do not pass these files on, delete"
                  + " them, and have the token replaced")
              .formatted(String.join(", ", scan.leaks())));
    }
    if (!secrets.searchable()) {
      return "the token is too short to be told from other text: what the run has left behind was"
          + " not searched for it";
    }
    return "none of the %,d files that the run has left behind holds the token"
        .formatted(scan.files());
  }
}
