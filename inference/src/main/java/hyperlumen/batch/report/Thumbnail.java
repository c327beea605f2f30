package hyperlumen.batch.report;

import hyperlumen.colour.RenderingSettings;
import hyperlumen.enhance.PlainPicture;
import hyperlumen.photo.Photo;
import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RasterSource;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;
import hyperlumen.progress.CancelledException;
import hyperlumen.progress.Progress;
import hyperlumen.read.PhotoReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import javax.imageio.ImageIO;

/**
 * A file as two small pictures that stand in a page by themselves.
 *
 * @param whole the picture made small, a data URI
 * @param detail its middle pixel by pixel, where noise can be seen, a data URI
 */
record Thumbnail(String whole, String detail) {

  private static final int WIDTH = 320;
  private static final int HEIGHT = 240;

  /** Rows that are averaged for one row of the small picture. */
  private static final int ROWS = 4;

  /** Empty where the file is gone or cannot be read. */
  static Optional<Thumbnail> of(Path file) {
    try {
      Photo photo = PhotoReader.read(file, Progress.NONE);
      RasterSource picture = PlainPicture.of(photo, RenderingSettings.DEFAULT);
      return Optional.of(new Thumbnail(uri(whole(picture)), uri(detail(picture))));
    } catch (IOException | CancelledException e) {
      return Optional.empty(); // The table says all the rest.
    }
  }

  private static BufferedImage whole(RasterSource picture) throws PhotoException {
    Size size = picture.size();
    double scale =
        Math.max(1, Math.max((double) size.width() / WIDTH, (double) size.height() / HEIGHT));
    int width = Math.max(1, (int) (size.width() / scale));
    int height = Math.max(1, (int) (size.height() / scale));
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      int from = (int) (y * scale);
      int rows = Math.min(Math.min(ROWS, (int) scale), size.height() - from);
      Raster band = picture.read(new Region(0, from, size.width(), rows));
      for (int x = 0; x < width; x++) {
        int left = (int) (x * scale);
        int right = Math.min(size.width(), Math.max(left + 1, (int) ((x + 1) * scale)));
        image.setRGB(x, y, mean(band, left, right, 0, rows));
      }
    }
    return image;
  }

  private static BufferedImage detail(RasterSource picture) throws PhotoException {
    Size size = picture.size();
    int width = Math.min(WIDTH, size.width());
    int height = Math.min(HEIGHT, size.height());
    Raster middle =
        picture.read(
            new Region((size.width() - width) / 2, (size.height() - height) / 2, width, height));
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, mean(middle, x, x + 1, y, y + 1));
      }
    }
    return image;
  }

  private static int mean(Raster raster, int left, int right, int top, int bottom) {
    int rgb = 0;
    for (int c = 0; c < 3; c++) {
      double sum = 0;
      for (int y = top; y < bottom; y++) {
        for (int x = left; x < right; x++) {
          sum += raster.get(Math.min(c, raster.channels() - 1), y, x);
        }
      }
      double value = sum / ((double) (right - left) * (bottom - top));
      rgb = rgb << 8 | (int) Math.clamp(Math.round(value * 255), 0L, 255L);
    }
    return rgb;
  }

  private static String uri(BufferedImage image) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "jpg", bytes);
    return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(bytes.toByteArray());
  }
}
