package hyperlumen.training.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.HashMap;
import java.util.Map;

/**
 * Numbers as arrays that live as long as the run.
 *
 * <p>DJL's {@code array.mul(Number)} wraps the number in a short-lived Java buffer that PyTorch
 * still reads in the backward pass: once the buffer has been collected, gradients are multiplied by
 * whatever stands there. So no number may enter a differentiated expression except through here.
 * Not thread-safe.
 */
public final class Scalars {

  private final NDManager manager;
  private final Map<Float, NDArray> arrays = new HashMap<>();

  /** Numbers owned by {@code manager}. */
  public Scalars(NDManager manager) {
    this.manager = manager;
  }

  /** The number as an array of shape (). */
  public NDArray of(double value) {
    return arrays.computeIfAbsent((float) value, manager::create);
  }
}
