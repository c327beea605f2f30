package hyperlumen.develop;

import hyperlumen.photo.Cfa;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RasterSource;
import hyperlumen.photo.RawPhoto;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;

/**
 * Plain demosaicing of a Bayer mosaic: linear camera RGB, as-shot white-balanced, 1 = the white
 * level of green; the photo's crop.
 *
 * <p>Values below black are negative and values above the white level stay as they are; nothing is
 * clipped. The same place gives the same bits however the picture is cut into regions.
 */
public enum Demosaicing {
  /** Every missing colour is the mean of its nearest samples: the baseline of comparisons. */
  BILINEAR {
    @Override
    void row(float[][] r, int own, int width, Planes to) {
      bilinear(r, own, width, to);
    }
  },

  /**
   * Bilinear plus a Laplacian of the sample's own colour, 5x5 taps: H. Malvar, L. He, R. Cutler,
   * "High-quality linear interpolation for demosaicing of Bayer-patterned color images", ICASSP
   * 2004, figure 2. The view before enhancement.
   */
  MALVAR {
    @Override
    void row(float[][] r, int own, int width, Planes to) {
      malvar(r, own, width, to);
    }
  };

  /** Both methods see two rows and columns around a sample at most. */
  private static final int REACH = 2;

  /** Where a row of the result goes: indices of its first sample in each plane. */
  record Planes(float[] samples, int own, int green, int other) {}

  /**
   * Makes one row.
   *
   * @param r five rows of the mosaic around it, two columns wider on each side
   * @param own column (0 or 1) of the first sample that is not green; its colour is the row's own
   */
  abstract void row(float[][] r, int own, int width, Planes to);

  /** The photo as a picture that is demosaiced where and when it is read. */
  public RasterSource of(RawPhoto raw) {
    return new RasterSource() {
      @Override
      public int channels() {
        return 3;
      }

      @Override
      public Size size() {
        return raw.size();
      }

      @Override
      public void read(Region region, Raster into) {
        demosaic(raw, region.moved(raw.crop().x(), raw.crop().y()), into);
      }
    };
  }

  private void demosaic(RawPhoto raw, Region region, Raster into) {
    int width = region.width();
    BalancedRows source = new BalancedRows(raw);
    float[][] rows = new float[2 * REACH + 1][width + 2 * REACH];
    for (int k = 1; k < rows.length; k++) {
      source.read(region.y() - REACH + k - 1, region.x() - REACH, width + 2 * REACH, rows[k]);
    }
    for (int y = 0; y < region.height(); y++) {
      float[] next = rows[0];
      System.arraycopy(rows, 1, rows, 0, rows.length - 1);
      rows[rows.length - 1] = next;
      int row = region.y() + y;
      source.read(row + REACH, region.x() - REACH, width + 2 * REACH, next);
      Cfa cfa = raw.cfa().shifted(row, region.x());
      int ownColour = cfa.redRow() == 0 ? 0 : 2;
      int own = cfa.colour(0, 0) == 1 ? 1 : 0;
      Planes planes =
          new Planes(
              into.samples(),
              into.index(ownColour, y, 0),
              into.index(1, y, 0),
              into.index(2 - ownColour, y, 0));
      row(rows, own, width, planes);
    }
  }

  private static void bilinear(float[][] r, int own, int width, Planes to) {
    float[] n = r[1];
    float[] c = r[2];
    float[] s = r[3];
    float[] out = to.samples;
    for (int x = own; x < width; x += 2) {
      int k = x + REACH;
      out[to.own + x] = c[k];
      out[to.green + x] = 0.25f * (n[k] + s[k] + c[k - 1] + c[k + 1]);
      out[to.other + x] = 0.25f * (n[k - 1] + n[k + 1] + s[k - 1] + s[k + 1]);
    }
    for (int x = 1 - own; x < width; x += 2) {
      int k = x + REACH;
      out[to.own + x] = 0.5f * (c[k - 1] + c[k + 1]);
      out[to.green + x] = c[k];
      out[to.other + x] = 0.5f * (n[k] + s[k]);
    }
  }

  private static void malvar(float[][] r, int own, int width, Planes to) {
    float[] nn = r[0];
    float[] n = r[1];
    float[] c = r[2];
    float[] s = r[3];
    float[] ss = r[4];
    float[] out = to.samples;
    for (int x = own; x < width; x += 2) {
      int k = x + REACH;
      float far = nn[k] + ss[k] + c[k - 2] + c[k + 2];
      float near = n[k] + s[k] + c[k - 1] + c[k + 1];
      float diagonal = n[k - 1] + n[k + 1] + s[k - 1] + s[k + 1];
      out[to.own + x] = c[k];
      out[to.green + x] = 0.125f * (4f * c[k] + 2f * near - far);
      out[to.other + x] = 0.125f * (6f * c[k] + 2f * diagonal - 1.5f * far);
    }
    for (int x = 1 - own; x < width; x += 2) {
      int k = x + REACH;
      float diagonal = n[k - 1] + n[k + 1] + s[k - 1] + s[k + 1];
      float across = c[k - 2] + c[k + 2];
      float along = nn[k] + ss[k];
      float base = 5f * c[k] - diagonal;
      out[to.own + x] = 0.125f * (base + 4f * (c[k - 1] + c[k + 1]) - across + 0.5f * along);
      out[to.green + x] = c[k];
      out[to.other + x] = 0.125f * (base + 4f * (n[k] + s[k]) - along + 0.5f * across);
    }
  }
}
