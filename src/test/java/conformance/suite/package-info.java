/**
 * What {@code mvn verify} runs on a target: {@link conformance.suite.ContractIT}, which reports
 * each rule as a test, then your own tests. Those are {@code *IT} classes in this package that use
 * {@link conformance.suite.TargetExtension}, such as {@code CacheControlIT}. All other test
 * packages test the suite itself.
 */
package conformance.suite;
