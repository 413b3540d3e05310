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
 * Everything that a contract promises.
 *
 * @param contract the contract
 * @param keywords its rules by the address within its folder, in the order of the contract
 */
public record Edition(Contract contract, Map<String, RuleKeyword> keywords) {

  public Edition {
    keywords = Collections.unmodifiableMap(new LinkedHashMap<>(keywords));
  }

  /**
   * Brings together what is known of a contract.
   *
   * @param rules all rules, of several operations one after the other
   * @param keywords those of them that were read out of schema files
   */
  public static Edition of(Contract contract, Collection<Rule> rules, List<RuleKeyword> keywords) {
    var byAddress = new LinkedHashMap<String, RuleKeyword>();
    Stream.concat(
            rules.stream().map(rule -> new RuleKeyword(rule, "", MissingNode.getInstance())),
            keywords.stream())
        .forEach(keyword -> byAddress.put(address(keyword.rule()), keyword));
    return new Edition(contract, byAddress);
  }

  /** The id without the folder's name. */
  private static String address(Rule rule) {
    return rule.id().substring(rule.id().indexOf('/') + 1);
  }
}
