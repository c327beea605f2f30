package hyperlumen.batch;

/** Where a job stands. */
public enum JobState {
  /** Nobody works on it yet, or whoever did is gone. */
  WAITING,
  /** A process has it on lease. */
  RUNNING,
  /** Its output was written, and its hash is known. */
  DONE,
  /** It failed for a reason of its own; {@link JobQueue#retry} takes it up again. */
  FAILED,
  /** The user does not want it any more. */
  CANCELLED;

  /** Whether nothing will happen to it by itself. */
  public boolean isOver() {
    return this == DONE || this == FAILED || this == CANCELLED;
  }
}
