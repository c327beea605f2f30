package hyperlumen.training.loop;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;

/**
 * Adam (Kingma and Ba 2015) with the gradients' joint norm clipped at 1 and at twice its usual
 * size; keeps its moments as arrays, so that a checkpoint can hold them.
 *
 * <p>The filters' normalisation divides by a sum that can come near 0; without the second limit one
 * such gradient, far larger than its running variance, has thrown whole networks off.
 */
final class Adam {

  private static final float BETA1 = 0.9f;
  private static final float BETA2 = 0.999f;
  private static final float EPSILON = 1e-8f;
  private static final double LARGEST_NORM = 1;
  private static final double LARGEST_RATIO = 2;

  /** Weight of the newest norm in the usual one, and the steps before it counts. */
  private static final double NEWEST = 0.01;

  private static final int SETTLING = 100;

  private double usualNorm;
  private int seen;

  private final List<NDArray> parameters;
  private final List<NDArray> means = new ArrayList<>();
  private final List<NDArray> variances = new ArrayList<>();

  Adam(NDManager manager, Iterable<NDArray> parameters) {
    this.parameters = new ArrayList<>();
    for (NDArray parameter : parameters) {
      this.parameters.add(parameter);
      means.add(manager.zeros(parameter.getShape()));
      variances.add(manager.zeros(parameter.getShape()));
    }
  }

  List<NDArray> means() {
    return means;
  }

  List<NDArray> variances() {
    return variances;
  }

  /**
   * Updates all parameters from their gradients.
   *
   * @param step counted from 0
   * @return the gradients' norm before clipping; NaN or infinite leaves the parameters as they were
   */
  double update(int step, double rate) {
    double squares = 0;
    for (NDArray parameter : parameters) {
      try (NDArray gradient = parameter.getGradient();
          NDArray square = gradient.square();
          NDArray sum = square.sum()) {
        squares += sum.getFloat();
      }
    }
    double norm = Math.sqrt(squares);
    if (!Double.isFinite(norm)) {
      return norm;
    }
    double limit = LARGEST_NORM;
    if (seen >= SETTLING) {
      limit = Math.min(limit, LARGEST_RATIO * usualNorm);
    }
    usualNorm += Math.max(NEWEST, 1.0 / (seen + 1)) * (Math.min(norm, limit) - usualNorm);
    seen++;
    float scale = (float) Math.min(1, limit / (norm + 1e-12));
    double corrected =
        rate * Math.sqrt(1 - Math.pow(BETA2, step + 1)) / (1 - Math.pow(BETA1, step + 1));
    for (int i = 0; i < parameters.size(); i++) {
      NDArray parameter = parameters.get(i);
      try (NDArray gradient = parameter.getGradient()) {
        parameter
            .getNDArrayInternal()
            .adamUpdate(
                new NDList(parameter, gradient, means.get(i), variances.get(i)),
                new NDList(parameter),
                (float) rate,
                (float) corrected,
                0f,
                scale,
                -1f,
                BETA1,
                BETA2,
                EPSILON,
                true,
                false);
      }
    }
    return norm;
  }
}
