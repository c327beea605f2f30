package hyperlumen.app;

import hyperlumen.photo.Raster;
import hyperlumen.photo.RasterSource;
import hyperlumen.progress.Progress;
import hyperlumen.write.OutputFormat;
import hyperlumen.write.OutputSpec;
import hyperlumen.write.PhotoWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Random;

/** Small pictures for tests of the command line. */
final class Samples {

  private Samples() {}

  /** The repository's root. */
  static Path root() {
    return Path.of(System.getProperty("hyperlumen.root"));
  }

  /** A smooth picture with noise of a standard deviation given in 255ths, written as 8-bit PNG. */
  static Path png(Path file, int width, int height, double sigma) throws Exception {
    Random random = new Random(5);
    Raster raster = new Raster(3, height, width);
    for (int c = 0; c < 3; c++) {
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          double clean = 0.5 + 0.3 * Math.sin(x / 9.0 + c) * Math.cos(y / 7.0);
          raster.set(c, y, x, (float) (clean + random.nextGaussian() * sigma / 255));
        }
      }
    }
    OutputSpec spec = OutputSpec.of(OutputFormat.PNG8, "test").withOverwrite(true);
    PhotoWriter.write(RasterSource.of(raster), file, spec, Progress.NONE);
    return file;
  }

  static String sha256(Path file) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
  }
}
