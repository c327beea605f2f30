package hyperlumen.develop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hyperlumen.photo.LensWarp;
import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RasterSource;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;
import java.util.List;
import org.junit.jupiter.api.Test;

class WarpedRasterTest {

  private static final Size SIZE = new Size(90, 70);

  /** Channel 0 holds the column, channel 1 the row, channel 2 a smooth surface. */
  private record Coordinates() implements RasterSource {
    @Override
    public int channels() {
      return 3;
    }

    @Override
    public Size size() {
      return SIZE;
    }

    @Override
    public void read(Region region, Raster into) {
      for (int y = 0; y < region.height(); y++) {
        for (int x = 0; x < region.width(); x++) {
          int column = region.x() + x;
          int row = region.y() + y;
          into.set(0, y, x, column);
          into.set(1, y, x, row);
          into.set(2, y, x, (float) Math.sin(column / 9.0) + row * 0.01f);
        }
      }
    }
  }

  private static LensWarp warp(double... k) {
    return new LensWarp(
        List.of(new LensWarp.Plane(new double[] {k[0], k[1], 0, 0}, new double[] {k[2], k[3]})),
        0.5,
        0.5);
  }

  private static RasterSource warped(LensWarp warp) {
    return new WarpedRaster(new Coordinates(), new Region(4, 2, 90, 70), new Size(100, 80), warp);
  }

  @Test
  void noDistortionChangesNothing() throws PhotoException {
    Raster out = warped(warp(1, 0, 0, 0)).read(SIZE.region());

    assertThat(out.samples()).containsExactly(new Coordinates().read(SIZE.region()).samples());
  }

  @Test
  void aPixelComesFromWhereTheFormulaSays() throws PhotoException {
    Raster out = warped(warp(0.98, -0.06, 0.002, -0.001)).read(SIZE.region());

    double m = Math.hypot(50, 40);
    double dx = (4 + 70 + 0.5 - 50) / m;
    double dy = (2 + 60 + 0.5 - 40) / m;
    double r2 = dx * dx + dy * dy;
    double f = 0.98 - 0.06 * r2;
    double x = 50 + m * (f * dx + 0.002 * 2 * dx * dy - 0.001 * (r2 + 2 * dx * dx)) - 4.5;
    double y = 40 + m * (f * dy - 0.001 * 2 * dx * dy + 0.002 * (r2 + 2 * dy * dy)) - 2.5;
    assertThat((double) out.get(0, 60, 70)).isCloseTo(x, within(1e-3));
    assertThat((double) out.get(1, 60, 70)).isCloseTo(y, within(1e-3));
    assertThat((double) out.get(2, 60, 70)).isCloseTo(Math.sin(x / 9) + y * 0.01, within(1e-3));
  }

  @Test
  void regionsAreCutsOfTheWhole() throws PhotoException {
    RasterSource source = warped(warp(0.95, 0.05, 0, 0));
    Raster whole = source.read(SIZE.region());
    Region part = new Region(13, 21, 40, 17);
    Raster expected = new Raster(3, part.height(), part.width());
    whole.copyRegion(part, expected);

    assertThat(source.read(part).samples()).containsExactly(expected.samples());
  }

  /** A lens of equal angles: what a rectilinear one shows at tan(a) it shows at a. */
  @Test
  void aFisheyeIsStraightened() throws PhotoException {
    LensWarp fisheye =
        new LensWarp(
            List.of(new LensWarp.Plane(new double[] {1, 0, 0, 0}, new double[2], true)), 0.5, 0.5);
    Raster out = warped(fisheye).read(SIZE.region());

    double m = Math.hypot(50, 40);
    double dx = (4 + 70 + 0.5 - 50) / m;
    double dy = (2 + 60 + 0.5 - 40) / m;
    double r = Math.hypot(dx, dy);
    assertThat(fisheye.isModerate()).isTrue();
    assertThat((double) out.get(0, 60, 70))
        .isCloseTo(50 + m * Math.atan(r) * dx / r - 4.5, within(1e-3));
    assertThat((double) out.get(1, 60, 70))
        .isCloseTo(40 + m * Math.atan(r) * dy / r - 2.5, within(1e-3));
  }

  @Test
  void aFoldOrAWildStretchIsNoLens() {
    assertThat(warp(1, -0.3, 0, 0).isModerate()).isFalse();
    assertThat(warp(1, 0.9, 0, 0).isModerate()).isFalse();
    assertThat(warp(1, -0.1, 0, 0).isModerate()).isTrue();
  }
}
