package hyperlumen.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hyperlumen.photo.Bytes;
import hyperlumen.photo.CameraColour;
import hyperlumen.photo.CameraColour.Calibration;
import hyperlumen.photo.ExifEntry;
import hyperlumen.photo.IntegerSamples;
import hyperlumen.photo.LinearPhoto;
import hyperlumen.photo.Metadata;
import hyperlumen.photo.Orientation;
import hyperlumen.photo.PixelScale;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RasterSource;
import hyperlumen.photo.Size;
import hyperlumen.progress.Progress;
import hyperlumen.read.dng.DngReader;
import hyperlumen.read.tiff.ByteView;
import hyperlumen.read.tiff.Directory;
import hyperlumen.read.tiff.TiffFile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A linear DNG holds the samples, and what a converter must know of the camera. */
class LinearDngTest {

  private static final double[] IDENTITY = {1, 0, 0, 0, 1, 0, 0, 0, 1};

  private static final double[] COLOUR_A = {
    0.7034, -0.0804, -0.1014, -0.442, 1.2564, 0.2058, -0.0851, 0.1994, 0.5758
  };

  private static final double[] COLOUR_D65 = {
    0.6461, -0.0907, -0.0882, -0.43, 1.2184, 0.2378, -0.0819, 0.1944, 0.5931
  };

  private static final double[] FORWARD = {
    0.4868, 0.312, 0.1655, 0.1826, 0.7885, 0.0289, 0.0256, -0.0133, 0.8128
  };

  private static final double[] CALIBRATION = {1.01, 0, 0, 0, 1, 0, 0, 0, 0.98};

  private static final ExifEntry PROFILE_NAME = text(50936, "Camera Neutral");

  private static final CameraColour COLOUR =
      new CameraColour(
          List.of(
              new Calibration(17, COLOUR_A, CALIBRATION, Optional.of(FORWARD)),
              new Calibration(21, COLOUR_D65, IDENTITY, Optional.empty())),
          new double[] {1, 1, 1},
          new double[] {0.473, 1, 0.652},
          -0.35,
          List.of(PROFILE_NAME));

  @TempDir Path folder;

  private static ExifEntry text(int tag, String text) {
    byte[] bytes = (text + "\0").getBytes(StandardCharsets.UTF_8);
    return new ExifEntry(ExifEntry.Directory.MAIN, tag, 2, bytes.length, new Bytes(bytes));
  }

