package conformance.report;

import conformance.contract.Deviation;
import conformance.contract.Excerpt;
import conformance.contract.InteractionResult;
import conformance.contract.Rule;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import tools.jackson.databind.node.JsonNodeFactory;

/** The shell command that reproduces a finding. */
final class Reproduction {
  private Reproduction() {}

  /**
   * A command that prints the first place in the body; for a header, the headers; for a rule that
   * compares two reads, their difference.
   */
  static String of(InteractionResult result, Rule rule, Deviation first) {
    var location = first.location();
    if (result.exchange().isEmpty()) {
      var file = result.interaction().operation().response().example().orElseThrow();
      return "jq '%s' %s".formatted(filter(location), file);
    }
    var exchange = result.exchange().get();
    var before = result.previous(rule);
    if (before.isPresent()) {
      return difference(exchange.curl(), Duration.between(before.get().began(), exchange.began()));
    }
    var curl = exchange.curl();
    if (!location.startsWith("/")) {
      return curl.replaceFirst("^curl -sS", location.isEmpty() ? "curl -sS" : "curl -sSi");
    }
    return "%s | jq '%s'".formatted(curl, filter(location));
  }

  /** The difference between two reads, with the original delay between them. */
  private static String difference(String curl, Duration delay) {
    return "diff <(%1$s | jq .) <(sleep %2$d; %1$s | jq .)"
        .formatted(curl, Math.max(1, delay.toSeconds()));
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
                Excerpt.visible(JsonNodeFactory.instance.stringNode(name).toString())
                    .replace("'", "\\u0027"));
  }
}
