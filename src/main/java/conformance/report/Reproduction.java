package conformance.report;

import conformance.contract.Deviation;
import conformance.json.Shown;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import tools.jackson.databind.node.JsonNodeFactory;

/** The shell command that shows a finding again. */
final class Reproduction {
  private Reproduction() {}

  /**
   * A command that prints the body, or for a header the headers, narrowed to the first place; for a
   * second read how it differs from a first one.
   */
  static String of(Chapter chapter, Deviation first) {
    var location = first.location();
    if (chapter.exchange().isEmpty()) {
      var file = chapter.interaction().operation().response().example().orElseThrow();
      return "jq '%s' %s".formatted(filter(location), file);
    }
    var exchange = chapter.exchange().get();
    var inHead = !location.isEmpty() && !location.startsWith("/");
    var curl = inHead ? exchange.curl().replaceFirst("^curl -sS", "curl -sSi") : exchange.curl();
    if (chapter.before().isPresent()) {
      return twice(
          inHead ? curl : curl + " | jq .",
          Duration.between(chapter.before().get().began(), exchange.began()));
    }
    return location.startsWith("/") ? "%s | jq '%s'".formatted(curl, filter(location)) : curl;
  }

  /** What changes from one read to the next, as long after it as it was. */
  private static String twice(String command, Duration after) {
    return "diff <(%s) <(sleep %d; %1$s)".formatted(command, Math.max(1, after.toSeconds()));
  }

  /** The jq filter of a JSON Pointer: {@code .[17].updated_at}. */
  private static String filter(String pointer) {
    if (pointer.isEmpty()) {
      return ".";
    }
    return Arrays.stream(pointer.substring(1).split("/", -1))
        .map(step -> step.replace("~1", "/").replace("~0", "~"))
        .map(Reproduction::step)
        .collect(Collectors.joining("", ".", ""))
        .replaceFirst("^\\.\\.", ".");
  }

  private static String step(String name) {
    if (name.matches("0|[1-9][0-9]*")) {
      return "[%s]".formatted(name);
    }
    return name.matches("[A-Za-z_][A-Za-z_0-9]*")
        ? "." + name
        : "[%s]"
            .formatted(
                Shown.visible(JsonNodeFactory.instance.stringNode(name).toString())
                    .replace("'", "\\u0027"));
  }
}
