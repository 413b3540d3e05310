package conformance.report;

import conformance.contract.Since;
import conformance.contract.Since.State;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code since} of {@code report.json}. */
final class SinceJson {
  private static final JsonMapper JSON = new JsonMapper();

  private SinceJson() {}

  static ObjectNode of(Since since) {
    var json = JSON.createObjectNode();
    json.put("startedAt", since.startedAt()).put("outcome", since.outcome());
    since.differences().forEach(json.putArray("differences")::add);
    var changes = json.putArray("changes");
    for (var change : since.changes()) {
      var parameters = JSON.valueToTree(change.parameters());
      var item = changes.addObject();
      item.put("kind", ReportJson.key(change.kind().toString()))
          .put("rule", change.rule().id())
          .put("promise", change.rule().promise())
          .set("parameters", parameters);
      state(item.putObject("before"), change.before());
      state(item.putObject("now"), change.now());
    }
    return json;
  }

  private static void state(ObjectNode json, State state) {
    json.put("verdict", ReportJson.key(state.severity().toString()))
        .put("examined", state.examined())
        .put("deviating", state.deviating());
  }
}
