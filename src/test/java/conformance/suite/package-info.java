/**
 * What {@code mvn verify} runs on a target: {@link conformance.suite.ContractIT} tells JUnit and
 * Allure rule by rule, and after it run the tests of your own, each a {@code *IT} class of this
 * package with {@link conformance.suite.TargetExtension}, such as {@code CacheControlIT}. All other
 * packages of the tests test the suite itself.
 */
package conformance.suite;
