package hyperlumen.develop;

import hyperlumen.photo.RawPhoto;
import hyperlumen.photo.RowBlocks;
import hyperlumen.photo.Size;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How bright a mosaic gets, in whole stops: least * 2^n, the smallest such bound that no balanced
 * sample (see {@link BalancedRows}) exceeds, hot pixels aside. Whole stops do not depend on the
 * order in which the threads come.
 */
public final class BrightnessBound {

  /** A sample is hot where all around it, two samples each way, are below this share of it. */
  private static final float HOT = 1 / 8f;

  private static final int REACH = 2;

  private final RawPhoto raw;
  private final float enough;

  /** Bits of a float that is not negative, which are in the order of the floats. */
  private final AtomicInteger bound = new AtomicInteger();

  private BrightnessBound(RawPhoto raw, float least, float enough) {
    this.raw = raw;
    this.enough = enough;
    bound.set(Float.floatToIntBits(least));
  }

  /**
   * Finds it, with all processors.
   *
   * @param least the smallest bound, above 0
   * @param enough the search ends at a bound above this
   * @return the bound, or, if it is above {@code enough}, some value above {@code enough}
   */
  public static float of(RawPhoto raw, float least, float enough) {
    BrightnessBound search = new BrightnessBound(raw, least, enough);
    RowBlocks.inParallel(raw.mosaic().size().height(), search::rows);
    return search.found();
  }

  private float found() {
    return Float.intBitsToFloat(bound.get());
  }

  private void rows(int from, int end) {
    Size size = raw.mosaic().size();
    BalancedRows rows = new BalancedRows(raw);
    float[] row = new float[size.width()];
    float[] near = new float[2 * REACH + 1];
    for (int y = from; y < end && found() <= enough; y++) {
      rows.read(y, 0, size.width(), row);
      float found = found();
      for (int x = 0; x < row.length; x++) {
        if (row[x] > found && !isHot(rows, y, x, row[x], near)) {
          while (found < row[x]) {
            found *= 2;
          }
        }
      }
      bound.accumulateAndGet(Float.floatToIntBits(found), Math::max);
    }
  }

  private boolean isHot(BalancedRows rows, int y, int x, float value, float[] near) {
    Size size = raw.mosaic().size();
    for (int dy = -REACH; dy <= REACH; dy++) {
      rows.read(y + dy, x - REACH, near.length, near);
      // Beyond the border a sample may meet its own mirror image.
      boolean own = BalancedRows.mirrored(y + dy, size.height()) == y;
      for (int dx = -REACH; dx <= REACH; dx++) {
        boolean itself = own && BalancedRows.mirrored(x + dx, size.width()) == x;
        if (!itself && near[dx + REACH] >= value * HOT) {
          return false;
        }
      }
    }
    return true;
  }
}
