package conformance.schema.prover;

import conformance.json.ItemScanner;
import conformance.json.JsonReader;
import conformance.relation.Age;
import conformance.relation.CallingCodes;
import conformance.relation.DateTime;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.sym.PropertyNameMatcher;
import tools.jackson.databind.JsonNode;

/**
 * Proves the items of one body, one after the other. Nothing is allocated for an item but what
 * compared values are asked for.
 */
final class TokenScanner implements ItemScanner {
  private final Compiler.Item item;
  private final PendingCounts counts;
  private final SiblingValues siblings;
  private final ComparedValues compared;
  private final DateTime time = new DateTime();
  private JsonParser parser;

  /** The conditions that the current object meets so far, as bits. */
  private long conditions;

  private int values;
  private int objects;
  private int strings;

  TokenScanner(Compiler.Item item, Optional<Instant> now) {
    this.item = item;
    this.counts = new PendingCounts(item.groups());
    this.siblings = new SiblingValues(item.siblings(), now);
    this.compared = new ComparedValues(item.compared());
  }

  @Override
  public boolean scan(JsonParser parser) {
    this.parser = parser;
    counts.clear();
    compared.clear();
    values = 1;
    objects = 0;
    strings = 0;
    return object(item.members());
  }

  private boolean object(Forms.Members form) {
    objects++;
    var outer = conditions;
    conditions = 0;
    siblings.clear(form.siblings());
    var seen = 0L;
    var name = parser.nextNameMatch(form.names());
    for (; name >= 0; name = parser.nextNameMatch(form.names())) {
      strings++;
      var value = form.values()[name];
      if ((seen & 1L << name) != 0 || value == null || !value(value, parser.nextToken())) {
        return false;
      }
      seen |= 1L << name;
    }
    if (name != PropertyNameMatcher.MATCH_END_OBJECT || !meets(form.branches(), seen)) {
      return false;
    }
    conditions = outer;
    counts.add(form.counters());
    return true;
  }

  private boolean meets(Forms.Branch[] branches, long seen) {
    for (var branch : branches) {
      if (branch.applies(conditions)) {
        if ((branch.required() & ~seen) != 0 || !meets(branch.rules())) {
          return false;
        }
        counts.add(branch.counters());
      }
    }
    return true;
  }

  private boolean meets(SiblingRule[] rules) {
    for (var rule : rules) {
      switch (rule.compare(siblings)) {
        case BROKEN -> {
          return false;
        }
        case HOLDS -> counts.add(rule.counters());
        default -> {
          // It is not examined.
        }
      }
    }
    return true;
  }

  private boolean value(Forms.Value form, JsonToken token) {
    if (++values > JsonReader.MAX_VALUES) {
      return false;
    }
    return switch (token) {
      case VALUE_STRING -> form.texts() != null && text(form.texts());
      case VALUE_NUMBER_INT -> form.integers() != null && integer(form.integers());
      case START_OBJECT -> form.objects() != null && object(form.objects());
      case START_ARRAY -> form.arrays() != null && array(form.arrays());
      case VALUE_TRUE, VALUE_FALSE, VALUE_NULL -> literal(form, token);
      default -> false;
    };
  }

  private boolean text(Forms.Text form) {
    strings++;
    var text = parser.getStringCharacters();
    var start = parser.getStringOffset();
    var length = parser.getStringLength();
    if (!form.accepts(text, start, length)
        || form.hasCallingCode() && !CallingCodes.accepts(text, start, length)
        || !isDateTime(form, text, start, length)
        || !isListed(form.listed(), text, start, length)) {
      return false;
    }
    if (form.age() != Forms.NONE) {
      var age = Age.of(text, start, length);
      if (age.isPresent()) {
        siblings.set(form.age(), age.get());
      } else if (Age.flaw(new String(text, start, length)).isPresent()) {
        return false;
      }
    }
    if (form.compared() != Forms.NONE) {
      compared.set(form.compared(), text, start, length);
    }
    counts.add(form.counters());
    return true;
  }

  /** Reads a date-time, if one is asked for; false if there must be one and is not. */
  private boolean isDateTime(Forms.Text form, char[] text, int start, int length) {
    if (!form.isDateTime() && form.sibling() == Forms.NONE) {
      return true;
    }
    var isDateTime = time.read(text, start, length);
    if (isDateTime && form.sibling() != Forms.NONE) {
      siblings.set(form.sibling(), time);
    }
    return isDateTime || !form.isDateTime();
  }

  private boolean isListed(ListedTexts listed, char[] text, int start, int length) {
    if (listed == null) {
      return true;
    }
    var found = listed.find(text, start, length);
    if (found == null) {
      return listed.acceptsOthers();
    }
    conditions |= found.conditions();
    counts.add(found.counters());
    return found.accepted();
  }

  private boolean integer(Forms.Whole form) {
    if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
      return false;
    }
    var value = parser.getLongValue();
    if (form.sibling() != Forms.NONE) {
      siblings.set(form.sibling(), value);
    }
    if (form.compared() != Forms.NONE) {
      compared.set(form.compared(), value);
    }
    counts.add(form.counters());
    return value >= form.min() && value <= form.max();
  }

  private boolean array(Forms.Items form) {
    var size = 0;
    for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
      size++;
      if (!value(form.each(), token)) {
        return false;
      }
    }
    counts.add(form.counters());
    return size >= form.least() && size <= form.most();
  }

  private boolean literal(Forms.Value form, JsonToken token) {
    var counters = token == JsonToken.VALUE_NULL ? form.nulls() : form.booleans();
    if (counters == Forms.NONE) {
      return false;
    }
    counts.add(counters);
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
    counts.commit();
  }

  @Override
  public long counted(int counter) {
    return counts.counted(counter);
  }

  @Override
  public JsonNode value(String property) {
    return compared.get(property);
  }
}
