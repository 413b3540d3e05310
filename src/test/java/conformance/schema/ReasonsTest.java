package conformance.schema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A deviating value is reported once, with its location and a readable reason. */
class ReasonsTest {
  @BeforeAll
  static void load() {
    Batch.load();
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      # old text | new text | rule location: reason
      2024-02-29T04:22:59Z | 2024-02-29T04:22:89Z | updated_at/format /0/updated_at: second 89 is outside 0-59
      2024-01-23T05:14:37Z | 2024-01-23T05:14:60Z | created_at/format /0/created_at: second 60 is a leap second, and there is none but at 23:59:60 UTC on the last day of a month
      2024-02-29T04:22:59Z | 2024-01-30T23:59:60Z | updated_at/format /0/updated_at: second 60 is a leap second, and there is none but at 23:59:60 UTC on the last day of a month
      2024-02-29T04:22:59Z | 2016-12-31T23:59:60+05:30 | updated_at/format /0/updated_at: second 60 is a leap second, and there is none but at 23:59:60 UTC on the last day of a month
      2024-02-29T04:22:59Z | 2024-02-00T04:22:59Z | updated_at/format /0/updated_at: day 00 is outside 1-29, the days of 2024-02
      2024-02-29T04:22:59Z | 2024-02-29T04:22:61Z | updated_at/format /0/updated_at: second 61 is outside 0-59
      2024-02-29T04:22:59Z | 2024-02-29T04:22:59+05:60 | updated_at/format /0/updated_at: offset minute 60 is outside 0-59
      2024-02-29T04:22:59Z | 2024-01-31T18:28:60-05:30 | updated_at/format /0/updated_at: second 60 is a leap second, and there is none but at 23:59:60 UTC on the last day of a month
      2024-02-29T04:22:59Z | 2024-01-31T05:29:60+05:30 | updated_at/format /0/updated_at: second 60 is a leap second, and there is none but at 23:59:60 UTC on the last day of a month
      2024-02-29T04:22:59Z | 2024-02-29T04:60:59Z | updated_at/format /0/updated_at: minute 60 is outside 0-59
      2024-02-29T04:22:59Z | 2024-03-01T24:00:00Z | updated_at/format /0/updated_at: hour 24 is outside 0-23
      2024-02-29T04:22:59Z | 2023-02-29T04:22:59Z | updated_at/format /0/updated_at: day 29 is outside 1-28, the days of 2023-02
      2024-02-29T04:22:59Z | 2024-02-29T04:22:59 | updated_at/format /0/updated_at: it has no time zone: Z or an offset such as +00:00 is missing
      2024-02-29T04:22:59Z | 2024-02-29T24:00:00Z | updated_at/format /0/updated_at: hour 24 is outside 0-23
      2024-02-29T04:22:59Z | 2024-02-29 04:22:59Z | updated_at/format /0/updated_at: a space separates date and time, where T is due
      2024-02-29T04:22:59Z | 2024-02-29 | updated_at/format /0/updated_at: it is a date without a time
      2024-02-29T04:22:59Z | 1709180579 | updated_at/format /0/updated_at: it is a number of seconds or milliseconds, not a date
      2024-02-29T04:22:59Z | 2024-02-29T04:22Z | updated_at/format /0/updated_at: it has no seconds
      2024-02-29T04:22:59Z | 2024-02-29T04:22:59+0000 | updated_at/format /0/updated_at: its offset is not written as +hh:mm
      2024-02-29T04:22:59Z | 2024-02-29T04:22:59+24:00 | updated_at/format /0/updated_at: offset hour 24 is outside 0-23
      2024-02-29T04:22:59Z | '' | updated_at/format /0/updated_at: it is empty
      2024-02-29T04:22:59Z | '2024-02-29T04:22:59Z ' | updated_at/format /0/updated_at: it has white space around it
      2024-02-29T04:22:59Z | yesterday | updated_at/format /0/updated_at: it does not have the shape YYYY-MM-DDThh:mm:ss, optional fraction, Z or +hh:mm
      2024-02-29T04:22:59Z | 2024-01-22T04:22:59Z | created_at/x-not-after /0/created_at: 2024-01-23T05:14:37Z is after updated_at 2024-01-22T04:22:59Z
      +19876543007 | +19876543007\\n | from_phone_number/pattern /0/from_phone_number: character 13, "\\n", is not allowed there
      +19876543007 | + | from_phone_number/pattern /0/from_phone_number: it ends too early, after 1 characters
      +19876543007 | +2101234567 | from_phone_number/x-calling-code /0/from_phone_number: no country code that begins with 210 is assigned
      "valid_contacts": 7 | "valid_contacts": 7.5 | valid_contacts/type /0/valid_contacts: it is a number with a fraction
      "valid_contacts": 7 | "valid_contacts": 7.0 | valid_contacts/x-integer-literal /0/valid_contacts: it is a whole number, but written with a fraction or an exponent
      "valid_contacts": 7 | "valid_contacts": 7.0000000000000000001 | valid_contacts/type /0/valid_contacts: it is a number with a fraction
      "valid_contacts": 7 | "valid_contacts": "7" | valid_contacts/type /0/valid_contacts: it is a string
      "valid_contacts": 7 | "valid_contacts": true | valid_contacts/type /0/valid_contacts: it is a boolean
      "valid_contacts": 7 | "valid_contacts": -1 | valid_contacts/minimum /0/valid_contacts: -1 is too small
      "valid_contacts": 7 | "valid_contacts": 12 | valid_contacts/x-not-more-than /0/valid_contacts: 12 is more than total_contacts 11
      "total_contacts": 11 | "total_contacts": 9223372036854775808 | total_contacts/maximum /0/total_contacts: 9223372036854775808 is too large
      "valid_contacts": 7 | "valid_contacts": 1e400000 | body/number-range /0/valid_contacts: the number has more than 10,000 digits when written out; valid_contacts/x-not-more-than /0/valid_contacts: 1E+10000 is more than total_contacts 11
      "executed" | null | status/type /0/status: it is null
      "executed" | "Executed" | status/enum /0/status: it is written differently from "executed"
      "executed" | "running" | status/enum /0/status: it is none of the 4 documented values
      "executed" | "scheduled" | then/required/scheduled_at /0: the property is missing
      "status" | "Status" | required/status /0: the property is missing; additionalProperties /0/Status: the documentation names no property "Status"
      {"completed": 1} | {"completed": "1", "a/b~": 0} | additionalProperties/type /0/execution_status/completed: it is a string; propertyNames /0/execution_status/a~1b~0: the documentation names no "a/b~"
      customers.csv | '' | file_name/minLength /0/file_name: it is empty
      customers.csv | a/b.txt | file_name/allOf/0/pattern /0/file_name: it ends in "a/b.txt"; file_name/allOf/1/pattern /0/file_name: character 2, "/", is not allowed there
      "file_name" | "status" | body/unique-names /0/status: the name "status" stands twice in the same object; status/enum /0/status: it is none of the 4 documented values; required/file_name /0: the property is missing
      "executed" | "executed", "scheduled_at": "2024-01-29T08:30:00+05:30" | scheduled_at/pattern /0/scheduled_at: its offset is +05:30, not UTC
      "executed" | "executed", "scheduled_at": "2024-01-22T08:30:00Z" | scheduled_at/x-not-before /0/scheduled_at: 2024-01-22T08:30:00Z is before created_at 2024-01-23T05:14:37Z
      """)
  void tellsWhyAValueDeviates(String old, String changed, String expected) throws IOException {
    assertThat(Batch.JSON).contains(old);
    var body = "[" + Batch.JSON.replace(old, changed) + ", " + Batch.OTHER + "]";
    assertThat(Batch.deviations(body.getBytes(UTF_8)))
        .containsExactlyInAnyOrder(expected.split("; "));
  }
}
