package hyperlumen.adopt;

import java.util.Random;

/** Pictures of our own making to try a model on: soft shapes and edges with seeded noise. */
final class TrialPicture {

  private TrialPicture() {}

  /**
   * RGB planes [3, side, side] within [0, 1].
   *
   * @param noise standard deviation added to the picture
   */
  static float[] of(int side, double noise, long seed) {
    Random random = new Random(seed);
    float[] planes = new float[3 * side * side];
    for (int c = 0; c < 3; c++) {
      for (int y = 0; y < side; y++) {
        for (int x = 0; x < side; x++) {
          double wave = Math.sin(x * (0.04 + 0.01 * c)) * Math.cos(y * 0.05);
          double block = ((x / 32 + y / 32) & 1) == 0 ? 0.08 : -0.08;
          double value = 0.5 + 0.2 * wave + block + noise * random.nextGaussian();
          planes[(c * side + y) * side + x] = (float) Math.clamp(value, 0.0, 1.0);
        }
      }
    }
    return planes;
  }
}
