package hyperlumen.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RasterSource;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * The metrics against numpy and closed forms.
 *
 * <p>The expected numbers are those of a double-precision numpy program with the same formulas
 * (full 2-D arrays, separable 11-tap Gaussian, valid region), run on the pictures of {@link
 * #texture} and {@link #degraded} of 203x181 (odd on purpose) and 30x11 pixels.
 */
class MetricTest {

  private static final double NUMERICAL = 1e-9;

  @Test
  void psnrEqualsNumpy() {
    assertThat(Psnr.of(texture(203, 181), degraded(203, 181), 255))
        .isCloseTo(26.75797466976203, within(NUMERICAL));
  }

  @Test
  void ssimEqualsNumpy() {
    assertThat(Ssim.of(texture(203, 181), degraded(203, 181), 255))
        .isCloseTo(0.9077887614832888, within(NUMERICAL));
    assertThat(Ssim.of(texture(30, 11), degraded(30, 11), 255))
        .isCloseTo(0.8666965311912872, within(NUMERICAL));
  }

  @Test
  void multiScaleSsimEqualsNumpy() {
    assertThat(MsSsim.of(texture(203, 181), degraded(203, 181), 255))
        .isCloseTo(0.9917043128841042, within(NUMERICAL));
  }

  @Test
  void differenceEqualsNumpy() {
    Difference difference = Difference.of(texture(203, 181), degraded(203, 181));
    assertThat(difference.maxAbsolute()).isEqualTo(20);
    assertThat(difference.mean()).isCloseTo(-0.5421350098431448, within(NUMERICAL));
    assertThat(difference.meanAbsolute()).isCloseTo(10.102323345037243, within(NUMERICAL));
  }

  @Test
  void metricsDoNotDependOnTheUnit() {
    Raster reference = texture(203, 181);
    Raster image = degraded(203, 181);
    double ssim = Ssim.of(reference, image, 255);
    double msSsim = MsSsim.of(reference, image, 255);
    scale(reference, 1f / 255);
    scale(image, 1f / 255);
    assertThat(Ssim.of(reference, image, 1)).isCloseTo(ssim, within(1e-6));
    assertThat(MsSsim.of(reference, image, 1)).isCloseTo(msSsim, within(1e-6));
  }

  /** A constant offset d has MSE d^2. */
  @Test
  void aConstantOffsetHasItsClosedForm() {
    Raster reference = new Raster(3, 40, 50);
    Raster image = new Raster(3, 40, 50);
    Arrays.fill(reference.samples(), 0.5f);
    Arrays.fill(image.samples(), 0.625f);
    assertThat(Psnr.of(reference, image, 1)).isCloseTo(-20 * Math.log10(0.125), within(1e-12));
    assertThat(Difference.of(reference, image)).isEqualTo(new Difference(0.125, 0.125, 0.125));
    double c1 = 1e-4;
    double luminance = (2 * 0.5 * 0.625 + c1) / (0.25 + 0.390625 + c1);
    assertThat(Ssim.of(reference, image, 1)).isCloseTo(luminance, within(1e-12));
  }

  @Test
  void equalPicturesArePerfect() {
    Raster picture = texture(203, 181);
    assertThat(Psnr.of(picture, picture, 255)).isInfinite();
    assertThat(Ssim.of(picture, picture, 255)).isCloseTo(1, within(1e-12));
    assertThat(MsSsim.of(picture, picture, 255)).isCloseTo(1, within(1e-12));
    assertThat(Difference.of(picture, picture)).isEqualTo(new Difference(0, 0, 0));
  }

  @Test
  void theDifferenceMapIsSigned() {
    Raster map = new Raster(1, 1, 2);
    Difference.map(
        new Raster(1, 1, 2, new float[] {0.5f, 0.25f}),
        new Raster(1, 1, 2, new float[] {0.25f, 0.5f}),
        map);
    assertThat(map.samples()).containsExactly(-0.25f, 0.25f);
  }

  @Test
  void picturesOfAnotherShapeAreRefused() {
    Raster picture = texture(30, 11);
    assertThatThrownBy(() -> Psnr.of(picture, texture(31, 11), 255))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the pictures differ in shape: "
                + "30x11 with 3 channels is not comparable with 31x11 with 3 channels");
  }

  @Test
  void picturesTooSmallForTheWindowAreRefused() {
    assertThat(Ssim.isDefinedFor(new Size(30, 10))).isFalse();
    assertThat(Ssim.isDefinedFor(new Size(30, 11))).isTrue();
    assertThat(MsSsim.isDefinedFor(new Size(175, 300))).isFalse();
    assertThat(MsSsim.isDefinedFor(new Size(176, 300))).isTrue();
    assertThatThrownBy(() -> Ssim.of(texture(30, 10), texture(30, 10), 255))
        .hasMessage("SSIM needs at least 11x11 pixels, not 30x10");
    assertThatThrownBy(() -> MsSsim.of(texture(175, 300), texture(175, 300), 255))
        .hasMessage("MS-SSIM needs at least 176 pixels each way, not 175x300");
  }

  @Test
  void anUnreadablePictureIsReportedAsItIs() {
    PhotoException damage =
        new PhotoException(PhotoException.Kind.DAMAGED, Path.of("a.dng"), "strip 3 ends early");
    RasterSource unreadable =
        new RasterSource() {
          @Override
          public int channels() {
            return 3;
          }

          @Override
          public Size size() {
            return new Size(203, 181);
          }

          @Override
          public void read(Region region, Raster into) throws PhotoException {
            throw damage;
          }
        };
    RasterSource readable = RasterSource.of(texture(203, 181));
    assertThatThrownBy(() -> Ssim.of(readable, unreadable, 255))
        .isInstanceOf(PhotoException.class)
        .hasMessage("a.dng: strip 3 ends early");
  }

  /** Stripes, squares and a gradient with wrap-around edges, 0 to 255. */
  private static Raster texture(int width, int height) {
    Raster raster = new Raster(3, height, width);
    for (int c = 0; c < 3; c++) {
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          raster.set(c, y, x, (x * 3 + y * 2 + c * 40 + ((x / 8 + y / 8) % 2) * 60) % 256);
        }
      }
    }
    return raster;
  }

  /** The texture plus an integer hash of the place, -20 to 20, clipped to 0 to 255. */
  private static Raster degraded(int width, int height) {
    Raster raster = texture(width, height);
    for (int c = 0; c < 3; c++) {
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          int hash = (int) (x * 374761393L + y * 668265263L + c * 1442695041L);
          hash = (hash ^ (hash >>> 13)) * 1274126177;
          float value = raster.get(c, y, x) + (hash >>> 24) % 41 - 20;
          raster.set(c, y, x, Math.clamp(value, 0, 255));
        }
      }
    }
    return raster;
  }

  private static void scale(Raster raster, float factor) {
    for (int k = 0; k < raster.samples().length; k++) {
      raster.samples()[k] *= factor;
    }
  }
}
