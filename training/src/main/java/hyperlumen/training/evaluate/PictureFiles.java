package hyperlumen.training.evaluate;

import hyperlumen.develop.DisplayRgb;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RasterSource;
import hyperlumen.progress.CancelledException;
import hyperlumen.progress.Progress;
import hyperlumen.read.bitmap.BitmapReader;
import hyperlumen.write.OutputFormat;
import hyperlumen.write.OutputSpec;
import hyperlumen.write.PhotoWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finished pictures as files, three channels of samples in [0, 1] as the files hold them. */
final class PictureFiles {

  private static final String SOFTWARE = "Hyperlumen evaluation";

  private PictureFiles() {}

  /** How results are written: nothing embedded, replaced if they exist. */
  static OutputSpec spec(OutputFormat format) {
    return OutputSpec.of(format, SOFTWARE).withOverwrite(true);
  }

  /** All of a picture. */
  static Raster read(Path file) throws IOException {
    RasterSource source = new DisplayRgb(BitmapReader.read(file));
    return source.read(source.size().region());
  }

  /** Writes 8-bit PNG. */
  static void write(Raster picture, Path file) throws IOException {
    Files.createDirectories(file.getParent());
    try {
      PhotoWriter.write(RasterSource.of(picture), file, spec(OutputFormat.PNG8), Progress.NONE);
    } catch (CancelledException e) {
      throw new IllegalStateException("nobody can have cancelled this", e);
    }
  }
}
