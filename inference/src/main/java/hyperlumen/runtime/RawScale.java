package hyperlumen.runtime;

import hyperlumen.develop.BrightestSample;
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

  /** Photos up to three stops under were learnt as they are. */
  private static final float DARK = 1 / 8f;

  /** Five stops: beyond that the noise is all there is. */
  private static final int MOST = 32;

  /** Room above the brightest sample, for noise. */
  private static final float BRIGHTEST = 0.9f;

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
    // The search ends at the first sample that is bright enough.
    float brightest = BrightestSample.of(raw, DARK * largest) / largest;
    if (brightest >= DARK) {
      return 1;
    }
    NoiseProfile noise = PhotoNoise.profile(raw);
    int brightening = 1;
    while (brightening < MOST
        && 2 * brightening * brightest <= BRIGHTEST
        && isLearnt(noise, 2 * brightening)) {
      brightening *= 2;
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
