package hyperlumen.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hyperlumen.photo.IntegerSamples;
import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RasterSource;
import hyperlumen.photo.Region;
import hyperlumen.photo.RgbPhoto;
import hyperlumen.photo.Size;
import hyperlumen.progress.Progress;
import hyperlumen.read.bitmap.BitmapReader;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written, as the program's own and other readers see it. */
class PhotoWriterTest {

  private static final String SOFTWARE = "Hyperlumen test";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "PNG8, 1",
    "PNG8, 2",
    "PNG8, 3",
    "PNG8, 4",
    "PNG16, 1",
    "PNG16, 2",
    "PNG16, 3",
    "PNG16, 4",
    "TIFF8, 1",
    "TIFF8, 2",
    "TIFF8, 3",
    "TIFF8, 4",
    "TIFF16, 1",
    "TIFF16, 3",
    "TIFF16, 4",
    "TIFF32F, 1",
    "TIFF32F, 3"
  })
  void whatIsWrittenIsReadBackExactly(OutputFormat format, int channels) throws Exception {
    int most = format.bits() == 8 ? 255 : 65535;
    GradientSource source = new GradientSource(new Size(61, 43), channels, most);
    for (boolean deflate : new boolean[] {true, false}) {
      // 10 rows a band: the last one is cut, and filters look up across bands.
      Path file = folder.resolve("out-" + deflate + "." + format.extension());
      OutputSpec spec = OutputSpec.of(format, SOFTWARE).withDeflate(deflate).withBands(10, 2);

      PhotoWriter.write(source, file, spec, Progress.NONE);

      IntegerSamples samples = BitmapReader.read(file).samples();
      assertThat(samples.channels()).isEqualTo(channels);
      assertThat(samples.size()).isEqualTo(source.size());
      assertSame(source, (row, column, c) -> samples.sample(row, column, c));
    }
  }

  @ParameterizedTest
  @CsvSource({"PNG8, 3", "PNG16, 3", "PNG16, 1", "TIFF8, 3", "TIFF16, 3", "TIFF8, 1"})
  void anIndependentReaderSeesTheSame(OutputFormat format, int channels) throws Exception {
    GradientSource source =
        new GradientSource(new Size(61, 43), channels, format.bits() == 8 ? 255 : 65535);
    Path file = folder.resolve("out." + format.extension());

    // The JDK's reader does not know predictor 2 with 16 bits.
    OutputSpec spec = OutputSpec.of(format, SOFTWARE).withDeflate(format == OutputFormat.TIFF8);
    PhotoWriter.write(source, file, spec, Progress.NONE);

    BufferedImage image = ImageIO.read(file.toFile());
    assertSame(source, (row, column, c) -> image.getRaster().getSample(column, row, c));
  }

  @Test
  void roundsHalfUpAndClips() throws Exception {
    float[] values = {-1f, 0f, 0.49f / 255, 0.5f / 255, 1.49f / 255, 1.5f / 255, 2f, Float.NaN};
    RasterSource source = RasterSource.of(new Raster(1, 1, values.length, values));
    Path file = folder.resolve("out.png");

    PhotoWriter.write(source, file, OutputSpec.of(OutputFormat.PNG8, SOFTWARE), Progress.NONE);

    IntegerSamples samples = BitmapReader.read(file).samples();
    int[] expected = {0, 0, 0, 1, 1, 2, 255, 0};
    for (int i = 0; i < expected.length; i++) {
      assertThat(samples.sample(0, i, 0)).as("value %s", values[i]).isEqualTo(expected[i]);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 'baseline JPEG, grey'", "3, 'baseline JPEG, 4:4:4'", "4, 'baseline JPEG, 4:4:4'"})
  void jpegIsCloseToTheSourceInFullColourResolution(int channels, String compression)
      throws Exception {
    // A smooth wave in each channel, as large as several bands.
    Raster wave = new Raster(channels, 150, 90);
    for (int c = 0; c < channels; c++) {
      for (int y = 0; y < 150; y++) {
        for (int x = 0; x < 90; x++) {
          wave.set(c, y, x, (float) (0.5 + 0.4 * Math.sin(0.05 * x + 0.09 * y + 2 * c)));
        }
      }
    }
    Path file = folder.resolve("out.jpg");

    PhotoWriter.write(
        RasterSource.of(wave),
        file,
        OutputSpec.of(OutputFormat.JPEG, SOFTWARE).withJpegQuality(100),
        Progress.NONE);

    RgbPhoto photo = BitmapReader.read(file);
    assertThat(photo.compression()).isEqualTo(compression);
    for (int c = 0; c < Math.min(channels, 3); c++) {
      for (int y = 0; y < 150; y++) {
        for (int x = 0; x < 90; x++) {
          assertThat((double) photo.samples().sample(y, x, c))
              .isCloseTo(wave.get(c, y, x) * 255.0, within(5.0));
        }
      }
    }
  }

  @Test
  void jpegPullsEachBandOnce() throws Exception {
    int[] pulled = {0};
    GradientSource gradient = new GradientSource(new Size(300, 1000), 3, 255);
    RasterSource source = counting(gradient, pulled);

    PhotoWriter.write(
        source,
        folder.resolve("out.jpg"),
        OutputSpec.of(OutputFormat.JPEG, SOFTWARE),
        Progress.NONE);

    assertThat(pulled[0]).isEqualTo(1000);
  }

  private interface Levels {
    int at(int row, int column, int channel);
  }

  private static void assertSame(GradientSource source, Levels found) {
    for (int y = 0; y < source.size().height(); y++) {
      for (int x = 0; x < source.size().width(); x++) {
        for (int c = 0; c < source.channels(); c++) {
          if (found.at(y, x, c) != source.level(y, x, c)) {
            throw new AssertionError(
                "row "
                    + y
                    + ", column "
                    + x
                    + ", channel "
                    + c
                    + ": "
                    + found.at(y, x, c)
                    + " instead of "
                    + source.level(y, x, c));
          }
        }
      }
    }
  }

  private static RasterSource counting(GradientSource source, int[] rows) {
    return new DelegateSource(source) {
      @Override
      public void read(Region region, Raster into) throws PhotoException {
        rows[0] += region.height();
        super.read(region, into);
      }
    };
  }
}
