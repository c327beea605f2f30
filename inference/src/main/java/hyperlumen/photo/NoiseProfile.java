package hyperlumen.photo;

/**
 * Noise of a RAW photo: variance(x) = shot * x + read, where x is the black-subtracted sample over
 * the white level, in [0, 1] (DNG 1.7, NoiseProfile, tag 51041; averaged over its planes).
 *
 * @param shot variance per unit of signal, at least 0
 * @param read variance at black, at least 0
 */
public record NoiseProfile(double shot, double read) {

  public NoiseProfile {
    if (!(shot >= 0 && read >= 0 && Double.isFinite(shot) && Double.isFinite(read))) {
      throw new IllegalArgumentException("noise profile " + shot + ", " + read + " is not valid");
    }
  }

  /** The profile of a photo whose standard deviation is {@code factor} times as large. */
  public NoiseProfile scaled(double factor) {
    return new NoiseProfile(shot * factor * factor, read * factor * factor);
  }
}
