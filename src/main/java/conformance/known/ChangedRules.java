package conformance.known;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Rules that were replaced or loosened, to explain what became of the entries that name them. */
final class ChangedRules {
  private static final String PROBED = ".*/openapi\\.yaml#[^/]+/";
  private static final String REFUSED =
      "a failure breaks security/no-failure now, and a refusal with another status security/status";

  /** In order of precedence: the first match counts. */
  private static final List<Change> ALL =
      List.of(
          Change.removed(
              PROBED + "parameters/[^/]+/(quote|non-ascii)/status",
              "malformed values are one rule now, parameters/<name>/malformed/status"),
          Change.removed(
              PROBED + "parameters/[^/]+/(empty|long|slash|dots|nul)/status",
              "the status for what is no segment of a path is no longer judged"),
          Change.removed(
              PROBED + "parameters/[^/]+/other-case/harmless",
              "a failure breaks parameters/<name>/no-failure now"),
          Change.removed(
              ".*/error(\\.advice)?\\.schema\\.json#/(type|required/.*|properties/.*)",
              "the shape of errors may be one rule now, such as error.advice.schema.json#/anyOf"),
          Change.loosened(
              PROBED + "parameters/[^/]+/malformed/status",
              "it is about all malformed values now, in the interaction probes"),
          Change.toAdvice(
              PROBED + "parameters/[^/]+/nul/harmless",
              "it is advice about data alone now; a failure breaks parameters/<name>/no-failure"),
          Change.loosened(
              PROBED + "parameters/[^/]+/[^/]+/harmless",
              "it is about data alone now; a failure breaks parameters/<name>/no-failure"),
          Change.toAdvice(
              PROBED + "security/(basic-scheme|no-scheme|token-in-query)",
              "it is advice now, for nobody gets in without the token; " + REFUSED),
          Change.loosened(
              PROBED
                  + "security/(no-header|empty-token|wrong-token|token-cut-short|token-too-long)",
              REFUSED),
          Change.loosened(
              PROBED + "methods/(post|put|patch|delete)",
              "a failure breaks methods/no-failure now, and a redirect methods/status"));

  /**
   * A change of some rules.
   *
   * @param ids matches their ids
   * @param removed whether the rules no longer exist
   * @param levelToo whether the rules became advice
   * @param now what applies instead
   */
  record Change(Pattern ids, boolean removed, boolean levelToo, String now) {

    private static Change removed(String ids, String now) {
      return new Change(Pattern.compile(ids), true, false, now);
    }

    private static Change loosened(String ids, String now) {
      return new Change(Pattern.compile(ids), false, false, now);
    }

    private static Change toAdvice(String ids, String now) {
      return new Change(Pattern.compile(ids), false, true, now);
    }
  }

  private ChangedRules() {}

  /**
   * The change of the rule {@code id}, if any.
   *
   * @param rules the ids of all current rules
   */
  static Optional<Change> of(String id, Set<String> rules) {
    return ALL.stream()
        .filter(change -> change.removed() != rules.contains(id))
        .filter(change -> change.ids().matcher(id).matches())
        .findFirst();
  }
}
