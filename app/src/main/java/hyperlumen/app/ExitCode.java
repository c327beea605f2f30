package hyperlumen.app;

/** What the process returns; part of the command line's contract. */
final class ExitCode {

  /** Everything was done. */
  static final int OK = 0;

  /** At least one file failed; the others are done. */
  static final int FAILED = 1;

  /** Wrong usage; nothing was started. */
  static final int USAGE = 2;

  /** Interrupted from outside, as shells count it: 128 + SIGINT. */
  static final int INTERRUPTED = 130;

  private ExitCode() {}
}
