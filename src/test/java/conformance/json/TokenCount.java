package conformance.json;

import java.util.HashSet;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/**
 * Gives up after so many tokens, or at what is no plain value; it vouches for all other objects.
 */
final class TokenCount implements ItemScanner {
  private final int tokens;
  private int left;
  private int objects;
  private int strings;

  TokenCount(int tokens) {
    this.tokens = tokens;
  }

  @Override
  public boolean scan(JsonParser parser) {
    left = tokens;
    objects = 0;
    strings = 0;
    return value(parser, JsonToken.START_OBJECT);
  }

  private boolean value(JsonParser parser, JsonToken token) {
    if (left-- <= 0) {
      return false;
    }
    return switch (token) {
      case START_OBJECT -> object(parser, new HashSet<>());
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> {
        strings++;
        yield parser.getStringLength() >= 0;
      }
      case VALUE_NUMBER_FLOAT -> false;
      default -> true;
    };
  }

  private boolean object(JsonParser parser, Set<String> names) {
    objects++;
    for (var name = parser.nextName(); name != null; name = parser.nextName()) {
      strings++;
      if (!names.add(name) || !value(parser, parser.nextToken())) {
        return false;
      }
    }
    return true;
  }

  private boolean array(JsonParser parser) {
    for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
      if (!value(parser, token)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int objects() {
    return objects;
  }

  @Override
  public int strings() {
    return strings;
  }

  @Override
  public void count() {
    throw new UnsupportedOperationException("nothing is counted");
  }

  @Override
  public long counted(int counter) {
    throw new UnsupportedOperationException("nothing is counted");
  }

  @Override
  public JsonNode value(String property) {
    throw new UnsupportedOperationException("no values");
  }
}
