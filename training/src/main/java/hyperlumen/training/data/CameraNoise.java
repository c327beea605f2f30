package hyperlumen.training.data;

import hyperlumen.photo.NoiseProfile;
import java.util.random.RandomGenerator;

/** Draws sensor noise: variance = shot * value + read (networks: unprocessing, step 6). */
final class CameraNoise {

  private CameraNoise() {}

  /** A random sensor setting: ln shot uniform, ln read along a measured line with scatter. */
  static NoiseProfile draw(RandomGenerator random, double leastShot, double mostShot) {
    double lnShot = random.nextDouble(Math.log(leastShot), Math.log(mostShot));
    double lnRead = 2.18 * lnShot + 1.20 + random.nextGaussian(0, 0.26);
    return new NoiseProfile(Math.exp(lnShot), Math.exp(lnRead));
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
