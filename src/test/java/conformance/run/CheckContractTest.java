package conformance.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import conformance.fixture.Fixture;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the quick loop of an author prints; TightenedContractTest has contracts with mistakes. */
class CheckContractTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private int check(String... arguments) {
    return CheckContract.run(new PrintStream(out, true, UTF_8), arguments);
  }

  private List<String> lines() {
    return out.toString(UTF_8).lines().toList();
  }

  @Test
  void tellsWhatItChecked() {
    assertThat(check("batches", "status-unknown")).isZero();
    var cases = Fixture.names("batches");
    var chosen = cases.stream().filter(it -> it.contains("status-unknown")).count();
    assertThat(lines().get(0))
        .matches(
            "batches: \\d+ rules, \\d+ must and \\d+ should; %d of %d cases checked"
                .formatted(chosen, cases.size()));
    assertThat(lines())
        .containsSequence(
            "Sources from farther above",
            "  batches/batch.advice.schema.json#/properties/file_name/allOf/0/pattern: took Response"
                + " > file_name (implied)")
        .endsWith("all as it should be");
  }

  @Test
  void tellsThatNoCaseIsCalledSo() {
    assertThat(check("batches", "no-such-case")).isEqualTo(1);
    assertThat(lines()).endsWith("wrong: no case has no-such-case in its name");
  }

  @Test
  void tellsThatThereIsNoSuchContract() {
    assertThat(check("patches")).isEqualTo(1);
    assertThat(lines())
        .containsExactly(
            "wrong: there is no contract 'patches': expected a file schemas/patches/openapi.yaml;"
                + " contracts found: batches, batches-2026-08");
  }

  @Test
  void tellsHowToCallIt() {
    assertThat(check()).isEqualTo(2);
    assertThat(lines())
        .containsExactly(
            "expected <contract> [<part of the names of cases>], contracts found: batches,"
                + " batches-2026-08");
  }
}
