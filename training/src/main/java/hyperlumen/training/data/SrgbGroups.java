package hyperlumen.training.data;

import hyperlumen.network.Packing;
import hyperlumen.noise.SrgbNoiseLevels;
import hyperlumen.photo.NoiseProfile;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Denoising samples: display-referred patches with additive white noise, with camera noise taken
 * through a whole camera, or clean; rounded to 8 bits, sometimes compressed as JPEG.
 *
 * <p>What the network is told is measured on the noisy patches, as at run time.
 */
public final class SrgbGroups implements GroupSource {

  private static final double WHITE = 0.5;

  /** Share of the white noise that is the same in all channels, as in grey pictures. */
  private static final double GREY = 0.08;

  private static final double CLEAN = 0.05;

  /** Shares of the camera noise that is sharpened, or smoothed, after demosaicing. */
  private static final double SHARPENED = 0.1;

  private static final double SMOOTHED = 0.65;

  /** Share of samples in other tones and colours, so that filters are not learned by heart. */
  private static final double REGRADED = 0.7;

  private static final int VALIDATION_SEED = 7;
  private static final double LARGEST_SIGMA = 55.0 / 255;

  private final PatchSampler sampler;
  private final List<PhotoCache.Photo> heldOut;
  private final Packing packing;
  private final int noiseInputs;
  private final OptionalDouble onlyWhite;

  /**
   * Makes samples of these patches for a network of that packing and number of noise inputs.
   *
   * @param onlyWhite if given, all samples have white noise of this deviation, of a range of 255,
   *     and no other: to compare networks
   */
  public SrgbGroups(PhotoCache photos, Packing packing, int noiseInputs, OptionalDouble onlyWhite) {
    this.onlyWhite = onlyWhite;
    this.sampler = new PatchSampler(photos.training());
    this.heldOut = photos.validation();
    this.packing = packing;
    this.noiseInputs = noiseInputs;
  }

  @Override
  public Group next(RandomGenerator random, int patches, int side) {
    float[] clean = sampler.sample(random, patches, side);
    if (random.nextDouble() < REGRADED) {
      regrade(random, clean, side * side);
    }
    float[] noisy = clean.clone();
    double kind = random.nextDouble();
    double jpeg = 0;
    if (onlyWhite.isPresent()) {
      addWhite(random, noisy, onlyWhite.getAsDouble() / 255);
    } else if (kind < WHITE) {
      double sigma = random.nextDouble(0, LARGEST_SIGMA);
      if (random.nextDouble() < GREY) {
        addGrey(random, noisy, side * side, sigma);
      } else {
        addWhite(random, noisy, sigma);
      }
      jpeg = 0.05;
    } else if (kind < 1 - CLEAN) {
      addCamera(random, clean, noisy, patches, side);
      jpeg = 0.5;
    }
    finish(random, noisy, patches, side, random.nextDouble() < jpeg);
    return group(
        packing, noiseInputs, noisy, clean, patches, side, 1 + random.nextGaussian(0, 0.05));
  }

  @Override
  public double[] validationLevels() {
    return new double[] {0, 15, 25, 50};
  }

  @Override
  public List<Group> validation(int side, double level) {
    return heldOut.stream()
        .map(photo -> validation(PatchSampler.centre(photo, side), side, level))
        .toList();
  }

  private Group validation(float[] clean, int side, double level) {
    RandomGenerator random = new SplittableRandom(VALIDATION_SEED);
    float[] noisy = clean.clone();
    addWhite(random, noisy, level / 255);
    finish(random, noisy, 1, side, false);
    return group(packing, noiseInputs, noisy, clean, 1, side, 1);
  }

  /** A sample whose noise is measured; {@code jitter} is the factor that measurement is off by. */
  static Group group(
      Packing packing,
      int noiseInputs,
      float[] noisy,
      float[] clean,
      int patches,
      int side,
      double jitter) {
    SrgbNoiseLevels.Meter meter = new SrgbNoiseLevels.Meter();
    for (int p = 0; p < patches; p++) {
      meter.add(noisy, p * 3 * side * side, side, side);
    }
    boolean packed = packing.factor() == 2;
    return new Group(
        patches,
        side / packing.factor(),
        packed ? Packer.pack(noisy, patches, 3, side) : noisy,
        clean,
        meter.levels().scaled(jitter).features(noiseInputs));
  }

  private static void addWhite(RandomGenerator random, float[] values, double sigma) {
    for (int i = 0; i < values.length; i++) {
      values[i] += (float) (sigma * random.nextGaussian());
    }
  }

  /** Channels in another order, each with its own gain and gamma. */
  private static void regrade(RandomGenerator random, float[] clean, int plane) {
    int[] order = {0, 1, 2};
    for (int c = 2; c > 0; c--) {
      int other = random.nextInt(c + 1);
      int kept = order[c];
      order[c] = order[other];
      order[other] = kept;
    }
    double gain = random.nextDouble(0.55, 1.1);
    double gamma = Math.exp(random.nextDouble(-0.4, 0.4));
    float[][] curve = new float[3][256];
    for (int c = 0; c < 3; c++) {
      double own = gain * random.nextDouble(0.85, 1.15);
      double ownGamma = gamma * random.nextDouble(0.9, 1.1);
      for (int i = 0; i < 256; i++) {
        curve[c][i] = (float) Math.min(1, own * Math.pow(i / 255.0, ownGamma));
      }
    }
    float[] out = clean.clone();
    for (int i = 0; i < clean.length; i++) {
      int c = i / plane % 3;
      float at = clean[i + (order[c] - c) * plane] * 255;
      int low = Math.min((int) at, 254);
      out[i] = curve[c][low] + (at - low) * (curve[c][low + 1] - curve[c][low]);
    }
    System.arraycopy(out, 0, clean, 0, clean.length);
  }

