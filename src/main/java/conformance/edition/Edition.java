package conformance.edition;

import conformance.contract.Contract;
import conformance.contract.Rule;
import conformance.schema.RuleKeyword;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.node.MissingNode;

/**
 * A contract with all of its rules.
 *
 * @param keywords the rules by address within the contract's folder, in the order of the contract
 */
public record Edition(Contract contract, Map<String, RuleKeyword> keywords) {

  public Edition {
    keywords = Collections.unmodifiableMap(new LinkedHashMap<>(keywords));
  }

  /**
   * Combines the rules of a contract.
   *
   * @param rules all rules of all operations
   * @param keywords those of them that come from schema files
   */
  public static Edition of(Contract contract, Collection<Rule> rules, List<RuleKeyword> keywords) {
    var byAddress = new LinkedHashMap<String, RuleKeyword>();
    Stream.concat(
            rules.stream().map(rule -> new RuleKeyword(rule, "", MissingNode.getInstance())),
            keywords.stream())
        .forEach(keyword -> byAddress.put(address(keyword.rule()), keyword));
    return new Edition(contract, byAddress);
  }

  /** The id without the name of the folder. */
  private static String address(Rule rule) {
    return rule.id().substring(rule.id().indexOf('/') + 1);
  }
}
