package hyperlumen.training.data;

import hyperlumen.network.SignalCode;
import hyperlumen.noise.RawNoiseFeatures;
import hyperlumen.photo.NoiseProfile;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * RAW training samples: noisy white-balanced RGGB mosaics and the clean linear camera RGB, both in
 * the square-root code; or the finished picture as it is.
 *
 * <p>Values are scaled so that the largest white-balance gain maps saturation to 1, as at run time.
 */
public final class RawGroups implements GroupSource {

  private static final double LEAST_SHOT = 1e-5;
  private static final double MOST_SHOT = 0.012;
  private static final double NOISE_FREE = 0.05;
  private static final double HOT_PIXELS = 0.25;
  private static final double BRIGHTENED = 0.35;
  private static final double MOST_STOPS = 5;
  private static final float FINE_STEP = 1f / 16383;

  private final PatchSampler sampler;
  private final List<PhotoCache.Photo> heldOut;
  private final boolean display;

  /**
   * Makes samples of these photos.
   *
   * @param display whether the target is the finished picture itself instead of linear camera RGB
   */
  public RawGroups(PhotoCache photos, boolean display) {
    this.sampler = new PatchSampler(photos.training());
    this.heldOut = photos.validation();
    this.display = display;
  }

  @Override
  public Group next(RandomGenerator random, int patches, int side) {
    float[] srgb = sampler.sample(random, patches, side);
    Defocus.sometimes(random, srgb, side);
    NoiseProfile noise =
        random.nextDouble() < NOISE_FREE
            ? new NoiseProfile(0, 0)
            : CameraNoise.drawAny(random, LEAST_SHOT, MOST_SHOT);
    // Half of the photos as exposed, the others up to three stops under.
    // A finished picture has its exposure already, which nothing in the mosaic tells.
    float under = random.nextBoolean() ? 1 : (float) Math.pow(2, -random.nextDouble(0, 3));
    float exposure = display ? 1 : under;
    float step = step(random, noise);
    double hot = random.nextDouble() < HOT_PIXELS ? Math.pow(10, random.nextDouble(-5, -3.5)) : 0;
    // What is known of the noise at run time is a little off.
    NoiseProfile told =
        new NoiseProfile(
            noise.shot() * Math.exp(random.nextGaussian(0, 0.15)),
            (noise.read() + (noise.shot() > 0 ? step * step / 12 : 0))
                * Math.exp(random.nextGaussian(0, 0.3)));
    return make(random, srgb, patches, side, noise, told, exposure, step, hot);
  }

  /**
   * The sensor's quantisation step: 10 to 14 bits, and coarser by what a dark photo is brightened
   * before the network sees it; its read noise is not far below a step.
   */
  private static float step(RandomGenerator random, NoiseProfile noise) {
    double step = 1.0 / ((1 << (10 + 2 * random.nextInt(3))) - 1);
    if (random.nextDouble() < BRIGHTENED) {
      double brightened = step * Math.pow(2, random.nextDouble(0, MOST_STOPS));
      step = Math.max(step, Math.min(brightened, 2.5 * Math.sqrt(noise.read())));
    }
    return (float) step;
  }

  @Override
  public double[] validationLevels() {
    return new double[] {0, 3.6e-4, 1e-3, 6e-3};
  }

  @Override
  public List<Group> validation(int side, double level) {
    NoiseProfile noise = level == 0 ? new NoiseProfile(0, 0) : CameraNoise.onLine(level);
    float exposure = display ? 1 : 0.7f;
    return heldOut.stream()
        .map(
            photo -> {
              RandomGenerator random = new SplittableRandom(7);
              float[] clean = PatchSampler.centre(photo, side);
              return make(random, clean, 1, side, noise, noise, exposure, FINE_STEP, 0);
            })
        .toList();
  }

  /** One patch (planar sRGB) as a mosaic without noise and its target; the camera is random. */
  Group noiseFree(RandomGenerator random, float[] srgb, int side) {
    NoiseProfile none = new NoiseProfile(0, 0);
    return make(random, srgb, 1, side, none, none, 1, FINE_STEP, 0);
  }

  private Group make(
      RandomGenerator random,
      float[] srgb,
      int patches,
      int side,
      NoiseProfile noise,
      NoiseProfile told,
      float exposure,
      float step,
      double hotDensity) {
    Unprocessing camera = new Unprocessing(random);
    int plane = side * side;
    float[] target = new float[srgb.length];
    float[] mosaic = new float[patches * plane];
    float largest = Math.max(1, Math.max(camera.redGain(), camera.blueGain()));
    float[] gains = {camera.redGain() / largest, 1 / largest, camera.blueGain() / largest};
    for (int p = 0; p < patches; p++) {
      int at = p * 3 * plane;
      camera.toCamera(srgb, target, plane, at, exposure);
      for (int y = 0; y < side; y++) {
        for (int x = 0; x < side; x++) {
          int colour = (y & 1) + (x & 1);
          float value = target[at + colour * plane + y * side + x];
          float seen = value;
          if (noise.shot() > 0) {
            seen = CameraNoise.add(random, value, noise);
          }
          if (hotDensity > 0 && random.nextDouble() < hotDensity) {
            seen = (float) Math.max(seen, random.nextDouble());
          }
          seen = Math.min(Math.round(seen / step) * step, 1f);
          mosaic[p * plane + y * side + x] = Math.clamp(seen * gains[colour], -0.1f, 1f);
        }
      }
      for (int c = 0; c < 3; c++) {
        for (int i = 0; i < plane; i++) {
          target[at + c * plane + i] *= gains[c];
        }
      }
    }
    SignalCode.SQUARE_ROOT.encode(mosaic, 0, mosaic.length);
    if (display) {
      System.arraycopy(srgb, 0, target, 0, srgb.length);
    } else {
      SignalCode.SQUARE_ROOT.encode(target, 0, target.length);
    }
    return new Group(
        patches,
        side / 2,
        Packer.packMosaic(mosaic, patches, side),
        target,
        RawNoiseFeatures.of(told));
  }
}
