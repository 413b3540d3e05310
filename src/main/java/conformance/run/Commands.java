package conformance.run;

import conformance.contract.ContractException;
import conformance.contract.Contracts;
import conformance.contract.PathParameter;
import conformance.edition.BreakingCases;
import conformance.edition.Comparison;
import conformance.edition.ComparisonMarkdown;
import conformance.edition.Edition;
import conformance.edition.RulesMarkdown;
import conformance.report.ShardReports;
import conformance.settings.SettingsSource;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Commands other than a conformance run; each prints Markdown. */
public final class Commands {
  private static final String USAGE =
      """
      usage: diff <contract> <contract>
             merge <folder of shards> <folder>
             rules <contract> [<file>]
             settings

      diff prints as Markdown which rules the second contract adds, removes, tightens, loosens or
      changes; merge brings the report.json of all shards below a folder together in
      another, and fails as a run of all would; rules prints the rules of a contract, or writes them into the file; settings prints all settings, with meaning and default. Contracts found: %s
      """;

  private Commands() {}

  /** Exits with code 1 if a contract cannot be read, and with 2 if the arguments are invalid. */
  public static void main(String[] arguments) {
    var code = run(Contracts.FOLDER, System.out, System.err, arguments);
    if (code != 0) {
      System.exit(code);
    }
  }

  static int run(Path schemas, PrintStream out, PrintStream err, String... arguments) {
    try {
      if (arguments.length == 3 && arguments[0].equals("diff")) {
        var before = edition(schemas, arguments[1]);
        out.print(ComparisonMarkdown.of(Comparison.of(before, edition(schemas, arguments[2]))));
        return 0;
      }
      if (arguments.length == 3 && arguments[0].equals("merge")) {
        var merged = ShardReports.read(Path.of(arguments[1])).write(Path.of(arguments[2]));
        out.println(merged.text());
        return merged.passes() ? 0 : 1;
      }
      if (arguments.length >= 2 && arguments.length <= 3 && arguments[0].equals("rules")) {
        var rules = rules(schemas, arguments[1]);
        if (arguments.length == 3) {
          Files.writeString(Path.of(arguments[2]), rules);
        } else {
          out.print(rules);
        }
        return 0;
      }
      if (arguments.length == 1 && arguments[0].equals("settings")) {
        out.print(settings(schemas));
        return 0;
      }
      var usage = USAGE.formatted(String.join(", ", Contracts.names(schemas)));
      (arguments.length == 0 ? out : err).print(usage);
      return arguments.length == 0 ? 0 : 2;
    } catch (ContractException | IllegalArgumentException e) {
      err.println(e.getMessage());
      return 1;
    } catch (IOException e) {
      err.println("cannot read or write: " + e);
      return 1;
    }
  }

  private static String rules(Path schemas, String name) {
    return RulesMarkdown.of(
        edition(schemas, name),
        BreakingCases.of(schemas.resolveSibling("fixtures"), name),
        Contracts.untested(schemas, name));
  }

  /** All settings, with the path parameters of all contracts. */
  private static String settings(Path schemas) {
    return SettingsSource.table(
        Contracts.names(schemas).stream()
            .flatMap(name -> Contracts.read(schemas, name).operations().stream())
            .flatMap(operation -> operation.parameters().stream())
            .map(PathParameter::name)
            .collect(Collectors.toSet()));
  }

  private static Edition edition(Path schemas, String name) {
    var contract = Contracts.read(schemas, name);
    var operations = CompiledOperation.of(schemas, contract);
    return Edition.of(
        contract,
        operations.stream().flatMap(operation -> operation.rules().stream()).toList(),
        operations.stream()
            .flatMap(operation -> operation.body().ruleKeywords().stream())
            .toList());
  }
}
