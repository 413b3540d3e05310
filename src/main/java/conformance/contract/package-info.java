/**
 * What the documentation promises, what happened, and what was found: the words that every other
 * package uses, and the reader of {@code openapi.yaml}.
 *
 * <p>Names in this project are terms of OpenAPI, HTTP (RFC 9110), JSON Schema, JUnit, Allure or
 * conformance testing. These words are our own:
 *
 * <dl>
 *   <dt>Contract
 *   <dd>a folder below {@code schemas/} with an {@code openapi.yaml}; an edition of the
 *       documentation.
 *   <dt>Operation
 *   <dd>method and path template (OpenAPI).
 *   <dt>Interaction
 *   <dd>one request to make, and what its response must meet (Pact).
 *   <dt>Target
 *   <dd>where the API under test is.
 *   <dt>Exchange
 *   <dd>a request and its response as they happened.
 *   <dt>Rule
 *   <dd>one requirement, with id, level and source.
 *   <dt>Level
 *   <dd>must or should (RFC 2119); a broken should is advice.
 *   <dt>Basis
 *   <dd>whether the documentation states, shows or implies a rule.
 *   <dt>Check
 *   <dd>examines an exchange for one rule.
 *   <dt>Probe
 *   <dd>a request that a client should not get away with.
 *   <dt>Deviation
 *   <dd>a place where a rule is not met: location, expected, actual, reason.
 *   <dt>Counts
 *   <dd>how often a rule was examined and broken, with the first deviations.
 *   <dt>Verdict
 *   <dd>what became of a rule: kept, broken, known, not demonstrated, not applicable.
 *   <dt>Finding
 *   <dd>a rule's verdict and counts in one interaction.
 *   <dt>Interaction result
 *   <dd>all findings of one interaction.
 *   <dt>Rule result
 *   <dd>all findings about one rule, whichever agents were asked for: one test.
 *   <dt>Run result
 *   <dd>all that a run found out.
 *   <dt>Environment fault
 *   <dd>why a target could not be judged through no fault of the API's own.
 *   <dt>Known deviation
 *   <dd>one that the team has accepted for a while.
 *   <dt>Snapshot
 *   <dd>what is remembered of a first read, to hold the second against it.
 *   <dt>Coverage
 *   <dd>how often each documented property and value was seen.
 *   <dt>Case
 *   <dd>a server's behaviour, with what must be found in it.
 * </dl>
 */
package conformance.contract;
