package hyperlumen.colour;

import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RasterSource;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;

/**
 * A photo in a thousand dots: means of small blocks on a regular grid, from which exposure and
 * white balance are judged. The same photo gives the same samples, on any number of threads.
 *
 * @param rgb as-shot white-balanced camera RGB, three numbers per sample; not copied, never written
 *     to
 */
public record SceneSamples(float[] rgb) {

  /** 32 x 32 samples: enough for percentiles of 1 %, and read in a few milliseconds. */
  private static final int GRID = 32;

  /** 8 x 8 pixels average noise down to an eighth. */
  private static final int BLOCK = 8;

  /** Nothing known of the scene: exposure and white balance stay as the file says. */
  public static final SceneSamples NONE = new SceneSamples(new float[0]);

  /**
   * Samples a picture.
   *
   * @param cameraRgb three channels of as-shot white-balanced camera RGB
   */
  public static SceneSamples of(RasterSource cameraRgb) throws PhotoException {
    Size size = cameraRgb.size();
    int width = Math.min(BLOCK, size.width());
    int height = Math.min(BLOCK, size.height());
    int columns = Math.min(GRID, size.width() / width);
    int rows = Math.min(GRID, size.height() / height);
    float[] rgb = new float[3 * columns * rows];
    Raster block = new Raster(3, height, width);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        int x = centred(column, columns, size.width(), width);
        int y = centred(row, rows, size.height(), height);
        cameraRgb.read(new Region(x, y, width, height), block);
        for (int c = 0; c < 3; c++) {
          rgb[3 * (row * columns + column) + c] = mean(block, c);
        }
      }
    }
    return new SceneSamples(rgb);
  }

  /** Number of samples. */
  public int count() {
    return rgb.length / 3;
  }

  private static int centred(int cell, int cells, int length, int block) {
    int middle = (int) ((2L * cell + 1) * length / (2L * cells));
    return Math.clamp(middle - block / 2, 0, length - block);
  }

  private static float mean(Raster block, int channel) {
    int plane = block.height() * block.width();
    double sum = 0;
    for (int k = 0; k < plane; k++) {
      sum += block.samples()[block.plane(channel) + k];
    }
    return (float) (sum / plane);
  }
}
