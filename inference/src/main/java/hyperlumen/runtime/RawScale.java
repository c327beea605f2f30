package hyperlumen.runtime;

import hyperlumen.develop.BrightnessBound;
import hyperlumen.model.ModelCard;
import hyperlumen.photo.NoiseProfile;
import hyperlumen.photo.RawPhoto;

/**
 * How a mosaic's values become a network's, and back: input = balanced * brightening / largestGain.
 *
 * <p>The largest as-shot gain takes saturation to 1. A photo whose brightest part stays three stops
 * below that is brightened by a power of two, so that the network sees values and noise as in
 * training; other photos are not changed.
 *
 * @param largestGain of the as-shot gains; green's is 1
 * @param brightening a power of two, 1 to {@value #MOST}
 */
public record RawScale(float largestGain, int brightening) {

  /** Five stops: beyond that the noise is all there is. */
  private static final int MOST = 32;

  /** Where the brightest sample may come to lie; room for noise above it. */
  private static final float BRIGHTEST = 0.9f;

  /** Photos up to three stops under were learnt as they are. */
  private static final float DARK = BRIGHTEST / 8;

  /** Networks have not been trained on more noise than this. */
  private static final NoiseProfile MOST_NOISE = new NoiseProfile(0.012, 1.5e-3);

  /**
   * The scale for a network that gives camera RGB; one that gives a finished picture has to see how
   * dark the photo is.
   */
  public static RawScale of(RawPhoto raw, ModelCard.Output output) {
    double largest = 1;
    for (double gain : raw.colour().asShotGains()) {
      largest = Math.max(largest, gain);
    }
    return new RawScale(
        (float) largest,
        output == ModelCard.Output.CAMERA_RGB ? brightening(raw, (float) largest) : 1);
  }

  private static int brightening(RawPhoto raw, float largest) {
    float bound = BrightnessBound.of(raw, BRIGHTEST / MOST * largest, DARK * largest) / largest;
    if (bound > DARK) {
      return 1;
    }
    NoiseProfile noise = PhotoNoise.profile(raw);
    int brightening = Math.round(BRIGHTEST / bound);
    while (brightening > 1 && !isLearnt(noise, brightening)) {
      brightening /= 2;
    }
    return brightening;
  }

  private static boolean isLearnt(NoiseProfile noise, double factor) {
    return noise.shot() * factor <= MOST_NOISE.shot()
        && noise.read() * factor * factor <= MOST_NOISE.read();
  }

  /** Takes a balanced value, green gain 1, to the network's. */
  float toNetwork() {
    return brightening / largestGain;
  }

  /** Takes a network's linear output to camera RGB with green gain 1. */
  public float fromNetwork() {
    return largestGain / brightening;
  }

  /** The noise that the network sees: variance(k x) = k shot (k x) + k² read. */
  public NoiseProfile seen(NoiseProfile noise) {
    double factor = brightening;
    return new NoiseProfile(noise.shot() * factor, noise.read() * factor * factor);
  }
}
