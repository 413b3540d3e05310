package conformance.schema.keyword;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import conformance.contract.Excerpt;
import conformance.schema.file.SchemaFiles;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * A keyword that a value does not meet.
 *
 * @param schemaLocation of the keyword
 * @param keywordValue the keyword's value
 * @param property name that is missing, or wrong; empty if the error is about the value itself
 * @param value what does not meet it; the containing object if the error is about a property
 * @param location JSON Pointer to the value within what was judged
 * @param message in networknt's words, or the reason if the keyword is one of ours
 */
public record SchemaError(
    String schemaLocation,
    JsonNode keywordValue,
    Optional<String> property,
    JsonNode value,
    String location,
    Supplier<String> message) {

  static SchemaError of(SchemaFiles files, Error error) {
    var at = error.getSchemaLocation().toString();
    return new SchemaError(
        at,
        files.at(at),
        Optional.ofNullable(error.getProperty()),
        error.getInstanceNode(),
        pointer(error.getInstanceLocation()),
        error::getMessage);
  }

  /** The JSON Pointer (RFC 6901), in which networknt would also escape line breaks and tabs. */
  private static String pointer(NodePath path) {
    return IntStream.range(0, path.getNameCount())
        .mapToObj(step -> "/" + SchemaFiles.escape(path.getElement(step).toString()))
        .collect(Collectors.joining());
  }

  /** The keyword's entry in the table. */
  public Assertion assertion() {
    return Assertions.ALL.get(SchemaFiles.keyword(schemaLocation));
  }

  /** Why the value does not meet the keyword. */
  public String reason() {
    return assertion().words().reason().apply(this);
  }

  String shownProperty() {
    return Excerpt.text(property.orElseThrow());
  }

  /** The reason of a keyword of ours. */
  String reasonGiven() {
    return message.get();
  }

  /** networknt's words, which may quote what a server sent. */
  String shownMessage() {
    return Excerpt.cut(Excerpt.visible(message.get()));
  }
}
