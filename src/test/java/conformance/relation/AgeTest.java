package conformance.relation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgeTest {
  private static final Duration SKEW = Duration.ofMinutes(5);

  /** The text, and the shortest and longest duration that it can mean. */
  @ParameterizedTest
  @CsvSource({
    "just now, PT-5M, PT7M",
    "now, PT-5M, PT7M",
    "30 seconds ago, PT-4M-32S, PT5M32S",
    "a minute ago, PT-5M-2S, PT7M2S",
    "1 minute ago, PT-5M-2S, PT7M2S",
    "5 minutes ago, PT-1M-10S, PT11M10S",
    "9 minutes ago, PT2M42S, PT15M18S",
    "an hour ago, PT-7M, PT2H7M",
    "2 hours ago, PT51M, PT3H9M",
    "3 days ago, P1DT21H31M, P4DT2H29M",
    "2 weeks ago, P6DT12H43M, P21DT11H17M",
    "a month ago, P-1DT-5M, P61DT5M",
    "12 months ago, P317DT23H55M, P402DT5M",
    "a year ago, P-12DT-4H-5M, P742DT4H5M",
    "1000 days ago, P965DT15H55M, P1034DT8H5M",
    "0 days ago, PT-5M, P1DT5M",
    "' 3 DAYS AGO ', P1DT21H31M, P4DT2H29M",
  })
  void knowsWhatTheWordsCanMean(String words, Duration shortest, Duration longest) {
    var age = Age.of(words).orElseThrow();
    var moment = Duration.ofMillis(1);
    assertThat(age.fits(shortest, SKEW)).as("at least").isTrue();
    assertThat(age.fits(shortest.minus(moment), SKEW)).as("less than least").isFalse();
    assertThat(age.fits(longest, SKEW)).as("at most").isTrue();
    assertThat(age.fits(longest.plus(moment), SKEW)).as("more than most").isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ago",
        "yesterday",
        "in 3 days",
        "3 days",
        "3 ago",
        "3 s ago",
        "3 fortnights ago",
        "about 3 days ago",
        "99999 days ago",
        "-1 days ago",
        "\u0663 days ago",
        "il y a 3 jours",
        "2024-03-10T12:00:00Z"
      })
  void doesNotJudgeOtherWords(String words) {
    assertThat(Age.of(words)).isEmpty();
  }
}
