package hyperlumen.runtime;

import java.io.IOException;

/** The network could not be run; the sentence says on what. */
public final class RuntimeFailure extends IOException {

  private static final long serialVersionUID = 1L;

  /** Makes the error. */
  public RuntimeFailure(String message, Throwable cause) {
    super(message, cause);
  }

  /** Makes the error. */
  public RuntimeFailure(String message) {
    super(message);
  }
}
