package hyperlumen.runtime;

import hyperlumen.develop.BalancedRows;
import hyperlumen.network.Packing;
import hyperlumen.network.SignalCode;
import hyperlumen.photo.RawPhoto;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;

/**
 * A Bayer mosaic as planes R, Gr, Gb, B: black-subtracted, balanced as shot and scaled ({@link
 * RawScale}); clamped to [-0.1, 1]; coded.
 *
 * <p>Other Bayer orders begin one row or column earlier, in the mirrored border, so that every
 * photo looks like RGGB.
 */
final class RawInput implements NetworkInput {

  private static final float LEAST = -0.1f;

  private final RawPhoto raw;
  private final SignalCode code;
  private final float scale;
  private final int originX;
  private final int originY;

  RawInput(RawPhoto raw, SignalCode code, RawScale scale) {
    this.raw = raw;
    this.code = code;
    this.scale = scale.toNetwork();
    this.originX = -raw.cfa().redColumn();
    this.originY = -raw.cfa().redRow();
  }

  /** See {@link #size}. */
  static Size sizeOf(RawPhoto raw) {
    Size mosaic = raw.mosaic().size();
    return new Size(mosaic.width() + raw.cfa().redColumn(), mosaic.height() + raw.cfa().redRow());
  }

  @Override
  public Size size() {
    return sizeOf(raw);
  }

  @Override
  public Region crop() {
    return raw.crop().moved(-originX, -originY);
  }

  @Override
  public int planes() {
    return Packing.BAYER.planes();
  }

  @Override
  public int factor() {
    return Packing.BAYER.factor();
  }

  @Override
  public Filler filler() {
    BalancedRows rows = new BalancedRows(raw);
    return new Filler() {
      private float[] row = new float[0];

      @Override
      public void fill(Region region, float[] out) {
        int width = region.width();
        int plane = region.height() * width;
        if (row.length < 2 * width) {
          row = new float[2 * width];
        }
        for (int y = 0; y < 2 * region.height(); y++) {
          int mosaicRow = originY + 2 * region.y() + y;
          rows.read(mosaicRow, originX + 2 * region.x(), 2 * width, row);
          int at = y % 2 * 2 * plane + y / 2 * width;
          for (int x = 0; x < width; x++) {
            out[at + x] = Math.clamp(row[2 * x] * scale, LEAST, 1f);
            out[at + plane + x] = Math.clamp(row[2 * x + 1] * scale, LEAST, 1f);
          }
        }
        code.encode(out, 0, 4 * plane);
      }
    };
  }
}
