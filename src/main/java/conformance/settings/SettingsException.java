package conformance.settings;

import java.util.List;

/** The settings are invalid. The message lists every problem and how to solve it. */
public final class SettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SettingsException(List<String> problems) {
    super("the settings cannot be used:\n  - " + String.join("\n  - ", problems));
  }
}
