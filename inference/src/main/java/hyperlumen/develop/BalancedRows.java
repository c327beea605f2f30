package hyperlumen.develop;

import hyperlumen.photo.Cfa;
import hyperlumen.photo.Levels;
import hyperlumen.photo.Mosaic;
import hyperlumen.photo.RawPhoto;

/**
 * Rows of a mosaic as v = gain (sample - black) / (white - mean black): 0 at black, the channel's
 * as-shot gain at saturation, green gain 1.
 *
 * <p>Outside the active area the mosaic is mirrored about its border samples, which keeps every
 * colour at its place in the filter array. Holds scratch memory: one per call, not thread-safe.
 */
public final class BalancedRows {

  private final Mosaic mosaic;
  private final Cfa cfa;
  private final Levels levels;
  private final float[] factors = new float[3];
  private final int period;
  private final float[] black;
  private final float[] factor;

  /** Rows of this photo. */
  public BalancedRows(RawPhoto raw) {
    mosaic = raw.mosaic();
    cfa = raw.cfa();
    levels = raw.levels();
    double[] gains = raw.colour().asShotGains();
    for (int c = 0; c < 3; c++) {
      factors[c] = (float) (gains[c] / levels.range());
    }
    // A multiple of the black pattern's and of the filter array's period.
    period = 2 * levels.blackColumns();
    black = new float[period];
    factor = new float[period];
  }

  /** Fills {@code out} with {@code count} values of a row, from a column; both may lie outside. */
  public void read(int row, int column, int count, float[] out) {
    int height = mosaic.size().height();
    int width = mosaic.size().width();
    int y = mirrored(row, height);
    for (int p = 0; p < period; p++) {
      black[p] =
          levels
              .black()[y % levels.blackRows() * levels.blackColumns() + p % levels.blackColumns()];
      if (levels.blackByRow().length > 0) {
        black[p] += levels.blackByRow()[y];
      }
      factor[p] = factors[cfa.colour(y, p)];
    }
    int first = Math.clamp(-column, 0, count);
    int end = Math.clamp(width - column, first, count);
    for (int k = 0; k < first; k++) {
      out[k] = value(y, mirrored(column + k, width));
    }
    short[] samples = mosaic.samples();
    int start = y * width + column;
    for (int p = 0; p < Math.min(period, end - first); p++) {
      int phase = (column + first + p) % period;
      float b = black[phase];
      float f = factor[phase];
      for (int k = first + p; k < end; k += period) {
        out[k] = (Short.toUnsignedInt(samples[start + k]) - b) * f;
      }
    }
    float[] delta = levels.blackByColumn();
    if (delta.length > 0) {
      for (int k = first; k < end; k++) {
        out[k] -= delta[column + k] * factor[(column + k) % period];
      }
    }
    for (int k = end; k < count; k++) {
      out[k] = value(y, mirrored(column + k, width));
    }
  }

  /** One value of the current row, bit for bit as the fast loop above gives it. */
  private float value(int y, int x) {
    float f = factor[x % period];
    float v = (mosaic.sample(y, x) - black[x % period]) * f;
    return levels.blackByColumn().length > 0 ? v - levels.blackByColumn()[x] * f : v;
  }

  /** Reflection without repeating the border: -1 becomes 1, length becomes length - 2. */
  public static int mirrored(int index, int length) {
    if (length == 1) {
      return 0;
    }
    int turn = 2 * (length - 1);
    int k = Math.floorMod(index, turn);
    return k < length ? k : turn - k;
  }
}
