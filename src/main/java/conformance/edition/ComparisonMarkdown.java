package conformance.edition;

import conformance.contract.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes a comparison as Markdown: the number of rules of each kind, then each difference. */
public final class ComparisonMarkdown {
  private ComparisonMarkdown() {}

  public static String of(Comparison comparison) {
    var text = new StringBuilder();
    text.append(
        "# From %s to %s\n\n".formatted(title(comparison.before()), title(comparison.after())));
    text.append(row(Kind::toString));
    text.append(row(kind -> "---:"));
    text.append(row(kind -> "" + of(comparison, kind).size()));
    for (var kind : Kind.values()) {
      var differences = of(comparison, kind);
      if (kind != Kind.UNCHANGED && !differences.isEmpty()) {
        text.append("\n## Rules %s\n\n".formatted(kind));
        differences.forEach(it -> text.append(line(it)));
      }
    }
    return text.toString();
  }

  private static String title(Edition edition) {
    return "%s (edition %s)".formatted(edition.contract().name(), edition.contract().edition());
  }

  private static String row(Function<Kind, String> cell) {
    return Arrays.stream(Kind.values()).map(cell).collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private static List<Difference> of(Comparison comparison, Kind kind) {
    return comparison.differences().stream().filter(it -> it.kind() == kind).toList();
  }

  private static String line(Difference difference) {
    return "- `%s`: %s%s\n"
        .formatted(difference.rule().id(), words(difference.rule()), was(difference));
  }

  private static String was(Difference difference) {
    if (difference.kind() == Kind.ADDED || difference.kind() == Kind.REMOVED) {
      return "";
    }
    var before = difference.before().map(ComparisonMarkdown::words).orElseThrow();
    return before.equals(words(difference.rule()))
        ? "; in the same words, but the keyword is set to something else"
        : "; was: " + before;
  }

  private static String words(Rule rule) {
    return "%s, *%s*".formatted(escape(rule.promise()), rule.level());
  }

  /** Escapes Markdown, since a promise may quote a pattern. */
  static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replaceAll("([\\\\`*\\[|~])", "\\\\$1");
  }
}
