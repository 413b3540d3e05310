package conformance.suite;

import java.util.Map;
import java.util.Optional;

/**
 * The CI job of a run, or a local machine.
 *
 * @param type selects the icon in Allure
 * @param build the build number; empty for a local machine
 * @param url the page of the build; empty for a local machine
 */
record CiJob(String name, String type, Optional<String> build, Optional<String> url) {

  /** Detects the environment variables of GitHub Actions, GitLab CI and Jenkins. */
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
