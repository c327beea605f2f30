package hyperlumen.ui.image;

import hyperlumen.photo.Raster;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;
import java.util.Arrays;

/**
 * A picture for tests whose samples are kept: interleaved red, green, blue of 8 or 16 bits. After
 * {@link #close} reading throws {@link IllegalStateException}, as that of a scratch file does.
 */
public final class StoredPicture extends ObservablePicture implements AutoCloseable {

  private static final int CHANNELS = 3;
  private static final int OPAQUE = 0xff000000;

  private final char[] samples;
  private final Coverage coverage;
  private volatile boolean closed;

  private StoredPicture(Size size, int bits) {
    super(size, bits);
    samples = new char[(int) (CHANNELS * size.pixels())];
    coverage = new Coverage(size);
  }

  /** An empty picture with samples of {@code bits} bits, 8 or 16. */
  public static StoredPicture create(Size size, int bits) {
    return new StoredPicture(size, bits);
  }

  /** A complete picture of 8 bits from {@code argb}, row by row. */
  public static StoredPicture of(Size size, int[] argb) {
    StoredPicture picture = new StoredPicture(size, 8);
    for (int i = 0; i < size.pixels(); i++) {
      for (int c = 0; c < CHANNELS; c++) {
        picture.samples[CHANNELS * i + c] = (char) ((argb[i] >> (16 - 8 * c)) & 255);
      }
    }
    picture.coverage.add(size.region());
    return picture;
  }

  /** Stores the raster's pixels at {@code region} and announces the change. */
  public void write(Region region, Raster raster) {
    int maximum = (1 << bits()) - 1;
    for (int y = 0; y < region.height(); y++) {
      for (int x = 0; x < region.width(); x++) {
        for (int c = 0; c < CHANNELS; c++) {
          float value = raster.get(raster.channels() == 1 ? 0 : c, y, x);
          samples[index(region.x() + x, region.y() + y) + c] =
              (char) SampleCodes.quantise(value, maximum);
        }
      }
    }
    coverage.add(region);
    invalidate(region);
  }

  private int index(int x, int y) {
    return CHANNELS * (y * size().width() + x);
  }

  private int scaled(int at) {
    return bits() == 8 ? samples[at] * 257 : samples[at];
  }

  @Override
  public void fill(Region region, int[] argb) {
    checkOpen();
    Arrays.fill(argb, 0, (int) region.pixels(), 0);
    for (Region part : coverage.within(region)) {
      for (int y = part.y(); y < part.endY(); y++) {
        for (int x = part.x(); x < part.endX(); x++) {
          int at = index(x, y);
          argb[(y - region.y()) * region.width() + x - region.x()] =
              OPAQUE
                  | SampleCodes.narrow(scaled(at)) << 16
                  | SampleCodes.narrow(scaled(at + 1)) << 8
                  | SampleCodes.narrow(scaled(at + 2));
        }
      }
    }
  }

  @Override
  public void samples(Region region, short[] rgb) {
    checkOpen();
    int to = 0;
    for (int y = region.y(); y < region.endY(); y++) {
      int at = index(region.x(), y);
      for (int i = 0; i < CHANNELS * region.width(); i++) {
        rgb[to++] = (short) scaled(at + i);
      }
    }
  }

  @Override
  public boolean valueAt(int x, int y, int[] rgb) {
    checkOpen();
    for (int c = 0; c < CHANNELS; c++) {
      rgb[c] = samples[index(x, y) + c];
    }
    return coverage.contains(x, y);
  }

  private void checkOpen() {
    if (closed) {
      throw new IllegalStateException("closed");
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
