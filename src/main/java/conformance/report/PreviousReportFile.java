package conformance.report;

import conformance.contract.Contract;
import conformance.contract.Excerpt;
import conformance.contract.Interaction;
import conformance.contract.Severity;
import conformance.contract.Since.State;
import conformance.report.PreviousReport.Key;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads the {@code report.json} of an earlier run. */
public final class PreviousReportFile {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String FINDINGS = "findings";
  private static final List<String> NEEDED =
      List.of("/contract", "/edition", "/outcome", "/startedAt", "/target/url", "/coverage/rules");
  private static final Map<String, Severity> SEVERITIES =
      Stream.of(Severity.values())
          .collect(Collectors.toMap(it -> ReportJson.key(it.toString()), it -> it));

  private PreviousReportFile() {}

  /**
   * Reads a file.
   *
   * @param contract the contract of the later run
   * @throws IllegalArgumentException which says what the file is instead
   */
  public static PreviousReport read(Path file, Contract contract) {
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException("there is no such file");
    }
    try (var parser = JSON.createParser(file)) {
      return read(parser, contract);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(reason(e), e);
    }
  }

  private static String reason(JacksonException e) {
    var line = Optional.ofNullable(e.getLocation()).map(at -> at.getLineNr()).orElse(1);
    return e.getCause() instanceof IOException
        ? "it cannot be read"
        : "it is not JSON: line %d: %s".formatted(line, Excerpt.visible(e.getOriginalMessage()));
  }

  /** One finding at a time, since a run on many agents has a great many. */
  private static PreviousReport read(JsonParser parser, Contract contract) {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new IllegalArgumentException("it is not an object");
    }
    var rest = JSON.createObjectNode();
    var findings = new HashMap<Key, State>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      var name = parser.currentName();
      if (parser.nextToken() == JsonToken.START_ARRAY && name.equals(FINDINGS)) {
        rest.putArray(FINDINGS);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          add(parser.readValueAsTree(), contract, findings);
        }
      } else if (name.equals("since")) {
        parser.skipChildren();
      } else {
        rest.set(name, parser.readValueAsTree());
      }
    }
    check(rest);
    return new PreviousReport(rest, parameters(rest), findings);
  }

  private static void check(ObjectNode rest) {
    if (rest.has("error")) {
      throw new IllegalArgumentException("that run could not begin, and judged nothing");
    }
    Stream.concat(NEEDED.stream(), Stream.of("/" + FINDINGS))
        .filter(needed -> rest.at(needed).isMissingNode())
        .findFirst()
        .ifPresent(
            missing -> {
              throw new IllegalArgumentException("it has no " + missing);
            });
  }

  private static void add(JsonNode finding, Contract contract, Map<Key, State> findings) {
    var interaction = finding.path("interaction").asString("");
    var severity = SEVERITIES.get(finding.path("verdict").asString(""));
    if (severity == null || !finding.path("rule").isString()) {
      throw new IllegalArgumentException("a finding in it has no rule, or no verdict");
    }
    if (Interaction.isDocumentedExample(interaction)) {
      return;
    }
    var parameters = new TreeMap<String, String>();
    if (isRead(interaction, contract)) {
      finding
          .path("parameters")
          .properties()
          .forEach(it -> parameters.put(it.getKey(), it.getValue().asString("")));
    }
    var deviating = finding.path("deviating").asLong(0);
    var examined = deviating > 0 ? finding.path("examined").asLong(0) : 0;
    findings.merge(
        new Key(PreviousReport.address(finding.path("rule").asString()), parameters),
        new State(severity, examined, deviating),
        State::plus);
  }

  private static boolean isRead(String interaction, Contract contract) {
    return contract.operations().stream()
        .anyMatch(operation -> new Interaction(interaction, operation, Map.of()).isRead());
  }

  private static Map<String, Set<String>> parameters(JsonNode rest) {
    return rest.at("/target/parameters").properties().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                it ->
                    it.getValue()
                        .valueStream()
                        .map(value -> value.asString(""))
                        .collect(Collectors.toCollection(LinkedHashSet::new))));
  }
}
