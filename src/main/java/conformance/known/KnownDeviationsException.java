package conformance.known;

import java.nio.file.Path;
import java.util.List;

/** The file of known deviations cannot be used. The message lists every problem. */
public final class KnownDeviationsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  KnownDeviationsException(Path file, List<String> problems) {
    super("%s cannot be used:\n  - %s".formatted(file, String.join("\n  - ", problems)));
  }
}
