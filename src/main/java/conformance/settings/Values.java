package conformance.settings;

import conformance.contract.Shard;
import conformance.http.CertificateAuthorities;
import conformance.http.Token;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The settings as what they mean. A value that means nothing is added to the problems.
 *
 * @param keys the raw settings
 * @param problems what is wrong with them; added to
 */
record Values(Keys keys, List<String> problems) {
  private static final Pattern SHARD = Pattern.compile("([1-9][0-9]{0,3})/([1-9][0-9]{0,3})");
  private static final Pattern DURATION = Pattern.compile("([0-9]{1,7})(ms|s|m)");
  private static final Pattern SIZE = Pattern.compile("([0-9]{1,7})(B|KB|MB|GB)");
  private static final List<String> UNITS = List.of("B", "KB", "MB", "GB");

  Optional<URI> url(String key) {
    var text = keys.value(key);
    try {
      return text.map(BaseUrl::parse);
    } catch (IllegalArgumentException e) {
      return problem(key, text.orElseThrow(), e.getMessage());
    }
  }

  /** From the environment, or from a file that a setting names; not from both. */
  Optional<Token> token() {
    var file = keys.value("target.token_file");
    var variable = Optional.ofNullable(keys.environment().get("TARGET_TOKEN"));
    var given = variable.filter(text -> !text.isBlank());
    if (file.isPresent() && given.isPresent()) {
      problems.add("TARGET_TOKEN and target.token_file exclude each other: leave one out");
    }
    try {
      return file.isPresent() ? Optional.of(Token.read(Path.of(file.get()))) : given.map(Token::of);
    } catch (IOException e) {
      return problem("target.token_file", file.orElseThrow(), "a file that can be read");
    } catch (IllegalArgumentException e) {
      problems.add(
          file.map("target.token_file "::concat).orElse("TARGET_TOKEN") + ": " + e.getMessage());
      return Optional.empty();
    }
  }

  /** Values with commas between, or the lines of a file. Empty if the setting is absent. */
  List<String> list(String key) {
    var text = keys.value(key).orElse("");
    if (text.isEmpty()) {
      return List.of();
    }
    try {
      var values = text.startsWith("@") ? lines(text.substring(1)) : Stream.of(text.split(","));
      var list = values.map(String::strip).filter(it -> !it.isEmpty()).distinct().toList();
      if (list.isEmpty()) {
        problem(key, text, "at least one value");
      }
      return list;
    } catch (IOException e) {
      problem(key, text, "a file that can be read");
      return List.of();
    }
  }

  Optional<Duration> duration(String key) {
    var text = keys.value(key);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    var match = DURATION.matcher(text.get());
    if (!match.matches() || Long.parseLong(match.group(1)) == 0) {
      return problem(key, text.get(), "a time such as 30s, 500ms or 2m");
    }
    var number = Long.parseLong(match.group(1));
    return Optional.of(
        switch (match.group(2)) {
          case "ms" -> Duration.ofMillis(number);
          case "s" -> Duration.ofSeconds(number);
          default -> Duration.ofMinutes(number);
        });
  }

  /** In bytes. */
  Optional<Long> size(String key) {
    var text = keys.value(key);
    var match = SIZE.matcher(text.orElse("1B"));
    if (!match.matches() || Long.parseLong(match.group(1)) == 0) {
      return problem(key, text.orElseThrow(), "a size such as 500MB, 2GB or 4096B");
    }
    return text.map(it -> Long.parseLong(match.group(1)) << 10 * UNITS.indexOf(match.group(2)));
  }

  Optional<Double> perSecond(String key) {
    var text = keys.value(key);
    if (text.filter(it -> !it.matches("[0-9]{1,6}(\\.[0-9]{1,6})?") || number(it) == 0)
        .isPresent()) {
      return problem(key, text.get(), "requests per second, such as 5 or 0.5");
    }
    return text.map(Values::number);
  }

  Optional<URI> proxy(String key) {
    var text = keys.value(key);
    if (text.filter(it -> !isProxy(it)).isPresent()) {
      return problem(key, text.get(), "an HTTP proxy, as in http://proxy.example.com:3128");
    }
    return text.map(URI::create);
  }

  private static boolean isProxy(String text) {
    try {
      return text.matches("http://[^/@?#]+/?") && new URI(text).getHost() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  Optional<CertificateAuthorities> authorities(String key) {
    var file = keys.value(key);
    try {
      return file.isPresent()
          ? Optional.of(CertificateAuthorities.read(Path.of(file.get())))
          : Optional.empty();
    } catch (IOException e) {
      return problem(key, file.orElseThrow(), "a file that can be read");
    } catch (IllegalArgumentException e) {
      return problem(key, file.orElseThrow(), "a PEM file of certificates, but " + e.getMessage());
    }
  }

  Optional<Integer> count(String key) {
    var text = keys.value(key);
    return text.filter(it -> !it.matches("[1-9]|[1-5][0-9]|6[0-4]")).isPresent()
        ? problem(key, text.get(), "a number from 1 to 64")
        : text.map(Integer::valueOf);
  }

  /** A part such as {@code 2/8}. */
  Optional<Shard> shard(String key) {
    var text = keys.value(key);
    var match = text.map(SHARD::matcher).filter(Matcher::matches);
    var shard =
        match.map(it -> new Shard(Integer.parseInt(it.group(1)), Integer.parseInt(it.group(2))));
    return text.isPresent() && shard.filter(it -> it.number() <= it.of()).isEmpty()
        ? problem(key, text.get(), "a part such as 2/8, the second of eight")
        : shard;
  }

  boolean flag(String key, boolean otherwise) {
    var text = keys.value(key).orElse("" + otherwise);
    if (!text.equals("true") && !text.equals("false")) {
      problem(key, text, "true or false");
    }
    return text.equals("true");
  }

  private static double number(String text) {
    return Double.parseDouble(text);
  }

  private static Stream<String> lines(String file) throws IOException {
    return Files.readAllLines(Path.of(file)).stream().filter(line -> !line.startsWith("#"));
  }

  private <T> Optional<T> problem(String key, String actual, String expected) {
    problems.add("%s is '%s': expected %s".formatted(key, actual, expected));
    return Optional.empty();
  }
}
