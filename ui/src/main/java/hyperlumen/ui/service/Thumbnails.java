package hyperlumen.ui.service;

import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RasterSource;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;
import hyperlumen.read.EmbeddedPreview;
import java.awt.image.BufferedImage;

/** Small pictures from large ones: each pixel is the mean of a few pixels at its place. */
final class Thumbnails {

  /** 4 x 4 pixels keep noise out; reading every pixel of the photo would take seconds. */
  private static final int BLOCK = 4;

  private Thumbnails() {}

  /** The picture at most {@code side} pixels wide and high, never larger than it is. */
  static Thumbnail of(RasterSource picture, int side) throws PhotoException {
    Size size = picture.size();
    double scale = Math.min(1, (double) side / Math.max(size.width(), size.height()));
    int width = Math.max(1, (int) Math.round(size.width() * scale));
    int height = Math.max(1, (int) Math.round(size.height() * scale));
    int block = Math.clamp((long) (1 / scale), 1, BLOCK);
    int columns = Math.min(block, size.width());
    int rows = Math.min(block, size.height());
    Raster place = new Raster(picture.channels(), rows, columns);
    int[] argb = new int[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int left = Math.clamp((long) ((x + .5) / scale - columns / 2.0), 0, size.width() - columns);
        int top = Math.clamp((long) ((y + .5) / scale - rows / 2.0), 0, size.height() - rows);
        picture.read(new Region(left, top, columns, rows), place);
        argb[y * width + x] = mean(place);
      }
    }
    return new Thumbnail(new Size(width, height), argb);
  }

  /** The preview at most {@code side} pixels wide and high, upright. */
  static Thumbnail of(EmbeddedPreview preview, int side) throws PhotoException {
    BufferedImage image = preview.image();
    Size stored = new Size(image.getWidth(), image.getHeight());
    int[] rgb = image.getRGB(0, 0, stored.width(), stored.height(), null, 0, stored.width());
    Size upright = preview.orientation().upright(stored);
    Raster raster = new Raster(3, upright.height(), upright.width());
    for (int y = 0; y < upright.height(); y++) {
      for (int x = 0; x < upright.width(); x++) {
        int pixel =
            rgb[
                preview.orientation().storedY(x, y, stored) * stored.width()
                    + preview.orientation().storedX(x, y, stored)];
        for (int c = 0; c < 3; c++) {
          raster.set(c, y, x, (pixel >> (16 - 8 * c) & 0xff) / 255f);
        }
      }
    }
    return of(RasterSource.of(raster), side);
  }

  private static int mean(Raster place) {
    int pixels = place.width() * place.height();
    int argb = 0xff;
    for (int c = 0; c < 3; c++) {
      int plane = place.channels() >= 3 ? place.plane(c) : 0;
      float sum = 0;
      for (int i = 0; i < pixels; i++) {
        sum += place.samples()[plane + i];
      }
      argb = (argb << 8) | (int) (Math.clamp(sum / pixels, 0f, 1f) * 255 + .5f);
    }
    return argb;
  }
}
