package conformance.run;

import conformance.contract.ContractException;
import conformance.contract.Contracts;
import conformance.contract.Level;
import conformance.contract.Rule;
import conformance.fixture.Fixture;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks a contract and its cases in seconds: the quick loop of who writes a rule. */
public final class CheckContract {
  private static final Path SCHEMAS = Path.of("schemas");
  private static final String USAGE =
      "expected <contract> [<part of the names of cases>], contracts found: %s%n";

  private CheckContract() {}

  /** Exits with code 0, with 1 if something is wrong, and with 2 if the arguments are. */
  public static void main(String[] arguments) {
    System.exit(run(System.out, arguments)); // threads of the embedded server are left
  }

  static int run(PrintStream out, String... arguments) {
    if (arguments.length < 1 || arguments.length > 2) {
      out.printf(USAGE, String.join(", ", Contracts.names(SCHEMAS)));
      return 2;
    }
    try {
      var catalogue = Catalogue.of(arguments[0]);
      var part = arguments.length == 2 ? arguments[1] : "";
      return check(out, catalogue, part) ? 0 : 1;
    } catch (ContractException | IllegalStateException e) {
      out.println("wrong: " + e.getMessage());
      return 1;
    }
  }

  private static boolean check(PrintStream out, Catalogue catalogue, String part) {
    var rules = catalogue.rules().stream().map(Rule::id).collect(Collectors.toSet());
    var all = Fixture.all(catalogue.contract());
    all.forEach(fixture -> fixture.checkRules(rules));
    var chosen = all.stream().filter(it -> it.name().contains(part)).toList();
    out.printf(
        "%s: %d rules, %d must and %d should; %d of %d cases checked%n",
        catalogue.contract(),
        rules.size(),
        catalogue.rules(Level.MUST),
        catalogue.rules(Level.SHOULD),
        chosen.size(),
        all.size());
    section(out, "Sources from farther above", InheritedSources.of(catalogue.rules()));
    section(out, "Operations without a case", catalogue.withoutCase());
    var wrong =
        Stream.of(
                section(out, "Wrong: no case breaks", unbroken(catalogue)),
                section(out, "Wrong: no fixture answers", catalogue.unanswered()),
                section(out, "Wrong: the cases", differences(catalogue, chosen)))
            .anyMatch(Boolean::booleanValue);
    if (chosen.isEmpty()) {
      out.printf("wrong: no case has %s in its name%n", part);
    } else {
      out.println(wrong ? "wrong, see above" : "all as it should be");
    }
    return !wrong && !chosen.isEmpty();
  }

  private static List<String> unbroken(Catalogue catalogue) {
    return catalogue.unbroken().stream().map(it -> it.id() + ": " + it.promise()).toList();
  }

  private static List<String> differences(Catalogue catalogue, List<Fixture> fixtures) {
    return fixtures.parallelStream()
        .flatMap(
            fixture ->
                catalogue.differences(fixture).stream()
                    .map(it -> "%s (%s): %s".formatted(fixture, fixture.file(), it)))
        .toList();
  }

  /** Whether there is anything to say. */
  private static boolean section(PrintStream out, String title, List<String> lines) {
    if (!lines.isEmpty()) {
      out.println(title);
      lines.forEach(line -> out.println("  " + line));
    }
    return !lines.isEmpty();
  }
}
