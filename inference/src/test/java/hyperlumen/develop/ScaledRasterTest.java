package hyperlumen.develop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hyperlumen.photo.PhotoException;
import hyperlumen.photo.PixelScale;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RasterSource;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pixels that are not square become square, against what the stretched picture would be. */
class ScaledRasterTest {

  private static final Size SIZE = new Size(60, 44);

  /**
   * One channel with the values of a function of the place, in pixels from the corner, at the
   * pixels' middles.
   */
  private static Raster picture(Size size, DoubleBinaryOperator value) {
    Raster raster = new Raster(1, size.height(), size.width());
    for (int y = 0; y < size.height(); y++) {
      for (int x = 0; x < size.width(); x++) {
        raster.set(0, y, x, (float) value.applyAsDouble(x + 0.5, y + 0.5));
      }
    }
    return raster;
  }

  private static Raster scaled(Raster raster, double horizontal, double vertical)
      throws PhotoException {
    RasterSource scaled =
        ScaledRaster.of(RasterSource.of(raster), new PixelScale(horizontal, vertical));
    return scaled.read(scaled.size().region());
  }

  @ParameterizedTest
  @CsvSource({"1, 2", "2, 1", "0.5, 1", "1.25, 0.8", "0.25, 1", "1, 4", "0.7071, 1.4142"})
  void aConstantStaysAndTheSizeIsThatOfTheStandard(double horizontal, double vertical)
      throws PhotoException {
    Raster out = scaled(picture(SIZE, (x, y) -> 0.37), horizontal, vertical);

    assertThat(out.width()).isEqualTo(Math.round(60 * horizontal));
    assertThat(out.height()).isEqualTo(Math.round(44 * vertical));
    for (float value : out.samples()) {
      assertThat(value).isCloseTo(0.37f, within(1e-6f));
    }
  }

  /** A wave is known between its samples, too: it comes out as if it had been sampled there. */
  @ParameterizedTest
  @CsvSource({"1, 2", "2, 1", "1.25, 0.8", "0.5, 1", "0.7071, 1.4142"})
  void aWaveIsSampledAtTheNewPlaces(double horizontal, double vertical) throws PhotoException {
    DoubleBinaryOperator wave = (x, y) -> 0.5 + 0.4 * Math.sin(x / 3 + 1) * Math.cos(y / 4);
    Raster out = scaled(picture(SIZE, wave), horizontal, vertical);
    double across = 60.0 / out.width();
    double down = 44.0 / out.height();

    // Near the border the source goes on as its last pixel, not as the wave.
    int columns = (int) Math.ceil(3 * Math.max(1, horizontal)) + 1;
    int rows = (int) Math.ceil(3 * Math.max(1, vertical)) + 1;
    for (int y = rows; y < out.height() - rows; y++) {
      for (int x = columns; x < out.width() - columns; x++) {
        double exact = wave.applyAsDouble((x + 0.5) * across, (y + 0.5) * down);
        assertThat((double) out.get(0, y, x)).isCloseTo(exact, within(0.01));
      }
    }
  }

  @Test
  void whatIsTooFineForTheNewPixelsBecomesTheirMean() throws PhotoException {
    Raster stripes = picture(SIZE, (x, y) -> (int) x % 2);

    Raster out = scaled(stripes, 0.4, 1);

    for (int x = 3; x < out.width() - 3; x++) {
      assertThat(out.get(0, 20, x)).isCloseTo(0.5f, within(0.02f));
    }
  }

  @Test
  void theDirectionThatIsNotStretchedStays() throws PhotoException {
    Random random = new Random(5);
    Raster noise = picture(SIZE, (x, y) -> random.nextFloat());
    Raster rows = new Raster(1, 44, 60);
    for (int y = 0; y < 44; y++) {
      System.arraycopy(noise.samples(), 0, rows.samples(), y * 60, 60);
    }

    Raster out = scaled(rows, 1, 1.5);

    for (int y = 0; y < out.height(); y++) {
      for (int x = 0; x < 60; x++) {
        assertThat(out.get(0, y, x)).isCloseTo(noise.get(0, 0, x), within(1e-6f));
      }
    }
  }

