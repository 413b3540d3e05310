package conformance.known;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Rules whose ids are gone or that ask for less, so that an entry that names one learns why. */
final class ChangedRules {
  private static final String PROBED = ".*/openapi\\.yaml#[^/]+/";
  private static final String REFUSED =
      "a failure breaks security/no-failure now, and a refusal with another status security/status";

  /** The first that fits is told. */
  private static final List<Change> ALL =
      List.of(
          Change.gone(
              PROBED + "parameters/[^/]+/(quote|non-ascii)/status",
              "malformed values are one rule now, parameters/<name>/malformed/status"),
          Change.gone(
              PROBED + "parameters/[^/]+/(empty|long|slash|dots|nul)/status",
              "the status for what is no segment of a path is no longer judged"),
          Change.gone(
              PROBED + "parameters/[^/]+/other-case/harmless",
              "a failure breaks parameters/<name>/no-failure now"),
          Change.gone(
              ".*/error(\\.advice)?\\.schema\\.json#/(type|required/.*|properties/.*)",
              "the shape of errors may be one rule now, such as error.advice.schema.json#/anyOf"),
          Change.less(
              PROBED + "parameters/[^/]+/malformed/status",
              "it is about all malformed values now, in the interaction probes"),
          Change.level(
              PROBED + "parameters/[^/]+/nul/harmless",
              "it is advice about data alone now; a failure breaks parameters/<name>/no-failure"),
          Change.less(
              PROBED + "parameters/[^/]+/[^/]+/harmless",
              "it is about data alone now; a failure breaks parameters/<name>/no-failure"),
          Change.level(
              PROBED + "security/(basic-scheme|no-scheme|token-in-query)",
              "it is advice now, for nobody gets in without the token; " + REFUSED),
          Change.less(
              PROBED
                  + "security/(no-header|empty-token|wrong-token|token-cut-short|token-too-long)",
              REFUSED),
          Change.less(
              PROBED + "methods/(post|put|patch|delete)",
              "a failure breaks methods/no-failure now, and a redirect methods/status"));

  /**
   * What became of some rules.
   *
   * @param ids their ids
   * @param gone whether there are no such rules any more
   * @param levelToo whether they are advice now
   * @param now what holds in their place
   */
  record Change(Pattern ids, boolean gone, boolean levelToo, String now) {

    private static Change gone(String ids, String now) {
      return new Change(Pattern.compile(ids), true, false, now);
    }

    private static Change less(String ids, String now) {
      return new Change(Pattern.compile(ids), false, false, now);
    }

    private static Change level(String ids, String now) {
      return new Change(Pattern.compile(ids), false, true, now);
    }
  }

  private ChangedRules() {}

  /**
   * What became of the rule called {@code id}, if it is one of these.
   *
   * @param rules the ids of all rules that there are
   */
  static Optional<Change> of(String id, Set<String> rules) {
    return ALL.stream()
        .filter(change -> change.gone() != rules.contains(id))
        .filter(change -> change.ids().matcher(id).matches())
        .findFirst();
  }
}
