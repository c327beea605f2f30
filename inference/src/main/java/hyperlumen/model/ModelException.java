package hyperlumen.model;

import java.io.IOException;

/** Why a model cannot be used: one sentence that names it. */
public final class ModelException extends IOException {

  private static final long serialVersionUID = 1L;

  /** Makes the error. */
  public ModelException(String message) {
    super(message);
  }

  /** Makes the error with its cause. */
  public ModelException(String message, Throwable cause) {
    super(message, cause);
  }
}
