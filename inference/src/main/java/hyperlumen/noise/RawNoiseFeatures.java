package hyperlumen.noise;

import hyperlumen.photo.NoiseProfile;

/**
 * What a network for RAW photos is told of the noise: ((ln shot + 7) / 3, (ln read + 12) / 5).
 *
 * <p>Both are bounded to what training covers.
 */
public final class RawNoiseFeatures {

  private static final double LEAST_SHOT = 1e-6;
  private static final double MOST_SHOT = 0.05;
  private static final double LEAST_READ = 1e-10;
  private static final double MOST_READ = 0.01;

  private RawNoiseFeatures() {}

  /** The two numbers for a noise profile. */
  public static float[] of(NoiseProfile noise) {
    double shot = Math.clamp(noise.shot(), LEAST_SHOT, MOST_SHOT);
    double read = Math.clamp(noise.read(), LEAST_READ, MOST_READ);
    return new float[] {(float) ((Math.log(shot) + 7) / 3), (float) ((Math.log(read) + 12) / 5)};
  }
}
