package conformance.known;

import conformance.contract.Deviation;
import conformance.contract.Excerpt;
import conformance.contract.Finding;
import conformance.contract.RuleCounts;
import conformance.contract.RuleResult;
import conformance.contract.RunResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** Drafts of known deviations for the broken rules of a run, for people to complete. */
public final class SuggestedDeviations {
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
          .disable(YAMLWriteFeature.SPLIT_LINES)
          .build();
  private static final String TITLE =
      """
      # What the run found broken. Mend it; or accept it for a while: fill in reason, ticket, owner and
      # expires (the last day it holds, such as 2026-12-31), and append the entry to the file that
      # contract.known names. An entry that is not filled in is refused. One that names no value of a
      # path parameter is about every value.
      """;

  private SuggestedDeviations() {}

  /** Writes {@code known-deviations.suggested.yaml} into {@code folder} if a finding fails. */
  public static void write(RunResult result, Path folder) {
    var broken =
        RuleResult.of(result).stream()
            .flatMap(rule -> rule.suggested().stream())
            .filter(result::fails)
            .toList();
    if (broken.isEmpty()) {
      return;
    }
    var file = folder.resolve("known-deviations.suggested.yaml");
    try {
      Files.createDirectories(folder);
      Files.writeString(file, of(broken));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  /** The content of the file, with one entry for each finding. */
  public static String of(List<Finding> broken) {
    return broken.stream()
        .map(SuggestedDeviations::entry)
        .collect(Collectors.joining("", TITLE, ""));
  }

  private static String entry(Finding finding) {
    var entry = JsonNodeFactory.instance.objectNode();
    entry.put("rule", finding.rule().id());
    entry.put("interaction", finding.interaction().name());
    finding.interaction().parameters().entrySet().stream()
        .filter(parameter -> !KnownDeviationsFile.isKey(parameter.getKey()))
        .forEach(parameter -> entry.put(parameter.getKey(), parameter.getValue()));
    location(finding.counts()).ifPresent(pattern -> entry.put("location", pattern));
    List.of("reason", "ticket", "owner", "expires").forEach(key -> entry.put(key, ""));
    return "\n# %s\n%s"
        .formatted(comment(finding.counts()), YAML.writeValueAsString(List.of(entry)));
  }

  private static String comment(RuleCounts counts) {
    var first = counts.deviations().get(0);
    return Excerpt.visible(
        "%s. %s: broken in %,d of %,d. %s is %s: %s"
            .formatted(
                counts.rule().category(),
                counts.rule().promise(),
                counts.deviating(),
                counts.examined(),
                first.location().isEmpty() ? "the body" : first.location(),
                first.actual(),
                first.reason()));
  }

  /** The pattern that covers every deviation; empty if there is no such, or some were not kept. */
  private static Optional<String> location(RuleCounts counts) {
    var patterns =
        counts.deviations().stream()
            .map(Deviation::location)
            .map(location -> location.replaceAll("(?<=/)[0-9]+(?=/|$)", "*"))
            .distinct()
            .toList();
    return counts.deviations().size() == counts.deviating() && patterns.size() == 1
        ? Optional.of(patterns.get(0)).filter(pattern -> !pattern.isEmpty())
        : Optional.empty();
  }
}
