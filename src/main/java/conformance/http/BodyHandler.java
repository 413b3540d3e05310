package conformance.http;

import conformance.contract.ResponseHead;
import java.io.IOException;
import java.io.InputStream;

/** Reads the body of a response while it comes in. */
@FunctionalInterface
public interface BodyHandler {

  /**
   * Reads as much of {@code body} as it wants.
   *
   * @param head status and headers, which came before
   * @param body the decoded body; it must not be kept
   * @throws IOException only as {@code body} threw it
   */
  void read(ResponseHead head, InputStream body) throws IOException;
}
