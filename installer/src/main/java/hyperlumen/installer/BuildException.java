package hyperlumen.installer;

import java.io.IOException;

/** A package cannot be built; the message is one sentence that says what to do. */
public final class BuildException extends IOException {

  private static final long serialVersionUID = 1L;

  /** With this sentence. */
  public BuildException(String message) {
    super(message);
  }
}
