package conformance.bench;

import org.junit.jupiter.api.Test;

/** What a build with an Allure report takes by itself, to compare the conformance run with. */
class Nothing {
  @Test
  void passes() {}
}
