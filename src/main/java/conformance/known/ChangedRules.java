package conformance.known;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Rules whose ids are gone or that ask for less, so that an entry that names one learns why. */
final class ChangedRules {
  private static final String PROBED = ".*/openapi\\.yaml#[^/]+/";

  private static final List<Changed> ALL =
      List.of(
          new Changed(
              PROBED + "parameters/[^/]+/(quote|non-ascii)/status",
              "malformed values are one rule now, parameters/<name>/malformed/status"),
          new Changed(
              PROBED + "parameters/[^/]+/(empty|long|slash|dots|nul)/status",
              "the status for what is no segment of a path is no longer judged"),
          new Changed(
              PROBED + "parameters/[^/]+/nul/harmless",
              "it is advice about data alone now; a failure breaks parameters/<name>/no-failure"),
          new Changed(
              PROBED + "parameters/[^/]+/[^/]+/harmless",
              "it is about data alone now; a failure breaks parameters/<name>/no-failure"),
          new Changed(
              PROBED + "security/(basic-scheme|no-scheme|token-in-query)",
              "it is advice now, for nobody gets in without the token; a failure breaks"
                  + " security/no-failure, another refusal security/status"),
          new Changed(
              PROBED + "security/(?!status|no-failure|lower-case-scheme).*",
              "a failure breaks security/no-failure now, and a refusal with another status"
                  + " security/status"),
          new Changed(
              PROBED + "methods/(post|put|patch|delete)",
              "a failure breaks methods/no-failure now, and a redirect methods/status"),
          new Changed(
              ".*/error(\\.advice)?\\.schema\\.json#/(type|required/.*|properties/.*)",
              "the shape of errors is one rule now, error.advice.schema.json#/anyOf"));

  /**
   * What became of some rules.
   *
   * @param ids their ids
   * @param now what holds in their place
   */
  private record Changed(Pattern ids, String now) {
    Changed(String ids, String now) {
      this(Pattern.compile(ids), now);
    }
  }

  private ChangedRules() {}

  /** What became of the rule called {@code id}, if it is one of these. */
  static Optional<String> of(String id) {
    return ALL.stream().filter(it -> it.ids().matcher(id).matches()).map(Changed::now).findFirst();
  }
}
