package conformance.schema.keyword;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The table of assertions. */
class AssertionTest {
  private static final JsonMapper JSON = new JsonMapper();

  @Test
  void namesThePropertiesThatItComparesWith() {
    var name = JSON.readTree("\"b\"");
    assertThat(Assertions.ALL.get("x-not-more-than").siblings(name)).containsExactly("b");
    assertThat(Assertions.ALL.get("x-not-after").siblings(name)).containsExactly("b");
    assertThat(Assertions.ALL.get("x-not-before").siblings(name)).containsExactly("b");
    assertThat(Assertions.ALL.get("x-not-in-future").siblings(name)).isEmpty();
    assertThat(Assertions.ALL.get("x-age-of").siblings(JSON.readTree("{\"of\": \"b\"}")))
        .containsExactly("b");
  }

  @Test
  void areListedWithAllOtherKeywordsWhereAuthorsLook() throws IOException {
    var readme = Files.readString(Path.of("schemas/README.md"));
    assertThat(Keywords.ALL)
        .filteredOn(name -> !name.startsWith("x-"))
        .hasSizeGreaterThan(50)
        .allSatisfy(name -> assertThat(readme).contains("`" + name + "`"));
  }

  /** Those that are no keywords of JSON Schema, as the vocabulary describes them. */
  @Test
  void areDescribedThereAsWell() throws IOException {
    var readme = Files.readString(Path.of("schemas/README.md"));
    var vocabulary = JSON.readTree(Path.of("schemas/vocabulary.schema.json").toFile());
    var ours =
        Stream.concat(Assertions.ALL.keySet().stream(), Keywords.METADATA.stream())
            .filter(name -> name.startsWith("x-"))
            .toList();
    assertThat(ours).hasSizeGreaterThan(10).allSatisfy(name -> assertThat(readme).contains(name));
    var described = vocabulary.path("properties").propertyNames();
    assertThat(described)
        .filteredOn(name -> name.startsWith("x-"))
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(ours.stream(), Stream.of("x-advice")).toList());
    // The others are there for their category.
    assertThat(described)
        .filteredOn(name -> !name.startsWith("x-"))
        .isSubsetOf(Assertions.ALL.keySet());
  }
}
