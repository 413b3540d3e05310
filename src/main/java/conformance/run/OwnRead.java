package conformance.run;

import conformance.contract.Deviation;
import conformance.contract.Excerpt;
import conformance.contract.Exchange;
import conformance.contract.Request;
import conformance.contract.Rule;
import conformance.contract.RuleCounter;
import conformance.http.BodyHandler;
import conformance.relation.SeenKeys;
import conformance.schema.ListItems;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What one owner reads of its own: the keys of all items, and some of their texts. */
final class OwnRead {
  /** The most texts to look for in refusals. */
  private static final int MAX_TEXTS = 200;

  /** Shorter texts, and those of letters alone, occur in others by chance. */
  private static final String TELLING = "(?s)(?=.*[0-9])(?=.*[A-Za-z]).{8,200}";

  private final Optional<String> key;
  private final SeenKeys keys = new SeenKeys();
  private final Map<String, String> texts = new LinkedHashMap<>();
  private int items;
  private Exchange exchange;

  private OwnRead(Optional<String> key) {
    this.key = key;
  }

  /**
   * Sends the request of an owner.
   *
   * @param key the property that no two items have in common, if there is one
   */
  static OwnRead of(Send sender, Request request, Optional<String> key) {
    return of(sender, request, key, (item, index) -> {});
  }

  /** Sends a request, the body of whose response the handler reads. */
  interface Send {
    Exchange send(Request request, BodyHandler handler);
  }

  /** Receives each item with its index. */
  private interface Items {
    void accept(JsonNode item, int index);
  }

  private static OwnRead of(Send sender, Request request, Optional<String> key, Items others) {
    var read = new OwnRead(key);
    read.exchange =
        sender.send(
            request,
            (head, body) -> {
              if (head.status() / 100 == 2 && head.decodable()) {
                ListItems.read(
                    body,
                    item -> {
                      others.accept(item, read.items);
                      read.add(item);
                    });
              }
            });
    return read;
  }

  /**
   * Sends the request of another owner, and examines whether an item of this one's is in its list.
   *
   * @param counter counts for {@code rule}
   */
  OwnRead another(Send sender, Request request, Rule rule, RuleCounter counter) {
    return of(
        sender,
        request,
        key,
        (item, index) ->
            keyOf(item)
                .filter(any -> items > 0)
                .ifPresent(
                    value -> {
                      counter.examine(rule, 1);
                      keys.find(value.asString())
                          .ifPresent(at -> counter.deviate(rule, both(rule, value, index, at)));
                    }));
  }

  private Deviation both(Rule rule, JsonNode value, int index, int at) {
    return new Deviation(
        "/%d/%s".formatted(index, key.orElseThrow()),
        rule.expected(),
        Excerpt.value(value),
        "the first owner has it as well, at /%d".formatted(at));
  }

  private Optional<JsonNode> keyOf(JsonNode item) {
    return key.map(item::path).filter(value -> value.isString() || value.isIntegralNumber());
  }

  private void add(JsonNode item) {
    keyOf(item).ifPresent(value -> keys.add(value.asString(), items));
    for (var property : item.properties()) {
      var text = property.getValue().asString("");
      if (texts.size() < MAX_TEXTS && text.matches(TELLING)) {
        texts.putIfAbsent(text, "/%d/%s".formatted(items, property.getKey()));
      }
    }
    items++;
  }

  Exchange exchange() {
    return exchange;
  }

  /** The texts that {@code other} has not, with their locations. */
  Map<String, String> textsWithout(OwnRead other) {
    var own = new LinkedHashMap<>(texts);
    own.keySet().removeAll(other.texts.keySet());
    return own;
  }
}