  /** Smooth with noise, from a little below black to saturation. */
  private static Raster picture(int width, int height) {
    Random random = new Random(7);
    Raster raster = new Raster(3, height, width);
    for (int c = 0; c < 3; c++) {
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          double wave = 0.45 + 0.45 * Math.sin(0.03 * x + 0.05 * y + c);
          raster.set(c, y, x, (float) (wave + 0.01 * random.nextGaussian()));
        }
      }
    }
    return raster;
  }

  private Path written(Raster raster, Orientation orientation, int bandRows) throws Exception {
    Path file = folder.resolve("out.dng");
    Metadata metadata =
        new Metadata(
            List.of(text(271, "Canon"), text(272, "Canon EOS 7")),
            Optional.empty(),
            Optional.empty(),
            orientation);
    OutputSpec spec =
        OutputSpec.of(OutputFormat.DNG, "Hyperlumen test")
            .withMetadata(metadata)
            .withOrientation(orientation)
            .withBands(bandRows, 2);
    PhotoWriter.writeLinearDng(
        new LinearDng(RasterSource.of(raster), COLOUR, LinearDngTest::grey),
        file,
        spec,
        Progress.NONE);
    return file;
  }

  /** A preview that says how bright the small picture is. */
  private static Raster grey(Raster small) {
    Raster shown = new Raster(3, small.height(), small.width());
    int plane = small.height() * small.width();
    for (int c = 0; c < 3; c++) {
      System.arraycopy(small.samples(), plane, shown.samples(), c * plane, plane);
    }
    return shown;
  }

  @ParameterizedTest
  @CsvSource({"61, 43, 64", "16, 16, 64", "7, 5, 10", "1100, 130, 64", "2050, 40, 20"})
  void theSamplesComeBackToHalfACode(int width, int height, int bandRows) throws Exception {
    Raster raster = picture(width, height);

    LinearPhoto photo =
        (LinearPhoto) DngReader.read(written(raster, Orientation.NORMAL, bandRows), Progress.NONE);

    assertThat(photo.size()).isEqualTo(new Size(width, height));
    IntegerSamples samples = photo.samples();
    double black = photo.levels().blackAt(0, 0);
    double range = photo.levels().range();
    for (int c = 0; c < 3; c++) {
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          // Code 0 is a little below black.
          double expected = Math.clamp(raster.get(c, y, x), -black / range, 1);
          assertThat((samples.sample(y, x, c) - black) / range)
              .isCloseTo(expected, within(0.51 / range));
        }
      }
    }
  }

  @Test
  void pixelsThatAreNotSquareKeepTheirShape() throws Exception {
    Path file = folder.resolve("wide.dng");
    PixelScale scale = new PixelScale(1, 2);
    PhotoWriter.writeLinearDng(
        new LinearDng(RasterSource.of(picture(40, 30)), COLOUR, scale, LinearDngTest::grey),
        file,
        OutputSpec.of(OutputFormat.DNG, "Hyperlumen test"),
        Progress.NONE);

    assertThat(DngReader.read(file, Progress.NONE).pixelScale()).isEqualTo(scale);
  }

  @Test
  void jumpsOfHalfTheRangeAreCodedToo() throws Exception {
    // Differences of exactly 32768, which have a category of their own.
    float low = -1024f / 64511;
    float high = low + 32768f / 64511;
    Raster raster = new Raster(3, 20, 20);
    for (int i = 0; i < raster.samples().length; i++) {
      raster.samples()[i] = i % 2 == 0 ? low : high;
    }

    LinearPhoto photo =
        (LinearPhoto) DngReader.read(written(raster, Orientation.NORMAL, 64), Progress.NONE);

    assertThat(photo.samples().sample(3, 4, 0)).isZero();
    assertThat(photo.samples().sample(3, 5, 0)).isEqualTo(32768);
  }

  @Test
  void coloursAndOrientationAreTheSources() throws Exception {
    Path file = written(picture(40, 30), Orientation.ROTATE_90, 64);
    LinearPhoto photo = (LinearPhoto) DngReader.read(file, Progress.NONE);

    CameraColour colour = photo.colour();
    assertThat(colour.asShotNeutral()).containsExactly(COLOUR.asShotNeutral(), within(1e-6));
    assertThat(colour.baselineExposure()).isCloseTo(-0.35, within(1e-6));
    assertThat(colour.calibrations()).hasSize(2);
    Calibration first = colour.calibrations().getFirst();
    assertThat(first.illuminant()).isEqualTo(17);
    assertThat(first.colorMatrix()).containsExactly(COLOUR_A, within(1e-6));
    assertThat(first.cameraCalibration()).containsExactly(CALIBRATION, within(1e-6));
    assertThat(first.forwardMatrix().orElseThrow()).containsExactly(FORWARD, within(1e-6));
    Calibration second = colour.calibrations().getLast();
    assertThat(second.illuminant()).isEqualTo(21);
    assertThat(second.colorMatrix()).containsExactly(COLOUR_D65, within(1e-6));
    assertThat(second.cameraCalibration()).containsExactly(IDENTITY);
    assertThat(second.forwardMatrix()).isEmpty();
    assertThat(colour.profile()).contains(PROFILE_NAME, text(50708, "Canon EOS 7"));
    assertThat(photo.metadata().orientation()).isEqualTo(Orientation.ROTATE_90);
    assertThat(photo.metadata().exif()).contains(text(305, "Hyperlumen test"));
  }

  @Test
  void thePreviewShowsWhatWasWritten() throws Exception {
    Path file = written(picture(2100, 60), Orientation.NORMAL, 16);
    byte[] bytes = Files.readAllBytes(file);
    try (ByteView view = ByteView.map(file)) {
      Directory main = TiffFile.parse(view).main();
      int at = main.intValue(273, 0);
      byte[] jpeg = Arrays.copyOfRange(bytes, at, at + main.intValue(279, 0));
      BufferedImage preview = ImageIO.read(new ByteArrayInputStream(jpeg));
      assertThat(preview.getWidth()).isEqualTo(700).isEqualTo(main.intValue(256, 0));
      assertThat(preview.getHeight()).isEqualTo(20).isEqualTo(main.intValue(257, 0));
      // The green wave at the middle of the preview's pixel (350, 10).
      double expected = 0.45 + 0.45 * Math.sin(0.03 * 1051 + 0.05 * 31 + 1);
      assertThat((preview.getRGB(350, 10) >> 8 & 0xff) / 255.0).isCloseTo(expected, within(0.04));
    }
  }
}
