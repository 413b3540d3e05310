/**
 * What {@code mvn verify} runs on a target: the contract, tests of your own, the Allure report, and
 * the search for secrets in what a run leaves behind. All other packages here test the suite
 * itself.
 */
package conformance.suite;
