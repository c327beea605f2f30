package hyperlumen.progress;

/** The user ended a long call; nothing went wrong and nothing was written. */
public final class CancelledException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Makes it. */
  public CancelledException() {
    super("cancelled");
  }
}
