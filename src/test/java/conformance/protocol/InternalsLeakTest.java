package conformance.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Internals that an error exposes, however its JSON escapes them. */
class InternalsLeakTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Traceback (most recent call last): | a stack trace | Traceback (most recent call last)",
        "File \"app.py\", line 3 | a stack trace | File \"app.py\", line 3",
        "it broke at api.Doors$All.<init>(Doors.java:12), sorry | a stack trace | at api.Doors$All.<init>(Doors.java:12)",
        "at Doors.all (/app/doors.mjs:10:15) | a stack trace | at Doors.all (/app/doors.mjs:10:15)",
        "at Api.Doors`1.All(Int32 id) in C:\\Doors.cs:line 42 | a stack trace | at Api.Doors`1.All(Int32 id) in C:\\Doors.cs:line 42",
        "goroutine 1 [running] | a stack trace | goroutine 1 [",
        "#0 /app/index.php(7): all() | a stack trace | #0 /app/index.php(7)",
        "java.lang.NullPointerException: no door | an exception's class | java.lang.NullPointerException",
        "org.postgresql.util.PSQLError | an exception's class | org.postgresql.util.PSQLError",
        "cannot read /etc/passwd. | a file path | /etc/passwd.",
        "/home/jo/doors | a file path | /home/jo/doors",
        "in (/app/lib/doors.rb) | a file path | /app/lib/doors.rb",
        "<p>C:\\new\\app.dll</p> | a file path | C:\\new\\app.dll",
        "SELECT id FROM door | SQL | SELECT id FROM",
        "INSERT INTO door | SQL | INSERT INTO",
        "UPDATE door SET | SQL | UPDATE door SET",
        "SQLSTATE 42601 | a database's message | SQLSTATE",
        "ORA-00942: no table | a database's message | ORA-00942",
        "SQLITE_BUSY | a database's message | SQLITE_BUSY",
        "Syntax error at or near door | a database's message | Syntax error at or near",
        "psycopg2.errors | a database's message | psycopg2",
      })
  void findsWhatIsOfTheInside(String body, String what, String text) {
    assertThat(InternalsLeak.of(body)).contains(new InternalsLeak(what, text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"trace\": \"Oops\\n\\tat com.a.B.c(B.java:12)\"} | a stack trace | at com.a.B.c(B.java:12)",
        "{\"trace\": \"Oops\\r\\u0020at\\fcom.a.B.c(B.java:12)\"} | a stack trace | at com.a.B.c(B.java:12)",
        "{\"m\": \"File \\\"app.py\\\", line 3\"} | a stack trace | File \"app.py\", line 3",
        "{\"file\": \"\\/var\\/www\\/index.php\"} | a file path | /var/www",
        "[\"C:\\\\new\\\\app.dll\"] | a file path | C:\\new\\app.dll",
        "\"\\u0053ELECT\\tid\\bFROM door\" | SQL | SELECT id FROM",
        "\u2003{\"m\": \"SELECT id\\nFROM door\"} | SQL | `SELECT id\nFROM`",
      })
  void readsJsonAsAClientDoes(String body, String what, String text) {
    assertThat(InternalsLeak.of(body)).contains(new InternalsLeak(what, text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no door 7 in room 3",
        "{\"message\": \"Option A:\\nfirst\\nsecond\\nthird\"}",
        "{\"message\": \"class A:\\n  x\\n  y\"}",
        "{\"message\": \"Plan B:\\u0430\\u0431\\u0432\"}",
        "{\"message\": \"ends in a backslash \\",
        "see https://doors.example/opt/doors.java and http://doors.example/etc/passwd",
        "try /rooms/7/doors or ../var/www",
        "select a door from the list; update one",
        "an Error, a TypeError, or doors.Error",
        "one at a time (see page 3:12)",
        "the file \"plan\" has a line 3",
        "ORA-7 and SQLITE are names",
      })
  void letsPlainWordsPass(String body) {
    assertThat(InternalsLeak.of(body)).isEmpty();
  }
}
