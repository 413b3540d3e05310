package conformance.contract;

import java.util.List;
import java.util.stream.Collectors;

/** Names the parameters of one or many interactions of one kind. */
public final class Parameters {
  private static final int NAMED = 3;

  private Parameters() {}

  /** {@code agent_id 3c90c3cc}, or {@code 1,000 values of agent_id}. */
  static String counted(List<Interaction> interactions) {
    return interactions.size() == 1
        ? interactions.get(0).parametersOrName()
        : "%,d values of %s".formatted(interactions.size(), parameters(interactions.get(0)));
  }

  /** The first few: {@code agent_id 3c90c3cc, 4d01d4dd, 5e12e5ee and 997 more}. */
  public static String named(List<Interaction> interactions) {
    return interactions.size() == 1
        ? interactions.get(0).parametersOrName()
        : parameters(interactions.get(0)) + " " + values(interactions);
  }

  /** The same without the name of the parameter. */
  static String values(List<Interaction> interactions) {
    var first =
        interactions.stream().limit(NAMED).map(Parameters::value).collect(Collectors.joining(", "));
    return interactions.size() > NAMED
        ? "%s and %,d more".formatted(first, interactions.size() - NAMED)
        : first;
  }

  /** The values of its parameters. */
  public static String value(Interaction interaction) {
    return String.join(" ", interaction.parameters().values());
  }

  /** The names of its parameters. */
  public static String parameters(Interaction interaction) {
    return String.join(", ", interaction.parameters().keySet());
  }
}
