package conformance.schema.keyword;

import com.networknt.schema.format.Format;
import com.networknt.schema.format.Formats;
import conformance.contract.ContractException;
import java.util.Comparator;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The formats that can be asserted (JSON Schema 2020-12 Validation, section 7.3). */
public final class KnownFormats {
  private KnownFormats() {}

  /**
   * Refuses a format that no value would meet, or every value.
   *
   * @param address of the keyword, for the message
   * @throws ContractException if it is not one of the standard's
   */
  public static void check(String address, String name) {
    var known =
        Formats.DEFAULT.stream()
            .map(Format::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    if (known.contains(name)) {
      return;
    }
    var distance = LevenshteinDistance.getDefaultInstance();
    var nearest =
        known.stream()
            .min(Comparator.comparing(other -> distance.apply(name, other)))
            .orElseThrow();
    throw new ContractException(
        "%s: %s is not a format of JSON Schema; did you mean %s?"
            .formatted(address, name, nearest));
  }
}
