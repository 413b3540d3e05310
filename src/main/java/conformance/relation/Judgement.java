package conformance.relation;

import java.util.Optional;

/**
 * What became of a relation that was put to the test.
 *
 * @param fault why it does not hold, in words; empty if it holds
 */
public record Judgement(Optional<String> fault) {

  static Judgement holds() {
    return new Judgement(Optional.empty());
  }

  static Judgement broken(String fault) {
    return new Judgement(Optional.of(fault));
  }

  static Judgement of(boolean holds, String faultOtherwise) {
    return holds ? holds() : broken(faultOtherwise);
  }
}
