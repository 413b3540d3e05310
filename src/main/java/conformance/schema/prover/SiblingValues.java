package conformance.schema.prover;

import conformance.relation.Age;
import conformance.relation.DateTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** The values of an object that rules compare, by number, and the time of the response. */
final class SiblingValues {
  private enum Kind {
    NONE,
    NUMBER,
    INSTANT,
    AGE
  }

  private final Optional<Instant> now;
  private final Kind[] kinds;

  /** Numbers, or the seconds of instants. */
  private final long[] values;

  private final int[] nanos;
  private final Age[] ages;

  SiblingValues(int size, Optional<Instant> now) {
    this.now = now;
    this.kinds = new Kind[size];
    this.values = new long[size];
    this.nanos = new int[size];
    this.ages = new Age[size];
    Arrays.fill(kinds, Kind.NONE);
  }

  /** Forgets values: those of an object before. */
  void clear(int[] numbers) {
    for (var number : numbers) {
      kinds[number] = Kind.NONE;
    }
  }

  void set(int number, long value) {
    kinds[number] = Kind.NUMBER;
    values[number] = value;
  }

  /** Sets an instant. */
  void set(int number, DateTime instant) {
    kinds[number] = Kind.INSTANT;
    values[number] = instant.epochSecond();
    nanos[number] = instant.nano();
  }

  void set(int number, Age age) {
    kinds[number] = Kind.AGE;
    ages[number] = age;
  }

  boolean isNumber(int number) {
    return kinds[number] == Kind.NUMBER;
  }

  boolean isInstant(int number) {
    return kinds[number] == Kind.INSTANT;
  }

  boolean isAge(int number) {
    return kinds[number] == Kind.AGE;
  }

  boolean hasNow() {
    return now.isPresent();
  }

  long number(int number) {
    return values[number];
  }

  /** As a comparator does. */
  int compareInstants(int one, int other) {
    return values[one] != values[other]
        ? Long.compare(values[one], values[other])
        : Integer.compare(nanos[one], nanos[other]);
  }

  /** Whether an instant is at most {@code skew} seconds after the response. */
  boolean isBeforeNow(int number, long skew) {
    var latest = now.orElseThrow().getEpochSecond() + skew;
    return values[number] < latest
        || values[number] == latest && nanos[number] <= now.orElseThrow().getNano();
  }

  /** Whether an age fits the time from an instant to the response. */
  boolean fits(int age, int since, long skew) {
    var seconds = now.orElseThrow().getEpochSecond() - values[since];
    var nano = now.orElseThrow().getNano() - nanos[since];
    return nano < 0
        ? ages[age].fits(seconds - 1, nano + 1_000_000_000, skew)
        : ages[age].fits(seconds, nano, skew);
  }
}
