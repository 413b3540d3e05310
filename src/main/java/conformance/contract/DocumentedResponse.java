package conformance.contract;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The documented response to a successful request.
 *
 * @param status HTTP status code
 * @param mediaType media type of the body, such as {@code application/json}
 * @param schema reference of the body's schema, resolved against the folder of the contract
 * @param example file with the documented example of the body
 * @param source section of the documentation
 */
public record DocumentedResponse(
    int status, String mediaType, URI schema, Optional<Path> example, Source source) {}
