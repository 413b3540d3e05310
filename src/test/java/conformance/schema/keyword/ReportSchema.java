package conformance.schema.keyword;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The published schemas of {@code report.json}, and of SARIF. */
public final class ReportSchema {
  private static final String FILE = "/conformance/report/report.schema.json";
  private static final String SARIF = "/sarif/sarif-2.1.0.json";

  private ReportSchema() {}

  /** The errors of {@code json} against the schema. */
  public static List<String> faults(String json) {
    return faults(FILE, json);
  }

  /** The errors of {@code json} against the schema of SARIF 2.1.0. */
  public static List<String> faultsOfSarif(String json) {
    return faults(SARIF, json);
  }

  private static List<String> faults(String file, String json) {
    try (var schema = ReportSchema.class.getResourceAsStream(file)) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(schema)
          .validate(
              json,
              InputFormat.JSON,
              context -> context.executionConfig(it -> it.formatAssertionsEnabled(true)))
          .stream()
          .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