  @Test
  void regionsAreCutsOfTheWhole() throws PhotoException {
    Random random = new Random(3);
    RasterSource noise = RasterSource.of(picture(SIZE, (x, y) -> random.nextFloat()));
    RasterSource scaled = ScaledRaster.of(noise, new PixelScale(0.8, 1.7));
    Raster whole = scaled.read(scaled.size().region());

    for (int i = 0; i < 50; i++) {
      int x = random.nextInt(scaled.size().width());
      int y = random.nextInt(scaled.size().height());
      Region region =
          new Region(
              x,
              y,
              1 + random.nextInt(scaled.size().width() - x),
              1 + random.nextInt(scaled.size().height() - y));
      Raster expected = new Raster(1, region.height(), region.width());
      whole.copyRegion(region, expected);
      assertThat(scaled.read(region).samples()).containsExactly(expected.samples());
    }
  }

  @Test
  void encodedValuesStayInRangeAndLinearOnesOvershootNextToAnEdge() throws PhotoException {
    RasterSource edge = RasterSource.of(picture(SIZE, (x, y) -> x < 30 ? 0 : 1));
    PixelScale scale = new PixelScale(2, 1);

    Raster encoded = ScaledRaster.ofEncoded(edge, scale).read(new Region(0, 0, 120, 1));
    Raster linear = ScaledRaster.of(edge, scale).read(new Region(0, 0, 120, 1));

    float highest = 0;
    for (int x = 0; x < 120; x++) {
      assertThat(encoded.get(0, 0, x)).isBetween(0f, 1f);
      highest = Math.max(highest, linear.get(0, 0, x));
    }
    assertThat(highest).isBetween(1.01f, 1.15f);
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 1, 1", "1, 1, 3, 9", "2, 2, 7, 5"})
  void picturesOfAnySizeCanBeStretched(int width, int height, double horizontal, double vertical)
      throws PhotoException {
    Size size = new Size(width, height);
    PixelScale scale = new PixelScale(horizontal / 3, vertical / 3);
    RasterSource scaled = ScaledRaster.of(RasterSource.of(picture(size, (x, y) -> 0.25)), scale);

    assertThat(scaled.size()).isEqualTo(scale.finished(size));
    for (float value : scaled.read(scaled.size().region()).samples()) {
      assertThat(value).isCloseTo(0.25f, within(1e-6f));
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 2", "1, 1.0005", "1, 4.1", "0.2, 1", "3, 2"})
  void squarePixelsAndThoseThatCannotBeStayAsTheyAre(double horizontal, double vertical) {
    RasterSource source = RasterSource.of(picture(SIZE, (x, y) -> 0));
    PixelScale scale = new PixelScale(horizontal, vertical);

    assertThat(ScaledRaster.of(source, scale)).isSameAs(source);
    assertThat(ScaledRaster.ofEncoded(source, scale)).isSameAs(source);
    assertThat(scale.finished(SIZE)).isEqualTo(SIZE);
  }

  @ParameterizedTest
  @CsvSource({"1, 2", "0.25, 1", "1.25, 0.8"})
  void aBandNeedsNoMoreOfTheSourceThanIsSaid(double horizontal, double vertical)
      throws PhotoException {
    PixelScale scale = new PixelScale(horizontal, vertical);
    int[] most = new int[2];
    RasterSource watched =
        new RasterSource() {
          @Override
          public int channels() {
            return 1;
          }

          @Override
          public Size size() {
            return new Size(400, 300);
          }

          @Override
          public void read(Region region, Raster into) {
            assertThat(size().region().contains(region)).isTrue();
            most[0] = Math.max(most[0], region.width());
            most[1] = Math.max(most[1], region.height());
          }
        };
    RasterSource scaled = ScaledRaster.of(watched, scale);

    for (int y = 0; y + 16 <= scaled.size().height(); y++) {
      scaled.read(new Region(0, y, 1, 16));
    }
    assertThat(most[1]).isLessThanOrEqualTo(ScaledRaster.spread(watched.size(), scale, 16, false));
    most[0] = 0;
    for (int x = 0; x + 16 <= scaled.size().width(); x++) {
      scaled.read(new Region(x, 0, 16, 1));
    }
    assertThat(most[0]).isLessThanOrEqualTo(ScaledRaster.spread(watched.size(), scale, 16, true));
  }
}
