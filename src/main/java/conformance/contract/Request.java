package conformance.contract;

/**
 * What to ask for.
 *
 * @param method HTTP method in capitals
 * @param path path below the base URL, percent-encoded
 * @param mediaType what is accepted (RFC 9110, section 12.5.1)
 * @param credential what proves the right to ask
 */
public record Request(String method, String path, String mediaType, Credential credential) {}
