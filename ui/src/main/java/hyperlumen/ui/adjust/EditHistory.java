package hyperlumen.ui.adjust;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The states of one value, to go back and forth in. Edits of one kind that follow each other
 * quickly, as of a slider being dragged, are one step. For one thread.
 *
 * @param <V> an immutable value
 */
public final class EditHistory<V> {

  /** More than anybody goes back; each state is a few numbers. */
  private static final int MOST = 200;

  /** Longer than between two moves of a drag, shorter than between two decisions. */
  private static final long ONE_STEP_NANOS = 900_000_000L;

  private final Deque<V> past = new ArrayDeque<>();
  private final Deque<V> future = new ArrayDeque<>();
  private V present;
  private Optional<String> lastKind = Optional.empty();
  private long lastTime;

  /** A history that begins with {@code first}. */
  public EditHistory(V first) {
    present = first;
  }

  /** The state now. */
  public V present() {
    return present;
  }

  /**
   * Goes to a new state.
   *
   * @param kind what was edited; one step with the last edit if of the same kind and soon after it
   * @param nanos now
   */
  public void edit(String kind, V next, long nanos) {
    if (next.equals(present)) {
      return;
    }
    boolean sameStep =
        lastKind.filter(kind::equals).isPresent() && nanos - lastTime < ONE_STEP_NANOS;
    if (!sameStep) {
      past.addLast(present);
      if (past.size() > MOST) {
        past.removeFirst();
      }
    }
    future.clear();
    present = next;
    lastKind = Optional.of(kind);
    lastTime = nanos;
  }

  /** Whether there is a state before this one. */
  public boolean canUndo() {
    return !past.isEmpty();
  }

  /** Whether there is a state that was left by going back. */
  public boolean canRedo() {
    return !future.isEmpty();
  }

  /** Goes back one step; does nothing at the beginning. */
  public void undo() {
    if (canUndo()) {
      future.addLast(present);
      present = past.removeLast();
      lastKind = Optional.empty();
    }
  }

  /** Takes back the last going back; does nothing if there is none. */
  public void redo() {
    if (canRedo()) {
      past.addLast(present);
      present = future.removeLast();
      lastKind = Optional.empty();
    }
  }
}
