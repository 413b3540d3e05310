package conformance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import conformance.contract.ContractReader;
import conformance.contract.Finding;
import conformance.contract.Level;
import conformance.exchange.Route;
import conformance.exchange.Target;
import conformance.fixture.Fixture;
import conformance.fixture.RawServer;
import conformance.known.KnownDeviations;
import conformance.report.Report;
import conformance.report.ReportJson;
import conformance.report.Strictness;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/**
 * Responses that are meant to hurt who reads them. Each is as large as the name says, or has no end
 * at all; it is made while it is read.
 */
enum HostileServer {
  NESTING_OF_100_000_LEVELS(out -> repeat(json(out), "[", 100_000)),
  STRING_OF_A_GIGABYTE(out -> repeat(start(json(out), "[\""), "x", 1 << 30)),
  NAME_OF_A_GIGABYTE(out -> repeat(start(json(out), "[{\""), "x", 1 << 30)),
  NUMBER_OF_400_000_DIGITS(out -> start(json(out), "[1e400000]")),
  TEN_MILLION_KEYS(out -> keys(start(json(out), "[{\"\":0"), 10_000_000)),
  TEN_MILLION_EQUAL_KEYS(out -> repeat(start(json(out), "[{\"a\":0"), ",\"a\":0", 10_000_000)),
  TEN_MILLION_VALUES(out -> repeat(start(json(out), "[[0"), ",0", 10_000_000)),
  MANY_LONG_STRINGS(
      out -> repeat(start(json(out), "[[0"), ",\"" + "x".repeat(5_000_000) + "\"", 99)),
  KEYS_THAT_COLLIDE(out -> start(json(out), collisions())),
  LIST_WITHOUT_END(
      out -> repeat(start(json(out), "[0"), "," + " ".repeat(1_000) + "0", Long.MAX_VALUE)),
  SPACE_WITHOUT_END(out -> repeat(start(json(out), "["), " ", Long.MAX_VALUE)),
  GZIP_BOMB_OF_10_GB(
      out -> {
        start(
            out,
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\n\r\n");
        repeat(start(new GZIPOutputStream(out), "["), " ", 10L << 30);
      }),
  HEADER_WITHOUT_END(out -> repeat(start(out, "HTTP/1.1 200 OK\r\nX: "), "x", Long.MAX_VALUE)),
  HEADERS_WITHOUT_END(out -> repeat(start(out, "HTTP/1.1 200 OK\r\n"), "X: x\r\n", Long.MAX_VALUE)),
  REASON_WITHOUT_END(out -> repeat(start(out, "HTTP/1.1 200 "), "x", Long.MAX_VALUE)),
  CHUNK_EXTENSION_WITHOUT_END(
      out ->
          repeat(
              start(
                  out,
                  "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n"
                      + "Content-Type: application/json\r\n\r\n1\r\n[\r\n1;x="),
              "x",
              Long.MAX_VALUE));

  private final Response response;

  private interface Response {
    void write(OutputStream out) throws IOException;
  }

  HostileServer(Response response) {
    this.response = response;
  }

  /**
   * Judges each, and prints a line for each: its name, the broken must-rules with their reasons,
   * and how long it took in ms.
   *
   * @param arguments bound on bodies in bytes, bound on time in seconds
   */
  public static void main(String[] arguments) throws IOException {
    for (var hostile : values()) {
      try (var server = new RawServer((head, out) -> hostile.response.write(out))) {
        var target =
            new Target(
                server.url(),
                Fixture.TOKEN,
                Duration.ofSeconds(Long.parseLong(arguments[1])),
                OptionalDouble.empty(),
                Target.CONCURRENCY,
                Route.DIRECT,
                Long.parseLong(arguments[0]));
        var report = judge(target);
        ReportJson.of(report);
        System.out.println(hostile + "|" + broken(report) + "|" + report.duration().toMillis());
      }
    }
  }

  private static Report judge(Target target) {
    var schemas = Path.of("schemas");
    return ConformanceRun.of(
            schemas,
            ContractReader.read(schemas, "batches"),
            new KnownDeviations(List.of(), LocalDate.EPOCH),
            new Strictness(false, false))
        .judge(new Assignment(target, "live", Map.of(), Duration.ZERO, Probing.NONE), line -> {});
  }

  private static String broken(Report report) {
    return report.chapters().stream()
        .filter(chapter -> chapter.exchange().isPresent())
        .flatMap(chapter -> chapter.findings().stream())
        .filter(finding -> finding.rule().level() == Level.MUST)
        .filter(finding -> finding.examined().deviating() > 0)
        .map(HostileServer::reason)
        .collect(Collectors.joining("; "));
  }

  private static String reason(Finding finding) {
    var id = finding.rule().id();
    return id.substring(id.lastIndexOf('/') + 1)
        + ": "
        + finding.examined().deviations().get(0).reason();
  }

  private static OutputStream json(OutputStream out) throws IOException {
    return start(out, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n");
  }

  private static OutputStream start(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(ISO_8859_1));
    return out;
  }

  private static void repeat(OutputStream out, String text, long times) throws IOException {
    var many = (int) Math.min(times, Math.max(1, 16_384 / text.length()));
    var bytes = text.repeat(many).getBytes(ISO_8859_1);
    for (var written = 0L; written < times; written += many) {
      out.write(bytes);
    }
    out.flush();
  }

  private static void keys(OutputStream out, int count) throws IOException {
    for (var i = 0; i < count; i++) {
      start(out, ",\"k" + i + "\":0");
    }
  }

  /** Names with one and the same hash code. */
  private static String collisions() {
    return IntStream.range(0, 1 << 15)
        .mapToObj(
            i ->
                IntStream.range(0, 15)
                    .mapToObj(bit -> (i >> bit & 1) == 0 ? "Aa" : "BB")
                    .collect(Collectors.joining("", "\"", "\":0")))
        .collect(Collectors.joining(",", "[{", "}]"));
  }
}
