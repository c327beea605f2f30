package hyperlumen.training.data;

import hyperlumen.photo.Raster;
import hyperlumen.photo.RasterSource;
import hyperlumen.progress.CancelledException;
import hyperlumen.progress.Progress;
import hyperlumen.write.OutputFormat;
import hyperlumen.write.OutputSpec;
import hyperlumen.write.PhotoWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A made-up folder in the layout of Zurich RAW to DSLR. */
public final class ZrrFolder {

  private ZrrFolder() {}

  /** Sample of the mosaic of picture {@code n} at (row, column), 10 bits. */
  static int sample(int n, int row, int column) {
    return (100 * n + 7 * row + 3 * column + 200 * ((row & 1) + (column & 1))) % 1021;
  }

  /** Sample of the finished picture, 8 bits; flat over 16x16 pixels, so that JPEG keeps it. */
  static int display(int n, int row, int column) {
    return 40 + 60 * n + (row / 16 + column / 16) % 4 * 20;
  }

  /** Writes so many pairs of square pictures. */
  public static void write(Path folder, int side, int count) throws IOException {
    Files.createDirectories(folder.resolve("huawei_raw"));
    Files.createDirectories(folder.resolve("canon"));
    for (int n = 0; n < count; n++) {
      Raster mosaic = new Raster(1, side, side);
      Raster picture = new Raster(3, side, side);
      for (int y = 0; y < side; y++) {
        for (int x = 0; x < side; x++) {
          mosaic.set(0, y, x, sample(n, y, x) / 65535f);
          for (int c = 0; c < 3; c++) {
            picture.set(c, y, x, display(n, y, x) / 255f);
          }
        }
      }
      save(mosaic, folder.resolve("huawei_raw/" + n + ".png"), OutputFormat.PNG16);
      save(picture, folder.resolve("canon/" + n + ".jpg"), OutputFormat.JPEG);
    }
  }

  private static void save(Raster raster, Path file, OutputFormat format) throws IOException {
    try {
      PhotoWriter.write(
          RasterSource.of(raster), file, OutputSpec.of(format, "test"), Progress.NONE);
    } catch (CancelledException e) {
      throw new IllegalStateException("nobody can have cancelled this", e);
    }
  }
}
