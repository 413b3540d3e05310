package conformance.contract;

/**
 * What fails a run in addition to broken must-rules.
 *
 * @param strict broken should-rules, and rules that are not demonstrated
 * @param allowEmpty whether a target without anything to judge passes
 */
public record Strictness(boolean strict, boolean allowEmpty) {}
