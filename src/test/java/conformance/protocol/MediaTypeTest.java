package conformance.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.Deviation;
import conformance.contract.Excerpt;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypeTest {
  private static final String JSON = "application/json";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "Application/JSON ; charset=latin-1",
        "application/problem+json",
        "application/vnd.api+json;v=1",
        "application/json;;",
      })
  void knowsWhatSaysThatItIsJson(String value) {
    assertThat(MediaType.announcesJson(List.of(value))).isTrue();
    assertThat(MediaType.announcesJson(List.of("text/html", value))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "text/html",
        "text/plain; charset=utf-8",
        "text/html; version=application/json",
        "application/jsonp",
        "application/json-seq",
        "application/xhtml+xml",
        "+json",
        "json",
      })
  void knowsWhatDoesNot(String value) {
    assertThat(MediaType.announcesJson(List.of(value))).isFalse();
    assertThat(MediaType.announcesJson(List.of())).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "Application/JSON",
        "application/json; charset=utf-8",
        "application/json;charset=\"UTF-8\"",
        "application/json; Charset=\"utf\\-8\"",
        "application/json \t; \tversion=1;charset=utf-8 \t",
        "application/json;",
        "application/json; ; version=\"1; charset=latin-1\"",
        "application/json; version=\"\"",
        "application/json; version=\"\t\\\t\u00FC\\\u00FC\"",
        "application/json; charset=utf8",
        "application/json; no-charset=latin-1",
      })
  void takesWhatSaysTheSame(String value) {
    assertThat(MediaType.mismatch(List.of(value), JSON)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "json",
        "application/",
        "/json",
        "application /json",
        "application/json, text/html",
        "application/json charset=utf-8",
        "application/json; charset",
        "application/json; charset=",
        "application/json; charset =utf-8",
        "application/json; charset=\"utf-8",
        "application/json; charset=utf-8\u00A0",
        " application/json",
        "application/json; version=\"1\u00002\"",
        "application/json; version=\"1\u000B2\"",
        "application/json; version=\"1\\\u007F2\"",
        "application/json; version=\"1\r2\"",
      })
  void findsWhatIsNoMediaType(String value) {
    assertThat(MediaType.mismatch(List.of(value), JSON))
        .contains("it does not have the shape type/subtype; parameter=value");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"text/html", "application/vnd.api+json", "application/json5", "text/html; a=b"})
  void findsAnotherMediaType(String value) {
    assertThat(MediaType.mismatch(List.of(value), JSON))
        .contains("it announces another media type");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "application/json; charset=ISO-8859-1              | \"ISO-8859-1\"",
        "application/json;CHARSET=\"latin\\\\1\"           | \"latin\\\\1\"",
        "application/json; charset=\"\"                    | \"\"",
        "application/json; charset=utf-8; charset=utf-16   | \"utf-16\"",
        "application/json; version=1 ; charset=utf-8-sig   | \"utf-8-sig\"",
        "application/json;charset=utf8                     | \"utf8\"",
        "application/json;charset=\"UTF8\"                 | \"UTF8\"",
        "application/json; charset=us-ascii                | \"us-ascii\"",
      })
  void findsAnotherCharset(String value, String charset) {
    assertThat(MediaType.otherCharset(List.of(value)).map(Excerpt::text)).contains(charset);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "application/json; charset=utf-8",
        "application/json; Charset=\"utf\\-8\"",
        "application/json; version=\"1; charset=latin-1\"",
        "application/json; no-charset=latin-1",
        "json; charset=latin-1 is no media type",
      })
  void findsNoOtherCharset(String value) {
    assertThat(MediaType.otherCharset(List.of(value))).isEmpty();
  }

  @Test
  void saysWhereAndWhatCameInstead() {
    assertThat(MediaType.deviation(List.of(), JSON, "some JSON"))
        .contains(
            new Deviation(
                "header:Content-Type",
                "some JSON",
                "missing",
                "readers must guess what the body is"));
    assertThat(MediaType.deviation(List.of(JSON, "text/html"), JSON, "some JSON"))
        .contains(
            new Deviation(
                "header:Content-Type",
                "some JSON",
                "\"application/json, text/html\"",
                "the header is there 2 times"));
    assertThat(MediaType.deviation(List.of(JSON), JSON, "some JSON")).isEmpty();
  }

  @Test
  void readsAHeaderOfAnyLength() {
    assertThat(MediaType.mismatch(List.of(JSON + "; \t".repeat(20_000) + "\0"), JSON)).isPresent();
    assertThat(MediaType.mismatch(List.of(JSON + "; a=\"\\\"\"".repeat(8_000)), JSON)).isEmpty();
  }
}
