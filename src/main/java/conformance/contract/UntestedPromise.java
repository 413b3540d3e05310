package conformance.contract;

/**
 * What the documentation promises and no rule can test.
 *
 * @param promise the promise, in our words
 * @param section section of the documentation
 * @param reason why no response shows whether it is kept
 */
public record UntestedPromise(String promise, String section, String reason) {}
