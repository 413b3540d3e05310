package conformance.edition;

import conformance.schema.RuleKeyword;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
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
    var left = new LinkedHashMap<>(before.keywords());
    left.keySet().removeAll(after.keywords().keySet());
    var differences = new ArrayList<Difference>();
    after
        .keywords()
        .forEach(
            (address, keyword) -> {
              var earlier = Optional.ofNullable(before.keywords().get(address));
              differences.add(
                  difference(earlier.or(() -> takeAlike(left.values(), keyword)), keyword));
            });
    for (var removed : left.values()) {
      differences.add(new Difference(Kind.REMOVED, Optional.of(removed.rule()), Optional.empty()));
    }
    return new Comparison(before, after, differences);
  }

  private static Optional<RuleKeyword> takeAlike(
      Collection<RuleKeyword> left, RuleKeyword keyword) {
    var alike =
        left.stream()
            .filter(
                other -> !other.keyword().isEmpty() && other.keyword().equals(keyword.keyword()))
            .filter(other -> other.rule().subject().equals(keyword.rule().subject()))
            .findFirst();
    alike.ifPresent(left::remove);
    return alike;
  }

  private static Difference difference(Optional<RuleKeyword> before, RuleKeyword after) {
    var kind = before.map(earlier -> Direction.compare(earlier, after)).orElse(Kind.ADDED);
    return new Difference(kind, before.map(RuleKeyword::rule), Optional.of(after.rule()));
  }
}
