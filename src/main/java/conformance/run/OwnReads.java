package conformance.run;

import conformance.contract.Credential;
import conformance.contract.EnvironmentFault;
import conformance.contract.Exchange;
import conformance.contract.Interaction;
import conformance.contract.InteractionResult;
import conformance.contract.Request;
import conformance.contract.Rule;
import conformance.contract.RuleCounter;
import conformance.contract.Verdict;
import conformance.http.Sender;
import conformance.protocol.EnvironmentFaults;
import conformance.protocol.Owners;
import conformance.protocol.Probes;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What two owners read of their own, before each asks for what is the other's: a token that does
 * not work proves nothing by being refused.
 *
 * @param owners what is known of both by now
 * @param result whether they share an item; empty if no rule is about that
 * @param useless why no more can be told of the two; empty if both work
 */
record OwnReads(Owners owners, Optional<InteractionResult> result, Optional<String> useless) {
  /** Each reads its own, and asks for what nobody has; the other reads its own once more after. */
  static final int REQUESTS = 5;

  private static final String OTHER = "the other token does not get what is its owner's: ";

  /** Why the refusals of the other token tell nothing: it has ended meanwhile. */
  Optional<String> ended(Sender sender, Probes probes) {
    var request = probes.request("GET", owners.other(), Credential.OTHER_OWNER);
    return unanswered(probes, owners.other(), sender.send(request, (head, body) -> {}))
        .map(OTHER::concat);
  }

  /**
   * Sends these requests.
   *
   * @param own values of the path parameters that the first owner has
   * @param other values that the other owner has
   * @param distinct the rule that they share no item, with the property that identifies items
   */
  static OwnReads of(
      Sender sender,
      AcceptedToken token,
      Probes probes,
      Map<String, String> own,
      Map<String, String> other,
      Optional<Distinct> distinct) {
    var key = distinct.map(Distinct::key);
    var rules = distinct.map(Distinct::rule).stream().toList();
    var counter = new RuleCounter(rules, sender.redaction());
    var first = OwnRead.of(token::send, probes.request("GET", own, Credential.TOKEN), key);
    var request = probes.request("GET", other, Credential.OTHER_OWNER);
    var second =
        distinct
            .map(it -> first.another(sender::send, request, it.rule(), counter))
            .orElseGet(() -> OwnRead.of(sender::send, request, key));
    var useless =
        unanswered(probes, own, first.exchange())
            .map("the token does not get what is its owner's: "::concat)
            .or(() -> unanswered(probes, other, second.exchange()).map(OTHER::concat));
    var owners =
        new Owners(
            other,
            Map.of(
                Credential.TOKEN, unknown(sender, probes, own, Credential.TOKEN),
                Credential.OTHER_OWNER, unknown(sender, probes, other, Credential.OTHER_OWNER)),
            Map.of(
                Credential.TOKEN, first.textsWithout(second),
                Credential.OTHER_OWNER, second.textsWithout(first)));
    var reason = useless.orElse("at least one of the owners has nothing that could be both's");
    return new OwnReads(
        owners,
        distinct.map(
            it ->
                InteractionResult.of(
                    interaction(probes, own),
                    Optional.of(second.exchange()),
                    0,
                    counter,
                    counts -> Verdict.of(counts, reason))),
        useless);
  }

  /**
   * The rule that no item belongs to two owners.
   *
   * @param key the property that identifies an item
   */
  record Distinct(Rule rule, String key) {

    /** The result if nothing was sent for it. */
    InteractionResult notSent(Probes probes, Map<String, String> own, Verdict verdict) {
      return InteractionResult.notSent(interaction(probes, own), List.of(rule), verdict);
    }
  }

  private static Interaction interaction(Probes probes, Map<String, String> own) {
    return new Interaction("own read of the other owner", probes.operation(), own);
  }

  private static Exchange unknown(
      Sender sender, Probes probes, Map<String, String> parameters, Credential credential) {
    Request request = probes.unknown(parameters, credential);
    return sender.send(request, (head, body) -> {});
  }

  private static Optional<String> unanswered(
      Probes probes, Map<String, String> parameters, Exchange exchange) {
    var operation = probes.operation();
    var interaction = new Interaction(operation.name(), operation, parameters);
    var status = exchange.head().map(head -> head.status()).orElse(0);
    return EnvironmentFaults.environment(interaction, exchange)
        .map(EnvironmentFault::reason)
        .or(() -> exchange.failure().map(failure -> failure.reason()))
        .or(
            () ->
                status == operation.response().status()
                    ? Optional.empty()
                    : Optional.of("status " + status));
  }
}
