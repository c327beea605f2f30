package hyperlumen.tests;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;

/** A noisy picture that takes no time to enhance. */
final class SmallPicture {

  static final int WIDTH = 96;
  static final int HEIGHT = 70;

  private SmallPicture() {}

  /** Writes it as 8-bit PNG. */
  static Path write(Path file) throws IOException {
    Random random = new Random(3);
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        int rgb = 0;
        for (int c = 0; c < 3; c++) {
          double clean = 128 + 90 * Math.sin((x + 20 * c) / 11.0) * Math.cos(y / 9.0);
          long code = Math.round(clean + 12 * random.nextGaussian());
          rgb = rgb << 8 | Math.clamp(code, 0, 255);
        }
        image.setRGB(x, y, rgb);
      }
    }
    ImageIO.write(image, "png", file.toFile());
    return file;
  }
}
