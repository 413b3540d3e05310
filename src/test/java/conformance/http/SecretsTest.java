package conformance.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds of one secret holds of each that was ever added. */
class SecretsTest {
  private final Secrets secrets = Secrets.of(Token.of("the-first-token"));
  private final Redaction redaction = new Redaction(secrets);

  @Test
  void masksEachSecretAlsoOnceThereAreMore() {
    secrets.add("one-that-came-later");
    assertThat(redaction.apply("the-first-token one-that-came-later b25lLXRoYXQtY2FtZS1sYXRlcg=="))
        .isEqualTo("[token] [token] [token]g==");
    assertThat(redaction.finds("a one-that-came-later")).isTrue();
    assertThat(redaction.finds("a the-first-token")).isTrue();
    assertThat(redaction.finds("one-that-came-earlier")).isFalse();
  }

  @Test
  void findsEachInAStream() {
    assertThat(found("{one-that-came-later}")).isFalse();
    secrets.add("one-that-came-later");
    assertThat(found("{one-that-came-later}")).isTrue();
    assertThat(found("{the-first-token}")).isTrue();
    assertThat(found("{the-first-taken, one-that-came-sooner}")).isFalse();
  }

  @Test
  void findsEachInAFile(@TempDir Path folder) throws IOException {
    secrets.add("one-that-came-later");
    Files.writeString(folder.resolve("a"), "the-first-token");
    Files.writeString(folder.resolve("b"), "one-that-came-later");
    Files.writeString(folder.resolve("c"), "none");
    assertThat(TokenScan.of(secrets, folder, Set.of()).leaks())
        .containsExactly(folder.resolve("a").toString(), folder.resolve("b").toString());
  }

  @Test
  void searchesForThoseOfEightCharactersOnAndMasksAll() {
    var some = Secrets.of(Token.of("7654321"));
    assertThat(some.searchable()).isFalse();
    assertThat(new Redaction(some).finds("7654321")).isFalse();
    assertThat(new Redaction(some).apply("7654321")).isEqualTo("[token]");
    some.add("87654321");
    assertThat(some.searchable()).isTrue();
    assertThat(new Redaction(some).finds("87654321")).isTrue();
    assertThat(new Redaction(some).finds("7654321")).isFalse();
  }

  @Test
  void addsNothingTwiceAndNothingEmpty() {
    secrets.add("");
    secrets.add("the-first-token");
    assertThat(secrets.all()).hasSize(1);
    assertThat(secrets).hasToString("[token]");
  }

  @Test
  void hasThePasswordOfAUserToo() {
    var login = Secrets.of(Token.of("ann:open:sesame"));
    assertThat(new Redaction(login).apply("ann open:sesame YW5uOm9wZW46c2VzYW1l"))
        .isEqualTo("ann [token] [token]");
    // Three letters are found in any text.
    assertThat(Secrets.of(Token.of("urn:key:abc")).all()).hasSize(2);
    assertThat(Secrets.of(Token.of("key:abc")).all()).hasSize(1);
  }

  @Test
  void hasThePasswordInATokenThatASenderUsesLater() {
    var sender = TestSender.sender(URI.create("http://127.0.0.1"), Route.DIRECT);
    sender.use(Token.of("ann:open-sesame"));
    assertThat(sender.redaction().apply("ann open-sesame")).isEqualTo("ann [token]");
  }

  private boolean found(String text) {
    var search = new TokenSearch(secrets);
    search.accept(text.getBytes(UTF_8), 0, text.length());
    return search.found();
  }
}
