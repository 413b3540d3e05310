package conformance.edition;

import conformance.schema.RuleKeyword;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Two editions side by side.
 *
 * <p>Rules belong together if they have the same address within their folders, else if they are
 * about the same subject by the same keyword: advice that has become binding stands in another
 * file.
 *
 * @param before the earlier edition
 * @param after the later edition
 * @param differences one for each rule, in the order of the later edition; those that are gone last
 */
public record Comparison(Edition before, Edition after, List<Difference> differences) {

  public Comparison {
    differences = List.copyOf(differences);
  }

  /** Compares rule by rule. */
  public static Comparison of(Edition before, Edition after) {
    var left = new ArrayList<RuleKeyword>();
    before
        .demands()
        .forEach(
            (address, demand) -> {
              if (!after.demands().containsKey(address)) {
                left.add(demand);
              }
            });
    var differences = new ArrayList<Difference>();
    after
        .demands()
        .forEach(
            (address, demand) -> {
              var earlier =
                  Optional.ofNullable(before.demands().get(address))
                      .or(() -> takeAlike(left, demand));
              differences.add(difference(earlier, demand));
            });
    left.stream()
        .map(it -> new Difference(Kind.REMOVED, Optional.of(it.rule()), Optional.empty()))
        .forEach(differences::add);
    return new Comparison(before, after, differences);
  }

  private static Optional<RuleKeyword> takeAlike(List<RuleKeyword> left, RuleKeyword demand) {
    var alike =
        left.stream()
            .filter(it -> !it.keyword().isEmpty() && it.keyword().equals(demand.keyword()))
            .filter(it -> it.rule().subject().equals(demand.rule().subject()))
            .findFirst();
    alike.ifPresent(left::remove);
    return alike;
  }

  private static Difference difference(Optional<RuleKeyword> before, RuleKeyword after) {
    var kind = before.map(it -> Direction.compare(it, after)).orElse(Kind.ADDED);
    return new Difference(kind, before.map(RuleKeyword::rule), Optional.of(after.rule()));
  }
}
