package hyperlumen.batch;

import java.io.IOException;

/** Why a queue cannot be used or had to stop: one sentence for the user. */
public sealed class BatchException extends IOException {

  private static final long serialVersionUID = 1L;

  /** Makes the error. */
  public BatchException(String message) {
    super(message);
  }

  /** Makes the error with its cause. */
  public BatchException(String message, Throwable cause) {
    super(message, cause);
  }

  /** A job is not this runner's any more: another one took it, or it was removed. */
  static final class JobLost extends BatchException {

    private static final long serialVersionUID = 1L;

    JobLost() {
      super("the job was taken over by another run or removed");
    }
  }
}
