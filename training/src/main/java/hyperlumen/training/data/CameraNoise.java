package hyperlumen.training.data;

import hyperlumen.photo.NoiseProfile;
import java.util.random.RandomGenerator;

/** Draws sensor noise: variance = shot * value + read (networks: unprocessing, step 6). */
final class CameraNoise {

  private static final double MOST_ABOVE_LINE = 5;
  private static final double MOST_READ = 1.5e-3;

  private CameraNoise() {}

  /** A random sensor setting: ln shot uniform, ln read along a measured line with scatter. */
  static NoiseProfile draw(RandomGenerator random, double leastShot, double mostShot) {
    double lnShot = random.nextDouble(Math.log(leastShot), Math.log(mostShot));
    double lnRead = 2.18 * lnShot + 1.20 + random.nextGaussian(0, 0.26);
    return new NoiseProfile(Math.exp(lnShot), Math.exp(lnRead));
  }

  /**
   * The same of any sensor: every second one has up to exp(5) times as much read noise as the line
   * says, as small sensors at their lowest gain have.
   */
  static NoiseProfile drawAny(RandomGenerator random, double leastShot, double mostShot) {
    NoiseProfile near = draw(random, leastShot, mostShot);
    double more = random.nextBoolean() ? random.nextDouble(-1, MOST_ABOVE_LINE) : 0;
    return new NoiseProfile(near.shot(), Math.min(near.read() * Math.exp(more), MOST_READ));
  }

  /** The line's middle for a given shot noise. */
  static NoiseProfile onLine(double shot) {
    return new NoiseProfile(shot, Math.exp(2.18 * Math.log(shot) + 1.20));
  }

  /** {@code value} with noise. */
  static float add(RandomGenerator random, float value, NoiseProfile noise) {
    double variance = noise.shot() * Math.max(value, 0) + noise.read();
    return (float) (value + Math.sqrt(variance) * random.nextGaussian());
  }
}
