/**
 * The vocabulary that all other packages share: what the documentation promises, what was
 * exchanged, and what was found; and the reader of {@code openapi.yaml}.
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
 *   <dd>one request to make, with the checks of its response (Pact).
 *   <dt>Target
 *   <dd>where the API under test is.
 *   <dt>Exchange
 *   <dd>a request and its response as they happened.
 *   <dt>Rule
 *   <dd>one requirement, with id, level and source.
 *   <dt>Level
 *   <dd>must or should (RFC 2119); a broken should is advice.
 *   <dt>Category
 *   <dd>the kind of a rule's deviations, by which reports group them.
 *   <dt>Basis
 *   <dd>whether the documentation states, shows or implies a rule.
 *   <dt>Check
 *   <dd>examines an exchange for one rule.
 *   <dt>Probe
 *   <dd>a request outside the documented use, such as one without a token; most must be refused.
 *   <dt>Deviation
 *   <dd>a place where a rule is not met: location, expected, actual, reason.
 *   <dt>Counts
 *   <dd>how often a rule was examined and broken, with the first deviations.
 *   <dt>Verdict
 *   <dd>the outcome for a rule: kept, broken, known, not demonstrated, not applicable.
 *   <dt>Finding
 *   <dd>a rule's verdict and counts in one interaction.
 *   <dt>Interaction result
 *   <dd>all findings of one interaction.
 *   <dt>Rule result
 *   <dd>all findings about one rule, for all agents: one test.
 *   <dt>Run result
 *   <dd>all interaction results of a run.
 *   <dt>Environment fault
 *   <dd>why a target could not be judged, for a reason other than the API.
 *   <dt>Known deviation
 *   <dd>one that the team has accepted for a limited time.
 *   <dt>Snapshot
 *   <dd>what is stored of a first read, to compare the second with it.
 *   <dt>Coverage
 *   <dd>how often each documented property and value was seen.
 *   <dt>Case
 *   <dd>a server's behaviour, with the deviations that must be found in it.
 * </dl>
 */
package conformance.contract;
