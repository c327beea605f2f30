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

  /** Pixels the cubic needs around the place it is asked for. */
  private static final int REACH = 2;

  @Override
  public int channels() {
    return source.channels();
  }

  @Override
  public Size size() {
    return source.size();
  }

  @Override
  public void read(Region region, Raster into) throws PhotoException {
    int pixels = Math.toIntExact(region.pixels());
    float[] xs = new float[pixels];
    float[] ys = new float[pixels];
    Raster around = null;
    Region held = null;
    for (int c = 0; c < channels(); c++) {
      if (c == 0 || warp.planes().size() > 1) {
        places(region, warp.plane(c), xs, ys);
        Region needed = bounds(xs, ys);
        if (held == null || !held.contains(needed)) {
          held = needed;
          around = source.read(held);
        }
      }
      for (int y = 0; y < region.height(); y++) {
        for (int x = 0; x < region.width(); x++) {
          int i = y * region.width() + x;
          into.set(c, y, x, cubic(around, c, xs[i] - held.x(), ys[i] - held.y()));
        }
      }
    }
  }

  /** Where each pixel of {@code region} comes from, in the source's pixels, inside the source. */
  private void places(Region region, LensWarp.Plane plane, float[] xs, float[] ys) {
    double cx = warp.centreX() * active.width();
    double cy = warp.centreY() * active.height();
    double m = Math.hypot(Math.max(cx, active.width() - cx), Math.max(cy, active.height() - cy));
    double t0 = plane.tangential()[0];
    double t1 = plane.tangential()[1];
    int i = 0;
    for (int y = region.y(); y < region.endY(); y++) {
      double dy = (crop.y() + y + 0.5 - cy) / m;
      for (int x = region.x(); x < region.endX(); x++) {
        double dx = (crop.x() + x + 0.5 - cx) / m;
        double r2 = dx * dx + dy * dy;
        double f = plane.factor(r2);
        double wx = f * dx + t0 * 2 * dx * dy + t1 * (r2 + 2 * dx * dx);
        double wy = f * dy + t1 * 2 * dx * dy + t0 * (r2 + 2 * dy * dy);
        xs[i] = (float) Math.clamp(cx + m * wx - 0.5 - crop.x(), 0, size().width() - 1);
        ys[i] = (float) Math.clamp(cy + m * wy - 0.5 - crop.y(), 0, size().height() - 1);
        i++;
      }
    }
  }

  private Region bounds(float[] xs, float[] ys) {
    float left = Float.MAX_VALUE;
    float right = 0;
    float top = Float.MAX_VALUE;
    float bottom = 0;
    for (int i = 0; i < xs.length; i++) {
      left = Math.min(left, xs[i]);
      right = Math.max(right, xs[i]);
      top = Math.min(top, ys[i]);
      bottom = Math.max(bottom, ys[i]);
    }
    int x = Math.max(0, (int) left - REACH);
    int y = Math.max(0, (int) top - REACH);
    int endX = Math.min(size().width(), (int) right + REACH + 1);
    int endY = Math.min(size().height(), (int) bottom + REACH + 1);
    return new Region(x, y, endX - x, endY - y);
  }

  private static float cubic(Raster around, int channel, float x, float y) {
    int x0 = (int) x;
    int y0 = (int) y;
    float fx = x - x0;
    float fy = y - y0;
    float sum = 0;
    for (int j = -1; j <= 2; j++) {
      int row = around.index(channel, Math.clamp(y0 + j, 0, around.height() - 1), 0);
      float line = 0;
      for (int i = -1; i <= 2; i++) {
        int column = Math.clamp(x0 + i, 0, around.width() - 1);
        line += weight(i - fx) * around.samples()[row + column];
      }
      sum += weight(j - fy) * line;
    }
    return sum;
  }

  /** Keys's cubic with a = -1/2 (IEEE Trans. ASSP 29, 1981). */
  private static float weight(float distance) {
    float d = Math.abs(distance);
    if (d < 1) {
      return 1 + d * d * (1.5f * d - 2.5f);
    }
    return d < 2 ? 2 + d * (-4 + d * (2.5f - 0.5f * d)) : 0;
  }
}
