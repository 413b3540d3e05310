package conformance.report;

import conformance.contract.RunResult;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What two runs cannot be compared in: contract, edition, target, and what was asked for. */
final class RunDifferences {
  private static final int NAMED = 3;

  private RunDifferences() {}

  /**
   * All differences, in words.
   *
   * @param rules addresses of the rules of the later run
   */
  static List<String> of(PreviousReport before, RunResult now, Set<String> rules) {
    var differences = new ArrayList<String>();
    add(differences, "contract", before.contract(), now.contract().name());
    add(differences, "edition", before.text("/edition"), now.contract().edition());
    if (!samePlace(before, now)) {
      add(differences, "target", before.text("/target/url"), now.url().toString());
    }
    add(
        differences,
        "shard",
        before.text("/target/shard"),
        now.shard().map(Object::toString).orElse(""));
    now.parameters()
        .forEach(
            (name, values) -> {
              var asked = before.parameters().getOrDefault(name, Set.of());
              addValues(differences, name, "no longer asked for", asked, Set.copyOf(values));
              addValues(differences, name, "not asked for then", values, asked);
            });
    addRules(differences, "no longer judged", before.rules(), rules);
    addRules(differences, "not judged then", rules, before.rules());
    return differences;
  }

  /** Whether the target is the same: that of a fixture has another port in every run. */
  private static boolean samePlace(PreviousReport before, RunResult now) {
    var mode = before.text("/target/mode");
    return mode.equals("fixture")
        && now.mode().equals(mode)
        && before.text("/target/url").endsWith(now.url().getPath());
  }

  private static void add(List<String> differences, String what, String then, String now) {
    if (!then.equals(now)) {
      differences.add(
          "%s: %s then, %s now"
              .formatted(what, then.isEmpty() ? "none" : then, now.isEmpty() ? "none" : now));
    }
  }

  private static void addValues(
      List<String> differences,
      String name,
      String what,
      Collection<String> some,
      Set<String> others) {
    var missing = some.stream().filter(value -> !others.contains(value)).toList();
    if (!missing.isEmpty()) {
      var named = missing.stream().limit(NAMED).map(PreviousReport::shown).toList();
      differences.add(
          "%s of %s %s: %s%s"
              .formatted(
                  Messages.count(missing.size(), "value"),
                  name,
                  what,
                  String.join(", ", named),
                  missing.size() > NAMED ? " and %,d more".formatted(missing.size() - NAMED) : ""));
    }
  }

  private static void addRules(
      List<String> differences, String what, Set<String> some, Set<String> others) {
    var missing = some.stream().filter(rule -> !others.contains(rule)).count();
    if (missing > 0) {
      differences.add(Messages.count(missing, "rule") + " " + what);
    }
  }
}
