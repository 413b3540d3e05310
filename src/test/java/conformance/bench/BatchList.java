package conformance.bench;

import conformance.schema.CaseItems;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A list of the batches that the cases send, at random, some of which break one rule.
 *
 * @param size how many batches
 * @param deviating how many of them break a rule
 * @param seed the same seed gives the same list, as long as the cases are the same
 * @param items what the cases send
 */
public record BatchList(int size, int deviating, long seed, CaseItems items) {

  /** Writes the list as JSON, batch by batch, and leaves the stream open. */
  public void writeTo(OutputStream out) throws IOException {
    var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    var random = new Random(seed);
    writer.write('[');
    for (int i = 0, broken = 0; i < size; i++) {
      var breaks = breaks(i, broken);
      var item = breaks ? items.numbered(breakage(broken), i) : items.conforming(random, i);
      broken += breaks ? 1 : 0;
      writer.write(i == 0 ? "" : ",\n");
      writer.write(item.toString());
    }
    writer.write(']');
    writer.flush();
  }

  /** The deviations in the list, each as rule and location. */
  public List<String> deviations() {
    var deviations = new ArrayList<String>();
    for (var i = 0; i < size; i++) {
      if (breaks(i, deviations.size())) {
        var breakage = breakage(deviations.size());
        deviations.add("%s /%d%s".formatted(breakage.rule(), i, breakage.below()));
      }
    }
    return deviations;
  }

  /** Spreads the deviating batches evenly. */
  private boolean breaks(int index, int broken) {
    return (index + 1L) * deviating / size > broken;
  }

  private CaseItems.DeviatingItem breakage(int number) {
    return items.deviating().get(number % items.deviating().size());
  }
}
