package hyperlumen.develop;

import hyperlumen.photo.LensWarp;
import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RasterSource;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;

/**
 * A picture with its lens's distortion undone: out(p) = source(warp(p)), cubic (Catmull-Rom)
 * between pixels. Beyond the source's edges its border pixels go on.
 *
 * @param source the picture, which shows {@code crop}
 * @param crop its place in the active area, in whose coordinates the warp is stated
 * @param active size of the active area
 * @param warp a moderate one
 */
public record WarpedRaster(RasterSource source, Region crop, Size active, LensWarp warp)
    implements RasterSource {

  /** Two pixels the cubic needs around a place, and one for what lies between border pixels. */
  private static final int REACH = 3;

  @Override
  public int channels() {
    return source.channels();
  }

  @Override
  public Size size() {
    return source.size();
  }

  /**
   * The most rows (or columns) of the source that a band of so many rows (or columns) of the whole
   * picture's width is made of.
   */
  public int spread(int band, boolean byColumns) {
    int length = byColumns ? size().width() : size().height();
    int most = 0;
    for (int at = 0; at < length; at += band) {
      int count = Math.min(band, length - at);
      Region region =
          byColumns
              ? new Region(at, 0, count, size().height())
              : new Region(0, at, size().width(), count);
      Region needed = needed(region);
      most = Math.max(most, byColumns ? needed.width() : needed.height());
    }
    return most;
  }

  @Override
  public void read(Region region, Raster into) throws PhotoException {
    Region held = needed(region);
    Raster around = source.read(held);
    float[] xs = new float[region.width()];
    float[] ys = new float[region.width()];
    for (int c = 0; c < channels(); c++) {
      LensWarp.Plane plane = warp.plane(c);
      for (int y = 0; y < region.height(); y++) {
        places(region.x(), region.y() + y, plane, xs, ys);
        int to = into.index(c, y, 0);
        for (int x = 0; x < region.width(); x++) {
          into.samples()[to + x] = cubic(around, c, xs[x] - held.x(), ys[x] - held.y());
        }
      }
    }
  }

  /** Where the pixels of a row from (x, y) on come from, in the source's pixels, inside it. */
  private void places(int x, int y, LensWarp.Plane plane, float[] xs, float[] ys) {
    double cx = warp.centreX() * active.width();
    double cy = warp.centreY() * active.height();
    double m = Math.hypot(Math.max(cx, active.width() - cx), Math.max(cy, active.height() - cy));
    double t0 = plane.tangential()[0];
    double t1 = plane.tangential()[1];
    double right = size().width() - 1.0;
    double bottom = size().height() - 1.0;
    double dy = (crop.y() + y + 0.5 - cy) / m;
    for (int i = 0; i < xs.length; i++) {
      double dx = (crop.x() + x + i + 0.5 - cx) / m;
      double r2 = dx * dx + dy * dy;
      double f = plane.factor(r2);
      double wx = f * dx + t0 * 2 * dx * dy + t1 * (r2 + 2 * dx * dx);
      double wy = f * dy + t1 * 2 * dx * dy + t0 * (r2 + 2 * dy * dy);
      xs[i] = (float) Math.clamp(cx + m * wx - 0.5 - crop.x(), 0, right);
      ys[i] = (float) Math.clamp(cy + m * wy - 0.5 - crop.y(), 0, bottom);
    }
  }

  /**
   * The part of the source that a region is made of: what its border comes from encloses what its
   * inside comes from, because the picture is nowhere folded.
   */
  private Region needed(Region region) {
    Bounds bounds = new Bounds();
    float[] xs = new float[region.width()];
    float[] ys = new float[region.width()];
    float[] x = new float[1];
    float[] y = new float[1];
    for (LensWarp.Plane plane : warp.planes()) {
      places(region.x(), region.y(), plane, xs, ys);
      bounds.add(xs, ys);
      places(region.x(), region.endY() - 1, plane, xs, ys);
      bounds.add(xs, ys);
      for (int row = region.y(); row < region.endY(); row++) {
        places(region.x(), row, plane, x, y);
        bounds.add(x, y);
        places(region.endX() - 1, row, plane, x, y);
        bounds.add(x, y);
      }
    }
    int left = Math.max(0, (int) bounds.left - REACH);
    int top = Math.max(0, (int) bounds.top - REACH);
    int endX = Math.min(size().width(), (int) bounds.right + REACH + 1);
    int endY = Math.min(size().height(), (int) bounds.bottom + REACH + 1);
    return new Region(left, top, endX - left, endY - top);
  }

  /** The rectangle around places. */
  private static final class Bounds {
    private float left = Float.MAX_VALUE;
    private float right;
    private float top = Float.MAX_VALUE;
    private float bottom;

    void add(float[] xs, float[] ys) {
      for (int i = 0; i < xs.length; i++) {
        left = Math.min(left, xs[i]);
        right = Math.max(right, xs[i]);
        top = Math.min(top, ys[i]);
        bottom = Math.max(bottom, ys[i]);
      }
    }
  }

  private static float cubic(Raster around, int channel, float x, float y) {
    int width = around.width();
    int height = around.height();
    int x0 = (int) x;
    int y0 = (int) y;
    float fx = x - x0;
    float fy = y - y0;
    int before = Math.max(x0 - 1, 0);
    int behind = Math.min(x0 + 1, width - 1);
    int far = Math.min(x0 + 2, width - 1);
    float w0 = weight(1 + fx);
    float w1 = weight(fx);
    float w2 = weight(1 - fx);
    float w3 = weight(2 - fx);
    float[] s = around.samples();
    float sum = 0;
    for (int j = -1; j <= 2; j++) {
      int row = around.index(channel, Math.max(0, Math.min(y0 + j, height - 1)), 0);
      float line =
          w0 * s[row + before] + w1 * s[row + x0] + w2 * s[row + behind] + w3 * s[row + far];
      sum += weight(Math.abs(j - fy)) * line;
    }
    return sum;
  }

  /** Keys's cubic with a = -1/2 (IEEE Trans. ASSP 29, 1981), of a distance that is not negative. */
  private static float weight(float d) {
    if (d < 1) {
      return 1 + d * d * (1.5f * d - 2.5f);
    }
    return d < 2 ? 2 + d * (-4 + d * (2.5f - 0.5f * d)) : 0;
  }
}
