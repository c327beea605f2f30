package hyperlumen.develop;

import hyperlumen.photo.RawPhoto;
import hyperlumen.photo.RowBlocks;
import hyperlumen.photo.Size;
import java.util.concurrent.atomic.AtomicInteger;

/** The largest balanced sample of a mosaic (see {@link BalancedRows}) that is no hot pixel. */
public final class BrightestSample {

  /** Only what is this much brighter is looked at, so that a slope is not looked at throughout. */
  private static final float STEP = 1.02f;

  /** A sample is hot where all around it, two samples each way, are below this share of it. */
  private static final float HOT = 1 / 8f;

  private static final int REACH = 2;

  private final RawPhoto raw;
  private final float enough;

  /** Bits of a float that is not negative, which are in the order of the floats. */
  private final AtomicInteger brightest = new AtomicInteger();

  private BrightestSample(RawPhoto raw, float enough) {
    this.raw = raw;
    this.enough = enough;
  }

  /**
   * Finds it, with all processors.
   *
   * @param enough the search may end at a sample at least this bright
   * @return at least 0 and at most 2 % below the brightest, or a value of at least {@code enough}
   */
  public static float of(RawPhoto raw, float enough) {
    BrightestSample search = new BrightestSample(raw, enough);
    RowBlocks.inParallel(raw.mosaic().size().height(), search::rows);
    return search.found();
  }

  private float found() {
    return Float.intBitsToFloat(brightest.get());
  }

  private void rows(int from, int end) {
    if (found() >= enough) {
      return;
    }
    Size size = raw.mosaic().size();
    BalancedRows rows = new BalancedRows(raw);
    float[] row = new float[size.width()];
    float[] near = new float[2 * REACH + 1];
    float found = found();
    for (int y = from; y < end && found < enough; y++) {
      rows.read(y, 0, size.width(), row);
      float worth = found * STEP;
      for (int x = 0; x < row.length; x++) {
        if (row[x] > worth && !isHot(rows, y, x, row[x], near)) {
          found = row[x];
          worth = found * STEP;
        }
      }
    }
    int bits = Float.floatToIntBits(found);
    brightest.accumulateAndGet(bits, Math::max);
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
