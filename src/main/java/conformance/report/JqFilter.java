package conformance.report;

import conformance.contract.Excerpt;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Filters of jq for a location in a body.
 *
 * @param steps the names and indices of the JSON Pointer (RFC 6901), as far as they are known
 */
record JqFilter(List<String> steps) {
  JqFilter {
    steps = List.copyOf(steps);
  }

  /**
   * The filter of a location, or of the value around it if the last step is not known to the
   * letter: because the location is cut, or because of bytes or escapes that stand for no
   * character.
   */
  static JqFilter of(String location) {
    var known =
        Excerpt.beginningOfCut(location)
            .map(kept -> kept.substring(0, Math.max(0, kept.lastIndexOf('/'))))
            .orElse(location);
    return new JqFilter(
        Stream.of(known.split("/", -1))
            .skip(1)
            .takeWhile(step -> !step.matches("(?s).*[\\uFFFD\\p{Cs}].*"))
            .map(step -> step.replace("~1", "/").replace("~0", "~"))
            .toList());
  }

  /**
   * The value: {@code .[17].updated_at}. A number below the first step may be a name as well as an
   * index, so both are tried.
   *
   * @param list whether the body is an array
   */
  String value(boolean list) {
    var stages = new ArrayList<>(List.of(new StringBuilder()));
    for (var i = 0; i < steps.size(); i++) {
      var step = steps.get(i);
      var index = step.matches("0|[1-9][0-9]*");
      if (index && i > 0) {
        stages.add(new StringBuilder(".[\"%1$s\"]?, .[%1$s]?".formatted(step)));
        stages.add(new StringBuilder());
      } else {
        stages.get(stages.size() - 1).append(index && list ? "[%s]".formatted(step) : name(step));
      }
    }
    return stages.stream()
        .filter(stage -> !stage.isEmpty() || steps.isEmpty())
        .map(stage -> stage.toString().startsWith(".") ? "" + stage : "." + stage)
        .collect(Collectors.joining(" | "));
  }

  /** Every value at that location, if a name stands twice, for jq's option {@code --stream}. */
  String everyValue() {
    var path = steps.stream().map(JqFilter::quoted).collect(Collectors.joining(", ", "[", "]"));
    return "select(length == 2 and (.[0][:%d] | map(tostring)) == %s)"
        .formatted(steps.size(), path);
  }

  private static String name(String step) {
    return step.matches("[A-Za-z_][A-Za-z_0-9]*") ? "." + step : "[%s]".formatted(quoted(step));
  }

  private static String quoted(String step) {
    return Excerpt.visible(JsonNodeFactory.instance.stringNode(step).toString())
        .replace("'", "\\u0027");
  }
}
