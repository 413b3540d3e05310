package conformance.edition;

import conformance.contract.Contract;
import conformance.contract.Rule;
import conformance.schema.RuleKeyword;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.MissingNode;

/**
 * Everything that a contract promises.
 *
 * @param contract the contract
 * @param demands its rules by the address within its folder, in the order of the contract
 */
public record Edition(Contract contract, Map<String, RuleKeyword> demands) {

  public Edition {
    demands = Collections.unmodifiableMap(new LinkedHashMap<>(demands));
  }

  /**
   * Brings together what is known of a contract.
   *
   * @param rules all rules, of several operations one after the other
   * @param demands those of them that were read out of schema files
   */
  public static Edition of(Contract contract, Collection<Rule> rules, List<RuleKeyword> demands) {
    var all = new LinkedHashMap<String, RuleKeyword>();
    rules.forEach(it -> all.put(it.id(), new RuleKeyword(it, "", MissingNode.getInstance())));
    demands.forEach(it -> all.put(it.rule().id(), it));
    var within = new LinkedHashMap<String, RuleKeyword>();
    all.forEach((id, it) -> within.put(id.substring(id.indexOf('/') + 1), it));
    return new Edition(contract, within);
  }
}
