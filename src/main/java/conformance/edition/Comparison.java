package conformance.edition;

import conformance.schema.RuleKeyword;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Two editions compared rule by rule.
 *
 * <p>Rules match if they have the same address within their folders, otherwise if they have the
 * same subject and keyword: a rule whose level changed is in another file.
 *
 * @param differences one for each rule, in the order of the later edition; removed rules last
 */
public record Comparison(Edition before, Edition after, List<Difference> differences) {

  public Comparison {
    differences = List.copyOf(differences);
  }

  public static Comparison of(Edition before, Edition after) {
    var unmatched = new LinkedHashMap<>(before.keywords());
    unmatched.keySet().removeAll(after.keywords().keySet());
    var differences = new ArrayList<Difference>();
    after
        .keywords()
        .forEach(
            (address, keyword) -> {
              var earlier = Optional.ofNullable(before.keywords().get(address));
              differences.add(
                  difference(earlier.or(() -> takeMatching(unmatched.values(), keyword)), keyword));
            });
    for (var removed : unmatched.values()) {
      differences.add(new Difference(Kind.REMOVED, Optional.of(removed.rule()), Optional.empty()));
    }
    return new Comparison(before, after, differences);
  }

  private static Optional<RuleKeyword> takeMatching(
      Collection<RuleKeyword> unmatched, RuleKeyword keyword) {
    var matching =
        unmatched.stream()
            .filter(
                other -> !other.keyword().isEmpty() && other.keyword().equals(keyword.keyword()))
            .filter(other -> other.rule().subject().equals(keyword.rule().subject()))
            .findFirst();
    matching.ifPresent(unmatched::remove);
    return matching;
  }

  private static Difference difference(Optional<RuleKeyword> before, RuleKeyword after) {
    var kind = before.map(earlier -> Direction.compare(earlier, after)).orElse(Kind.ADDED);
    return new Difference(kind, before.map(RuleKeyword::rule), Optional.of(after.rule()));
  }
}
