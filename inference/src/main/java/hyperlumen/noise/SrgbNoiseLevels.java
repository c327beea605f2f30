package hyperlumen.noise;

/**
 * Noise of a display-referred photo at three scales, and of its luminance at two: what tells white
 * noise from noise that a camera's demosaicing and processing have spread over neighbours and
 * channels.
 *
 * <p>All are standard deviations in [0, 1] units. For noise that is white and alike in all channels
 * {@code half} is full / 2, {@code quarter} full / 4, {@code luminance} full / sqrt(3). Immutable.
 *
 * @param full at the photo's size, all channels
 * @param half of the means of 2x2 pixels
 * @param quarter of the means of 4x4 pixels
 * @param luminance at the photo's size, of the mean of the channels
 * @param luminanceHalf of the means of 2x2 pixels, of the mean of the channels
 */
public record SrgbNoiseLevels(
    double full, double half, double quarter, double luminance, double luminanceHalf) {

  /** Half a step of 9 bits: below it nothing is told apart. */
  private static final double FLOOR = 1.0 / 1024;

  private static final double LEAST_SHARED = 1.15;
  private static final double MOST_SHARED = 1.35;

  /** What is to be added to the level of processed noise, as a share of it. */
  private static final double HIDDEN = 0.8;

  /** Numbers that describe the levels. */
  public static final int FEATURES = 6;

  /** The levels of noise that is {@code factor} times as strong. */
  public SrgbNoiseLevels scaled(double factor) {
    return new SrgbNoiseLevels(
        full * factor, half * factor, quarter * factor, luminance * factor, luminanceHalf * factor);
  }

  /**
   * The levels of the whole photo's noise, where these were measured on its quietest places.
   *
   * <p>White noise is the same everywhere and stays as it is. Noise that a camera has processed is
   * weakest where the meter looks: of real pairs it finds half, of what networks are trained with
   * more. So the levels rise with what neighbours share, the lesser of 2 half / full and 2 quarter
   * / half: from 1.15 on, which photos without noise hardly reach, by up to 80 % at 1.35 (decision
   * 0053).
   */
  public SrgbNoiseLevels compensated() {
    // White noise that is cut off at black or white seems shared at the first halving only.
    double shared = Math.min(2 * half / Math.max(full, FLOOR), 2 * quarter / Math.max(half, FLOOR));
    double processed = Math.clamp((shared - LEAST_SHARED) / (MOST_SHARED - LEAST_SHARED), 0, 1);
    return scaled(1 + processed * HIDDEN);
  }

  /**
   * What a network is told: log2(full + 1/1024) / 4, 10 full, and the logarithms (to base 2,
   * halved) of the other levels over what white noise of the level {@code full} would have.
   *
   * @param count how many of these six numbers, from the first
   */
  public float[] features(int count) {
    float[] all = {
      (float) (Math.log(full + FLOOR) / Math.log(2) / 4),
      (float) (10 * full),
      overWhite(half, 2),
      overWhite(quarter, 4),
      overWhite(luminance, Math.sqrt(3)),
      overWhite(luminanceHalf, 2 * Math.sqrt(3))
    };
    if (count < 0 || count > all.length) {
      throw new IllegalArgumentException(count + " numbers asked for, there are " + all.length);
    }
    return java.util.Arrays.copyOf(all, count);
  }

  private float overWhite(double level, double reduction) {
    return (float) (Math.log((level * reduction + FLOOR) / (full + FLOOR)) / Math.log(2) / 2);
  }

  /** Measures the levels on windows of a photo. Not thread-safe. */
  public static final class Meter {

    private final SrgbNoise full = new SrgbNoise();
    private final SrgbNoise half = new SrgbNoise();
    private final SrgbNoise quarter = new SrgbNoise();
    private final SrgbNoise luminance = new SrgbNoise();
    private final SrgbNoise luminanceHalf = new SrgbNoise();

    /**
     * Adds one window.
     *
     * @param rgb holds three planes one after the other from {@code offset}, row by row
     */
    public void add(float[] rgb, int offset, int height, int width) {
      int plane = height * width;
      float[] mean = new float[plane];
      for (int c = 0; c < 3; c++) {
        int at = offset + c * plane;
        full.add(rgb, at, height, width, 2);
        float[] small = halved(rgb, at, height, width);
        half.add(small, 0, height / 2, width / 2, 1);
        quarter.add(halved(small, 0, height / 2, width / 2), 0, height / 4, width / 4, 1);
        for (int i = 0; i < plane; i++) {
          mean[i] += rgb[at + i] / 3;
        }
      }
      luminance.add(mean, 0, height, width, 2);
      luminanceHalf.add(halved(mean, 0, height, width), 0, height / 2, width / 2, 1);
    }

    /** The levels of all windows added so far. */
    public SrgbNoiseLevels levels() {
      return new SrgbNoiseLevels(
          full.sigma(), half.sigma(), quarter.sigma(), luminance.sigma(), luminanceHalf.sigma());
    }

    private static float[] halved(float[] plane, int offset, int height, int width) {
      int h = height / 2;
      int w = width / 2;
      float[] out = new float[h * w];
      for (int y = 0; y < h; y++) {
        int row = offset + 2 * y * width;
        for (int x = 0; x < w; x++) {
          int i = row + 2 * x;
          out[y * w + x] = (plane[i] + plane[i + 1] + plane[i + width] + plane[i + width + 1]) / 4;
        }
      }
      return out;
    }
  }
}