  private static void addGrey(RandomGenerator random, float[] values, int plane, double sigma) {
    for (int i = 0; i < values.length; i++) {
      if (i / plane % 3 == 0) {
        float noise = (float) (sigma * random.nextGaussian());
        values[i] += noise;
        values[i + plane] += noise;
        values[i + 2 * plane] += noise;
      }
    }
  }

  /** Camera noise: y = x + (developed noisy mosaic - developed clean mosaic). */
  private static void addCamera(
      RandomGenerator random, float[] clean, float[] noisy, int patches, int side) {
    Unprocessing camera = new Unprocessing(random);
    NoiseProfile noise = CameraNoise.draw(random, 1e-4, 0.012);
    double demosaicing = random.nextDouble();
    boolean byDifferences = demosaicing < 0.55;
    boolean demosaicked = demosaicing < 0.85;
    int chromaPasses = random.nextDouble() < 0.4 ? random.nextInt(1, 7) : 0;
    // What cameras do after demosaicing: sharpening, noise reduction, scaling. The latter two leave
    // noise that reaches over many pixels: of 4x4 means it is up to three times that of white
    // noise.
    double processing = random.nextDouble();
    boolean sharpened = processing < SHARPENED;
    int passes = sharpened ? 1 : processing < SHARPENED + SMOOTHED ? random.nextInt(1, 7) : 0;
    float blur = (float) (sharpened ? -random.nextDouble(0, 0.4) : random.nextDouble(0.2, 0.9));
    int plane = side * side;
    float[] light = new float[clean.length];
    float[] before = new float[3 * plane];
    float[] after = new float[3 * plane];
    for (int p = 0; p < patches; p++) {
      int at = p * 3 * plane;
      camera.toCamera(clean, light, plane, at, 1);
      if (demosaicked) {
        developMosaic(random, light, at, side, noise, byDifferences, before, after);
      } else {
        for (int i = 0; i < 3 * plane; i++) {
          before[i] = light[at + i];
          after[i] = CameraNoise.add(random, light[at + i], noise);
        }
      }
      camera.toDisplay(before, plane, 0);
      camera.toDisplay(after, plane, 0);
      for (int i = 0; i < 3 * plane; i++) {
        after[i] -= before[i];
      }
      if (chromaPasses > 0) {
        smoothChroma(after, before, side, chromaPasses);
      }
      for (int pass = 0; pass < passes; pass++) {
        smooth(after, before, side, blur);
      }
      for (int i = 0; i < 3 * plane; i++) {
        noisy[at + i] = clean[at + i] + after[i];
      }
    }
  }

  private static void developMosaic(
      RandomGenerator random,
      float[] light,
      int at,
      int side,
      NoiseProfile noise,
      boolean byDifferences,
      float[] before,
      float[] after) {
    int plane = side * side;
    float[] clean = new float[plane];
    float[] noisy = new float[plane];
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        int i = y * side + x;
        clean[i] = light[at + ((y & 1) + (x & 1)) * plane + i];
        noisy[i] = Math.clamp(CameraNoise.add(random, clean[i], noise), 0f, 1f);
      }
    }
    if (byDifferences) {
      float[] scratch = new float[3 * plane];
      TentDemosaic.byDifferences(clean, side, before, scratch);
      TentDemosaic.byDifferences(noisy, side, after, scratch);
    } else {
      TentDemosaic.apply(clean, side, before);
      TentDemosaic.apply(noisy, side, after);
    }
  }

  /** A share {@code amount} of each value comes from its four neighbours; below 0 it sharpens. */
  private static void smooth(float[] planes, float[] scratch, int side, float amount) {
    System.arraycopy(planes, 0, scratch, 0, planes.length);
    for (int c = 0; c < 3; c++) {
      for (int y = 1; y < side - 1; y++) {
        for (int x = 1; x < side - 1; x++) {
          int i = (c * side + y) * side + x;
          float around = scratch[i - 1] + scratch[i + 1] + scratch[i - side] + scratch[i + side];
          planes[i] = (1 - amount) * scratch[i] + amount / 4 * around;
        }
      }
    }
  }

  /** Spreads what the channels do not share, as noise reduction in cameras does. */
  private static void smoothChroma(float[] noise, float[] scratch, int side, int passes) {
    int plane = side * side;
    float[] mean = new float[plane];
    for (int i = 0; i < plane; i++) {
      mean[i] = (noise[i] + noise[plane + i] + noise[2 * plane + i]) / 3;
      for (int c = 0; c < 3; c++) {
        noise[c * plane + i] -= mean[i];
      }
    }
    for (int pass = 0; pass < passes; pass++) {
      smooth(noise, scratch, side, 0.8f);
    }
    for (int i = 0; i < plane; i++) {
      for (int c = 0; c < 3; c++) {
        noise[c * plane + i] += mean[i];
      }
    }
  }

  private static void finish(
      RandomGenerator random, float[] noisy, int patches, int side, boolean jpeg) {
    if (jpeg) {
      float quality = (float) random.nextDouble(0.6, 0.98);
      for (int p = 0; p < patches; p++) {
        JpegRoundTrip.apply(noisy, p * 3 * side * side, side, quality);
      }
    } else {
      for (int i = 0; i < noisy.length; i++) {
        noisy[i] = Math.round(Math.clamp(noisy[i], 0f, 1f) * 255) / 255f;
      }
    }
  }
}
