package hyperlumen.training.evaluate;

import hyperlumen.photo.Raster;
import java.util.SplittableRandom;

/** Small pictures with shapes and fine detail, in steps of 1/255. */
final class TestPictures {

  private TestPictures() {}

  /** A picture drawn from a seed. */
  static Raster picture(int width, int height, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double phase = random.nextDouble(6);
    double pitch = random.nextDouble(0.1, 0.4);
    Raster raster = new Raster(3, height, width);
    for (int c = 0; c < 3; c++) {
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          double wave = Math.sin(phase + c + pitch * x) * Math.cos(pitch * y * (c + 1) / 2);
          double step = (x / 9 + y / 7) % 2 * 0.2;
          double value = Math.clamp(0.45 + 0.25 * wave + step, 0.0, 1.0);
          raster.set(c, y, x, Math.round(255 * value) / 255f);
        }
      }
    }
    return raster;
  }
}
