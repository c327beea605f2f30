package hyperlumen.training.loop;

import ai.djl.ndarray.NDArray;
import hyperlumen.training.torch.Scalars;
import java.util.Locale;

/** What training minimises: a differentiable distance of a group's output from its target. */
public enum Loss {

  /**
   * mean sqrt(d^2 + 1e-6), Charbonnier's: close to the mean absolute difference.
   *
   * <p>A noisy sample weighs more than a clean one, in proportion to the error that it leaves.
   */
  CHARBONNIER {
    @Override
    NDArray of(NDArray output, NDArray target, Scalars scalars) {
      return output.sub(target).square().add(scalars.of(CHARBONNIER_FLOOR)).sqrt().mean();
    }
  },

  /**
   * 0.01 ln(mean d^2 + 2e-5): the negative PSNR of the group but for a factor, level above 47 dB.
   *
   * <p>Every sample weighs the same whatever its noise, as in a mean of PSNRs; the patches of a
   * group count as one picture. The factor gives gradients of Charbonnier's size.
   */
  PSNR {
    @Override
    NDArray of(NDArray output, NDArray target, Scalars scalars) {
      NDArray squares = output.sub(target).square().mean();
      return squares.add(scalars.of(PSNR_FLOOR)).log().mul(scalars.of(PSNR_FACTOR));
    }
  };

  private static final double CHARBONNIER_FLOOR = 1e-6;
  private static final double PSNR_FLOOR = 2e-5;
  private static final double PSNR_FACTOR = 0.01;

  /** The loss of arrays of one shape, as a scalar array. */
  abstract NDArray of(NDArray output, NDArray target, Scalars scalars);

  /** The name on the command line. */
  public String option() {
    return name().toLowerCase(Locale.ROOT);
  }
}
