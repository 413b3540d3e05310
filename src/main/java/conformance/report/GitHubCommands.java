package conformance.report;

import conformance.contract.RunResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Commands of GitHub Actions, which shows what they say at the run, and at the lines of a pull
 * request. Whatever a text holds, it stays one command on one line.
 */
public final class GitHubCommands {
  /** GitHub shows as many of each kind for a step. */
  private static final int MAX_RULES = 10;

  private GitHubCommands() {}

  /** One for each warning, and for each rule that is broken: those that are new come first. */
  public static List<String> of(RunResult run) {
    var commands = new ArrayList<String>();
    Warnings.of(run).forEach(text -> commands.add(command("warning", "", "Conformance", text)));
    var rules =
        Annotation.of(run).stream()
            .map(places -> places.get(0))
            .filter(rule -> !rule.verdict().equals("known"))
            .sorted(Comparator.comparing(rule -> !isNew(rule, run)))
            .toList();
    rules.stream().limit(MAX_RULES).map(GitHubCommands::command).forEach(commands::add);
    if (rules.size() > MAX_RULES) {
      var more = "%,d more broken rules, in the report".formatted(rules.size() - MAX_RULES);
      commands.add(command("notice", "", "Conformance", more));
    }
    return commands;
  }

  private static boolean isNew(Annotation annotation, RunResult run) {
    return run.since().filter(since -> since.isNew(annotation.rule())).isPresent();
  }

  private static String command(Annotation annotation) {
    return command(
        annotation.verdict().equals("broken") ? "error" : "warning",
        "file=%s,line=%d,".formatted(property(annotation.file()), annotation.line()),
        annotation.rule().category(),
        annotation.text());
  }

  private static String command(String name, String place, String title, String text) {
    return "::%s %stitle=%s::%s".formatted(name, place, property(title), data(text));
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }
}
