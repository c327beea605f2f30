package hyperlumen.develop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hyperlumen.photo.CameraColour;
import hyperlumen.photo.Cfa;
import hyperlumen.photo.IntegerSamples;
import hyperlumen.photo.Levels;
import hyperlumen.photo.LinearPhoto;
import hyperlumen.photo.Metadata;
import hyperlumen.photo.Mosaic;
import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RasterSource;
import hyperlumen.photo.RawPhoto;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Plain demosaicing against numpy convolutions and closed forms. */
class DemosaicingTest {

  private static final CameraColour GAINS_2_AND_1_5 =
      new CameraColour(List.of(), new double[] {1, 1, 1}, new double[] {0.5, 1, 1 / 1.5}, 0);

  /**
   * A 17x13 RGGB mosaic (100 + (37x + 101y + 7xy) mod 800, black 100, white 1100), balanced, then
   * the papers' kernels as full 2-D convolutions with numpy.pad(mode='reflect'). The first number
   * is the sum of all values, the second the sum weighted by (index mod 97).
   */
  @ParameterizedTest
  @CsvSource({"MALVAR, 395.091, 18854.20625", "BILINEAR, 395.791, 18994.02"})
  void equalsConvolutionWithThePublishedKernels(Demosaicing method, double sum, double weighted)
      throws PhotoException {
    short[] samples = new short[17 * 13];
    for (int y = 0; y < 13; y++) {
      for (int x = 0; x < 17; x++) {
        samples[y * 17 + x] = (short) (100 + (x * 37 + y * 101 + x * y * 7) % 800);
      }
    }
    Raster rgb = whole(method.of(raw(17, 13, samples, Cfa.RGGB, Levels.of(100, 1100))));
    double actualSum = 0;
    double actualWeighted = 0;
    for (int k = 0; k < rgb.samples().length; k++) {
      actualSum += rgb.samples()[k];
      actualWeighted += rgb.samples()[k] * (double) (k % 97);
    }
    assertThat(actualSum).isCloseTo(sum, within(1e-3));
    assertThat(actualWeighted).isCloseTo(weighted, within(5e-2));
    if (method == Demosaicing.MALVAR) {
      assertThat(rgb.get(0, 5, 6)).isCloseTo(0.924f, within(1e-6f));
      assertThat(rgb.get(1, 5, 6)).isCloseTo(0.137f, within(1e-6f));
      assertThat(rgb.get(2, 5, 6)).isCloseTo(0.0555f, within(1e-6f));
    }
  }

  @ParameterizedTest
  @EnumSource(Cfa.class)
  void aUniformColourComesBackWhole(Cfa cfa) throws PhotoException {
    int[] colour = {300, 500, 400};
    short[] samples = new short[12 * 10];
    for (int k = 0; k < samples.length; k++) {
      samples[k] = (short) colour[cfa.colour(k / 12, k % 12)];
    }
    for (Demosaicing method : Demosaicing.values()) {
      Raster rgb = whole(method.of(raw(12, 10, samples, cfa, Levels.of(100, 1100))));
      for (int k = 0; k < 120; k++) {
        assertThat(rgb.samples()[k]).isCloseTo(0.4f, within(1e-5f));
        assertThat(rgb.samples()[120 + k]).isCloseTo(0.4f, within(1e-5f));
        assertThat(rgb.samples()[240 + k]).isCloseTo(0.45f, within(1e-5f));
      }
    }
  }

  /** However the picture is cut, the same bits: odd crop, odd tiles, black pattern and deltas. */
  @ParameterizedTest
  @EnumSource(Cfa.class)
  void regionsDoNotShow(Cfa cfa) throws PhotoException {
    Random random = new Random(7);
    short[] samples = new short[31 * 23];
    for (int k = 0; k < samples.length; k++) {
      samples[k] = (short) random.nextInt(65536);
    }
    float[] byColumn = new float[31];
    float[] byRow = new float[23];
    for (int k = 0; k < 31; k++) {
      byColumn[k] = random.nextFloat();
      byRow[k % 23] = random.nextFloat();
    }
    Levels levels = new Levels(2, 3, new float[] {64, 65, 66, 67, 68, 69}, byColumn, byRow, 60_000);
    RawPhoto raw = raw(31, 23, samples, cfa, levels, new Region(1, 2, 29, 20));
    for (Demosaicing method : Demosaicing.values()) {
      RasterSource source = method.of(raw);
      Raster whole = whole(source);
      for (int tile : new int[] {1, 3, 8}) {
        for (int y = 0; y < 20; y += tile) {
          for (int x = 0; x < 29; x += tile) {
            Region region = new Region(x, y, Math.min(tile, 29 - x), Math.min(tile, 20 - y));
            Raster part = source.read(region);
            Raster expected = new Raster(3, region.height(), region.width());
            whole.copyRegion(region, expected);
            assertThat(part.samples()).containsExactly(expected.samples());
          }
        }
      }
    }
  }

  /** (sample - black(row, column)) / range * gain at the sample's own place. */
  @Test
  void knownSamplesAreNormalisedOneByOne() throws PhotoException {
    short[] samples = new short[6 * 6];
    for (int k = 0; k < 36; k++) {
      samples[k] = (short) (1000 + 10 * k);
    }
    Levels levels =
        new Levels(
            2,
            2,
            new float[] {60, 61, 62, 63},
            new float[] {0, 1, 2, 3, 4, 5},
            new float[] {0, 10, 20, 30, 40, 50},
            2000);
    Raster rgb = whole(Demosaicing.MALVAR.of(raw(6, 6, samples, Cfa.RGGB, levels)));
    assertThat(rgb.get(0, 2, 4))
        .isCloseTo((float) (2 * (1160 - 60 - 4 - 20) / (2000 - 61.5)), within(1e-6f));
    assertThat(rgb.get(2, 3, 5))
        .isCloseTo((float) (1.5 * (1230 - 63 - 5 - 30) / (2000 - 61.5)), within(1e-6f));
  }

  @Test
  void aPhotoOfOneSampleIsNotAnError() throws PhotoException {
    Raster rgb =
        whole(Demosaicing.MALVAR.of(raw(1, 1, new short[] {600}, Cfa.RGGB, Levels.of(100, 1100))));
    assertThat(rgb.get(0, 0, 0)).isEqualTo(1f);
  }

  @Test
  void linearPhotosAreNormalisedAndBalanced() throws PhotoException {
    short[] samples = {0, 0, 0, 600, 600, 600};
    LinearPhoto photo =
        new LinearPhoto(
            Path.of("linear.dng"),
            new IntegerSamples.Samples16(new Size(2, 1), 3, samples),
            Levels.of(100, 1100),
            GAINS_2_AND_1_5,
            new Region(1, 0, 1, 1),
            "none",
            Metadata.NONE);
    assertThat(whole(new LinearRgb(photo)).samples()).containsExactly(1f, 0.5f, 0.75f);
  }

  private static Raster whole(RasterSource source) throws PhotoException {
    return source.read(source.size().region());
  }

  private static RawPhoto raw(int width, int height, short[] samples, Cfa cfa, Levels levels) {
    return raw(width, height, samples, cfa, levels, new Region(0, 0, width, height));
  }

  private static RawPhoto raw(
      int width, int height, short[] samples, Cfa cfa, Levels levels, Region crop) {
    return new RawPhoto(
        Path.of("test.dng"),
        new Mosaic(new Size(width, height), samples),
        cfa,
        levels,
        GAINS_2_AND_1_5,
        Optional.empty(),
        crop,
        16,
        "none",
        Metadata.NONE);
  }
}
