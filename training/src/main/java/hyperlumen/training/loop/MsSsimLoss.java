package hyperlumen.training.loop;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import hyperlumen.training.torch.Scalars;

/**
 * 1 - MS-SSIM of pictures in [0, 1] as a differentiable value (Wang et al. 2003).
 *
 * <p>Gaussian 11x11 of sigma 1.5, valid region; weights 0.0448, 0.2856, 0.3001, 0.2363, 0.1333; 2x2
 * mean between scales. Sides must be at least 176.
 */
final class MsSsimLoss {

  private static final double[] WEIGHTS = {0.0448, 0.2856, 0.3001, 0.2363, 0.1333};
  private static final int RADIUS = 5;
  private static final double SIGMA = 1.5;
  private static final float C1 = 0.01f * 0.01f;
  private static final float C2 = 0.03f * 0.03f;

  private MsSsimLoss() {}

  /** The loss of [K, C, H, W] against the same shape. */
  static NDArray of(NDArray output, NDArray target, Scalars scalars) {
    Shape shape = output.getShape();
    NDManager manager = output.getManager();
    long planes = shape.get(0) * shape.get(1);
    NDArray x = output.reshape(planes, 1, shape.get(2), shape.get(3));
    NDArray y = target.reshape(planes, 1, shape.get(2), shape.get(3));
    NDArray across = gaussian(manager, true);
    NDArray down = gaussian(manager, false);
    NDArray product = null;
    for (int scale = 0; scale < WEIGHTS.length; scale++) {
      NDArray meanX = blur(x, across, down);
      NDArray meanY = blur(y, across, down);
      NDArray varianceX = blur(x.square(), across, down).sub(meanX.square());
      NDArray varianceY = blur(y.square(), across, down).sub(meanY.square());
      NDArray covariance = blur(x.mul(y), across, down).sub(meanX.mul(meanY));
      NDArray term =
          covariance
              .mul(scalars.of(2))
              .add(scalars.of(C2))
              .div(varianceX.add(varianceY).add(scalars.of(C2)));
      if (scale == WEIGHTS.length - 1) {
        NDArray luminance =
            meanX
                .mul(meanY)
                .mul(scalars.of(2))
                .add(scalars.of(C1))
                .div(meanX.square().add(meanY.square()).add(scalars.of(C1)));
        term = term.mul(luminance);
      } else {
        Shape two = new Shape(2, 2);
        x = x.getNDArrayInternal().avgPool(two, two, new Shape(0, 0), false, true);
        y = y.getNDArrayInternal().avgPool(two, two, new Shape(0, 0), false, true);
      }
      // A negative mean would have no real power; it means that nothing is alike yet.
      NDArray mean = term.mean().clip(1e-4f, 1f).pow(scalars.of(WEIGHTS[scale]));
      product = product == null ? mean : product.mul(mean);
    }
    return product.neg().add(scalars.of(1));
  }

  private static NDArray blur(NDArray x, NDArray across, NDArray down) {
    Shape one = new Shape(1, 1);
    Shape none = new Shape(0, 0);
    NDArray rows = Conv2d.conv2d(x, across, null, one, none, one, 1).singletonOrThrow();
    return Conv2d.conv2d(rows, down, null, one, none, one, 1).singletonOrThrow();
  }

  private static NDArray gaussian(NDManager manager, boolean across) {
    float[] taps = new float[2 * RADIUS + 1];
    float sum = 0;
    for (int i = 0; i < taps.length; i++) {
      double d = i - RADIUS;
      taps[i] = (float) Math.exp(-d * d / (2 * SIGMA * SIGMA));
      sum += taps[i];
    }
    for (int i = 0; i < taps.length; i++) {
      taps[i] /= sum;
    }
    return manager.create(
        taps, across ? new Shape(1, 1, 1, taps.length) : new Shape(1, 1, taps.length, 1));
  }
}
