package conformance.run;

import conformance.contract.ContractException;
import conformance.contract.ContractReader;
import conformance.edition.Comparison;
import conformance.edition.ComparisonMarkdown;
import conformance.edition.Edition;
import java.io.PrintStream;
import java.nio.file.Path;

/** The command {@code diff}: prints as Markdown what changed from one contract to another. */
public final class DiffCommand {
  private static final String USAGE =
      """
      usage: diff <contract> <contract>

      Prints as Markdown which rules the second contract adds, removes, tightens, loosens or
      changes. Contracts found: %s
      """;

  private DiffCommand() {}

  /**
   * Ends the process with code 1 if a contract cannot be read, with 2 if the arguments are wrong.
   */
  public static void main(String[] arguments) {
    var code = run(Path.of("schemas"), System.out, System.err, arguments);
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
      var usage = USAGE.formatted(String.join(", ", ContractReader.names(schemas)));
      (arguments.length == 0 ? out : err).print(usage);
      return arguments.length == 0 ? 0 : 2;
    } catch (ContractException e) {
      err.println(e.getMessage());
      return 1;
    }
  }

  private static Edition edition(Path schemas, String name) {
    var contract = ContractReader.read(schemas, name);
    var judges = CompiledOperation.of(schemas, contract);
    return Edition.of(
        contract,
        judges.stream().flatMap(judge -> judge.rules().stream()).toList(),
        judges.stream().flatMap(judge -> judge.body().demands().stream()).toList());
  }
}
