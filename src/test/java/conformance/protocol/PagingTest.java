package conformance.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagingTest {
  private static final Paging PAGING = Paging.of("rooms", RoomsApi.operation(true, "uuid", "GET"));

  @Test
  void isAdvice() {
    assertThat(RoomsApi.line(PAGING.rule()))
        .isEqualTo(
            "should 200/header/paging: header fields tell of no other page"
                + " (all items in one response)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Link: <https://a.example/?page=2>; rel=\"next\" | it links to a page of the relation next",
        "Link: <?page=2>;rel=next | it links to a page of the relation next",
        "Link: <?p=1,2>; title=\"a, b; rel=last\"; REL=\"NEXT last\" |"
            + " it links to a page of the relation next",
        "Link: <?p=1>; rel=\"first\", <?p=3>; rel=\"next\" | it links to a page of the relation next",
        "Link: <?p=1>; rel=\"prev\" | it links to a page of the relation prev",
        "Link: <?p=1>; rel=previous | it links to a page of the relation previous",
        "X-Total-Count: 137 | the body has 50 items",
        "x-total: 51 | the body has 50 items",
        "Total-Count: 137 | the body has 50 items",
        "X-Pagination-Total-Count: 137 | the body has 50 items",
        "X-Next-Page: 2 | there is a next page",
        "Content-Range: items 0-49/137 | it is said to be a part, 0 to 49",
        "Content-Range: 0-49/137 | it is said to be a part, 0 to 49",
        "Content-Range: items 50-99/* | it is said to be a part, 50 to 99",
      })
  void findsAFieldThatTellsOfAnotherPage(String field, String reason) {
    var value = field.substring(field.indexOf(' ') + 1);
    assertThat(outcome("[1]", field).replaceFirst("^header:[^:]*", ""))
        .isEqualTo(
            ": expected all items in one response, not \"%s\": %s",
            value.replace("\"", "\\\""), reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X: 1",
        "Link: <https://a.example/style>; rel=\"stylesheet\"",
        "Link: <?p=1>; rel=\"first last\"",
        "Link: <?rel=next>; rel=self",
        "Link: <?p=1>; title=\"; rel=next\"",
        "Link: <?p=1>; rel=self; rel=next",
        "Link: <?p=1>; rel=nextsteps",
        "Link: <?p=1>; no-rel=next",
        "Link: next",
        "X-Total-Count: 50",
        "X-Total-Count: 49",
        "X-Total-Count: many",
        "X-Total-Count: 99999999999999999999",
        "X-Next-Page: ",
        "Content-Range: items 0-49/50",
        "Content-Range: items 0-49/*",
        "Content-Range: items */50",
        "Accept-Ranges: items",
      })
  void takesOtherFields(String field) {
    assertThat(outcome("[1]", field)).isEqualTo("kept");
  }

  @Test
  void isOfWholeListsOnly() {
    var field = "X-Total-Count: 137";
    assertThat(outcome("{}", field)).isEqualTo("kept");
    var check = PAGING.of(50);
    assertThat(RoomsApi.outcome(check, RoomsApi.response(201, "[1]", field)))
        .isEqualTo("not examined");
    assertThat(RoomsApi.outcome(check, RoomsApi.incomplete(200, "[1"))).isEqualTo("not examined");
  }

  private static String outcome(String body, String field) {
    return RoomsApi.outcome(PAGING.of(50), RoomsApi.response(200, body, field));
  }
}
