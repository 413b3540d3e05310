package conformance.suite.selftest;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sorts tests into the categories of a report as the CategoriesPlugin of Allure 2 does.
 *
 * @param categories the content of categories.json
 */
record AllureCategories(JsonNode categories) {

  static AllureCategories of(String json) {
    return new AllureCategories(new JsonMapper().readTree(json));
  }

  /** The categories of a test, by its status, message and stack trace. */
  List<String> of(String status, String message, String trace) {
    return StreamSupport.stream(categories.spliterator(), false)
        .filter(it -> it.path("matchedStatuses").toString().contains('"' + status + '"'))
        .filter(it -> matches(it.path("messageRegex"), message))
        .filter(it -> matches(it.path("traceRegex"), trace))
        .map(it -> it.path("name").asString())
        .toList();
  }

  /** The regular expressions of all categories. */
  Stream<String> expressions() {
    return StreamSupport.stream(categories.spliterator(), false)
        .flatMap(it -> Stream.of(it.path("messageRegex"), it.path("traceRegex")))
        .map(it -> it.asString(""));
  }

  private static boolean matches(JsonNode regex, String text) {
    return regex.isMissingNode()
        || Pattern.compile(regex.asString(), Pattern.DOTALL).matcher(text).matches();
  }
}
