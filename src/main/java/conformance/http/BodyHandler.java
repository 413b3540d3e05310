package conformance.http;

import conformance.contract.ResponseHead;
import java.io.IOException;
import java.io.InputStream;

/** Reads the body of a response as a stream. */
@FunctionalInterface
public interface BodyHandler {

  /**
   * Reads all or a part of {@code body}.
   *
   * @param head status and headers of the response
   * @param body the decoded body; do not use it after this method has returned
   * @throws IOException if reading {@code body} fails, and for no other reason
   */
  void read(ResponseHead head, InputStream body) throws IOException;
}
