package hyperlumen.training.data;

import hyperlumen.photo.Cfa;
import hyperlumen.photo.IntegerSamples;
import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Size;
import hyperlumen.read.bitmap.BitmapReader;
import java.nio.file.Path;

/**
 * A mosaic of the Zurich RAW to DSLR set: a grey 16-bit PNG of 10-bit samples, red first; white is
 * 1020, black 0, and nothing is known of the white balance.
 *
 * @param size of the mosaic, even
 * @param samples row by row
 */
public record ZrrMosaic(Size size, short[] samples) {

  /** Samples are divided by this, as the set's own programs do. */
  public static final int WHITE = 1020;

  /** Red at (0, 0), blue at (1, 1). */
  public static final Cfa PATTERN = Cfa.RGGB;

  /**
   * Reads one.
   *
   * @throws PhotoException if the file is no grey 16-bit picture
   */
  public static ZrrMosaic read(Path file) throws PhotoException {
    if (BitmapReader.read(file).samples() instanceof IntegerSamples.Samples16 picture
        && picture.channels() == 1) {
      Size size = picture.size();
      if (size.width() % 2 == 0 && size.height() % 2 == 0) {
        return new ZrrMosaic(size, picture.samples());
      }
    }
    throw new PhotoException(
        PhotoException.Kind.UNSUPPORTED,
        file,
        "is no mosaic of the ZRR set: a grey 16-bit PNG with even sides");
  }

  /** The sample at (row, column) over white. */
  public float value(int row, int column) {
    return Short.toUnsignedInt(samples[row * size.width() + column]) / (float) WHITE;
  }
}
