package conformance.settings;

import conformance.contract.RequestLink;
import conformance.contract.ResponseHead.Header;
import conformance.contract.Shard;
import conformance.http.CertificateAuthorities;
import conformance.http.ClientCertificate;
import conformance.http.TextFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Parses the text of a setting. */
interface Parser<T> {
  Parser<Boolean> FLAG = matching("true|false", "true or false", Boolean::valueOf);
  Parser<Integer> COUNT =
      matching("[1-9]|[1-5][0-9]|6[0-4]", "a number from 1 to 64", Integer::valueOf);
  Parser<Integer> DAYS = matching("[0-9]{1,3}", "a number of days from 0 to 999", Integer::valueOf);
  Parser<Double> RATE =
      matching(
          "(?=.*[1-9])[0-9]{1,6}(\\.[0-9]{1,6})?",
          "requests per second, such as 5 or 0.5",
          Double::valueOf);
  Parser<Duration> DURATION =
      matching(
          "(?=.*[1-9])[0-9]{1,7}(ms|s|m)",
          "a time such as 30s, 500ms or 2m",
          text ->
              text.endsWith("ms") ? Duration.ofMillis(number(text)) : Duration.parse("PT" + text));
  Parser<Duration> PAUSE = text -> text.matches("0(ms|s|m)") ? Duration.ZERO : DURATION.parse(text);
  Parser<Duration> WAIT =
      text -> {
        var time = PAUSE.parse(text);
        check(time.compareTo(Duration.ofMinutes(10)) <= 0, "10m at most");
        return time;
      };
  Parser<Header> HEADER =
      matching(
          "[\\w!#$%&'*+.^`|~-]+: *[!-~]([ -~]*[!-~])?",
          "a header field with its value, such as X-Version: 2026.11.30",
          text -> new Header(text.split(": *", 2)[0], text.split(": *", 2)[1]));
  Parser<Long> SIZE =
      matching(
          "(?=.*[1-9])[0-9]{1,7}(B|KB|MB|GB)",
          "a size such as 500MB, 2GB or 4096B",
          text -> number(text) << 10 * "BKMG".indexOf(text.replaceAll("[0-9]", "").charAt(0)));
  Parser<Shard> SHARD =
      matching(
          "[1-9][0-9]{0,3}/[1-9][0-9]{0,3}",
          "a part such as 2/8, the second of eight, or auto",
          Parser::shard);
  Parser<RequestLink> LINK =
      matching(
          "https?://[^/{}@\\s]+/[^{}\\s]*\\{}[^{}\\s]*",
          "a URL with {} where the id of a request belongs, as in https://logs.example.com/?q={}",
          Parser::link);
  Parser<URI> PROXY =
      matching(
          "http://[^/@?#]+/?",
          "an HTTP proxy without a user, as in http://proxy.example.com:3128:"
              + " target.proxy_user names one",
          Parser::withHost);

  /**
   * Parses {@code text}.
   *
   * @throws IllegalArgumentException whose message says what was expected
   * @throws IOException if a file that {@code text} names cannot be read
   */
  T parse(String text) throws IOException;

  private static <T> Parser<T> matching(String regex, String expected, Function<String, T> value) {
    return text -> {
      try {
        check(text.matches(regex), expected);
        return value.apply(text);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(expected, e);
      }
    };
  }

  private static long number(String text) {
    return Long.parseLong(text.replaceAll("[^0-9]", ""));
  }

  private static Shard shard(String text) {
    var numbers = Stream.of(text.split("/")).map(Integer::valueOf).toList();
    check(numbers.get(0) <= numbers.get(1), "a part of the whole");
    return new Shard(numbers.get(0), numbers.get(1));
  }

  private static RequestLink link(String text) {
    withHost(text.replace(RequestLink.PLACE, ""));
    return new RequestLink(text);
  }

  private static URI withHost(String text) {
    check(URI.create(text).getHost() != null, "a host");
    return URI.create(text);
  }

  static CertificateAuthorities authorities(String file) throws IOException {
    try {
      return CertificateAuthorities.read(Path.of(file));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("a PEM file of certificates, but " + e.getMessage(), e);
    }
  }

  /** Parses the name of a file whose key may have a password. */
  static Parser<ClientCertificate> certificate(Optional<String> password) {
    return file -> {
      try {
        return ClientCertificate.read(Path.of(file), password);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "a PEM file of a certificate and its key, but " + e.getMessage(), e);
      }
    };
  }

  /** Comma-separated values, or the lines of a file. */
  static List<String> list(String text) throws IOException {
    var values = text.startsWith("@") ? lines(text.substring(1)) : Stream.of(text.split(","));
    var list = values.map(String::strip).filter(value -> !value.isEmpty()).distinct().toList();
    check(!list.isEmpty(), "at least one value");
    return list;
  }

  /** Names of hosts, with commas between. */
  static List<String> hosts(String text) throws IOException {
    var names = list(text);
    check(
        names.stream().allMatch(name -> name.matches("[\\w.-]+|\\[[0-9a-fA-F:.]+]")),
        "names of hosts with commas between, such as host.docker.internal");
    return names;
  }

  private static Stream<String> lines(String file) throws IOException {
    return TextFile.read(Path.of(file)).lines().filter(line -> !line.startsWith("#"));
  }

  private static void check(boolean holds, String expected) {
    if (!holds) {
      throw new IllegalArgumentException(expected);
    }
  }
}
