package conformance.schema;

import com.networknt.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** What a keyword does with a value. */
sealed interface Part {

  /** Puts the value to a test of its own. */
  record Test(Step step) implements Part {}

  /**
   * Applies schemas to the same value.
   *
   * @param schemas each asked for late, since schemas may refer to each other in a circle
   */
  record Application(List<Supplier<Schema>> schemas) implements Part {}

  /**
   * Applies schemas to the properties of an object.
   *
   * @param location of the keyword, which the properties that are there are counted by
   * @param schemas by name
   */
  record Properties(String location, Map<String, Schema> schemas) implements Part {

    /** Counts those that an object has. */
    void count(Examination examination, JsonNode object) {
      var present = examination.present(location, schemas.size());
      var number = 0;
      for (var name : schemas.keySet()) {
        present[number++] += object.has(name) ? 1 : 0;
      }
    }
  }
}
