package hyperlumen.tests;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * A picture file's samples, read without any code of the program.
 *
 * @param samples row by row, red, green and blue, as stored
 * @param white the largest code
 */
record Picture(int width, int height, int[] samples, int white) {

  static Picture of(Path file) throws IOException {
    BufferedImage image = ImageIO.read(file.toFile());
    int width = image.getWidth();
    int height = image.getHeight();
    int[] samples = image.getRaster().getPixels(0, 0, width, height, (int[]) null);
    int bits = image.getSampleModel().getSampleSize(0);
    return new Picture(width, height, samples, (1 << bits) - 1);
  }

  /** 10 log10(1 / MSE) with both pictures' white at 1, in dB. */
  double psnr(Picture reference) {
    double sum = 0;
    for (int k = 0; k < samples.length; k++) {
      double d = (double) samples[k] / white - (double) reference.samples[k] / reference.white;
      sum += d * d;
    }
    return -10 * Math.log10(sum / samples.length);
  }

  /** The largest difference of two samples, in codes. */
  int largestDifference(Picture other) {
    int largest = 0;
    for (int k = 0; k < samples.length; k++) {
      largest = Math.max(largest, Math.abs(samples[k] - other.samples[k]));
    }
    return largest;
  }
}
