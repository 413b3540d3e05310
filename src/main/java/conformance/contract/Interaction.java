package conformance.contract;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One request to make, or one documented example to read, and what it is held against.
 *
 * @param name how the report calls it: {@code list batches}, {@code documented example}
 * @param operation the operation it belongs to
 * @param parameters values of the path parameters, none for a documented example
 */
public record Interaction(String name, Operation operation, Map<String, String> parameters) {

  private static final String AGAIN = ", read again";

  public Interaction {
    parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
  }

  /** The same request, made once more. */
  public Interaction again() {
    return new Interaction(name + AGAIN, operation, parameters);
  }

  /** Whether it is called so, or is what is called so made once more. */
  public boolean isCalled(String other) {
    return name.equals(other) || name.equals(other + AGAIN);
  }

  /** What it was made for, {@code agent_id 3c90c3cc}; its name if there are no parameters. */
  public String subject() {
    return parameters.isEmpty() ? name : asked();
  }

  private String asked() {
    return parameters.entrySet().stream()
        .map(it -> it.getKey() + " " + it.getValue())
        .collect(Collectors.joining(", "));
  }

  /** As people call it: {@code list batches, agent_id 3c90c3cc}. */
  @Override
  public String toString() {
    return parameters.isEmpty() ? name : name + ", " + asked();
  }
}
