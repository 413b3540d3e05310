package conformance.contract;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One request to make, or one documented example to judge.
 *
 * @param name name in reports: {@code list batches}, {@code documented example}
 * @param operation the operation it belongs to
 * @param parameters values of the path parameters, none for a documented example
 */
public record Interaction(String name, Operation operation, Map<String, String> parameters) {

  private static final String DOCUMENTED_EXAMPLE = "documented example";
  private static final String AGAIN = ", read again";

  public Interaction {
    parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
  }

  /** The documentation's own example of a response, judged without a request. */
  public static Interaction documentedExample(Operation operation) {
    return new Interaction(DOCUMENTED_EXAMPLE, operation, Map.of());
  }

  /** Whether it is about the documentation, and not about the target. */
  public boolean isDocumentedExample() {
    return isDocumentedExample(name);
  }

  /** The same by the name alone. */
  public static boolean isDocumentedExample(String name) {
    return name.equals(DOCUMENTED_EXAMPLE);
  }

  /** Whether it is the operation's ordinary request, made once or again, and not a probe. */
  public boolean isRead() {
    return isCalled(operation.name());
  }

  /** The same request, repeated. */
  public Interaction again() {
    return new Interaction(name + AGAIN, operation, parameters);
  }

  /** Whether its name is {@code other}, or it is the repetition of one with that name. */
  public boolean isCalled(String other) {
    return name.equals(other) || name.equals(other + AGAIN);
  }

  /** The parameters, {@code agent_id 3c90c3cc}; the name if there are none. */
  public String parametersOrName() {
    return parameters.isEmpty() ? name : parameterValues();
  }

  private String parameterValues() {
    return parameters.entrySet().stream()
        .map(parameter -> parameter.getKey() + " " + parameter.getValue())
        .collect(Collectors.joining(", "));
  }

  /** {@code list batches, agent_id 3c90c3cc}. */
  @Override
  public String toString() {
    return parameters.isEmpty() ? name : name + ", " + parameterValues();
  }
}
