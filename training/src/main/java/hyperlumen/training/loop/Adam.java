package hyperlumen.training.loop;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;

/**
 * Adam (Kingma and Ba 2015) with the gradients' joint norm clipped; keeps its moments as arrays, so
 * that a checkpoint can hold them.
 */
final class Adam {

  private static final float BETA1 = 0.9f;
  private static final float BETA2 = 0.999f;
  private static final float EPSILON = 1e-8f;
  private static final double LARGEST_NORM = 1;

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
    float scale = (float) Math.min(1, LARGEST_NORM / (norm + 1e-12));
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
