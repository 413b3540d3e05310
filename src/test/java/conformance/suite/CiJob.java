package conformance.suite;

import java.util.Map;
import java.util.Optional;

/**
 * Where a run takes place: a CI job, or somebody's machine.
 *
 * @param name how the report calls it
 * @param type which icon Allure shows
 * @param build the number of the build; absent on a machine
 * @param url where the build is to be seen; absent on a machine
 */
record CiJob(String name, String type, Optional<String> build, Optional<String> url) {

  /** Tells by the variables that GitHub Actions, GitLab CI and Jenkins set. */
  static CiJob of(Map<String, String> environment) {
    if (environment.containsKey("GITHUB_RUN_ID")) {
      var url =
          "%s/%s/actions/runs/%s"
              .formatted(
                  environment.get("GITHUB_SERVER_URL"),
                  environment.get("GITHUB_REPOSITORY"),
                  environment.get("GITHUB_RUN_ID"));
      return ci("GitHub Actions", "github", environment.get("GITHUB_RUN_NUMBER"), url);
    }
    if (environment.containsKey("CI_PIPELINE_URL")) {
      return ci(
          "GitLab CI",
          "gitlab",
          environment.get("CI_PIPELINE_IID"),
          environment.get("CI_PIPELINE_URL"));
    }
    if (environment.containsKey("JENKINS_URL")) {
      return ci(
          "Jenkins", "jenkins", environment.get("BUILD_NUMBER"), environment.get("BUILD_URL"));
    }
    return new CiJob("not a CI job", "local", Optional.empty(), Optional.empty());
  }

  private static CiJob ci(String name, String type, String build, String url) {
    return new CiJob(name, type, Optional.ofNullable(build), Optional.ofNullable(url));
  }
}
