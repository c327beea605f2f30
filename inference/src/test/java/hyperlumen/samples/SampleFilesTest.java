package hyperlumen.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hyperlumen.colour.Look;
import hyperlumen.colour.Rendering;
import hyperlumen.colour.RenderingSettings;
import hyperlumen.colour.SceneSamples;
import hyperlumen.develop.Demosaicing;
import hyperlumen.metric.Psnr;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RasterSource;
import hyperlumen.photo.RawPhoto;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;
import hyperlumen.progress.Progress;
import hyperlumen.read.dng.DngReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The files in assets/samples are what their generator makes: the header, and strips from top,
 * middle and bottom. (Every row is made on its own, so a few stand for all.)
 */
class SampleFilesTest {

  private static final Path SAMPLES =
      Path.of(System.getProperty("hyperlumen.root", "..")).resolve("assets/samples");

  private static final int[] ROWS = {0, 304, 640, 1184};

  @Test
  void theRawSampleIsMadeAgainByteForByte() throws IOException {
    byte[] file = Files.readAllBytes(SAMPLES.resolve("raw-sample.dng"));
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    Size size = SampleFiles.RAW_SCENE.size();
    SampleDng.writeHeader(size, SampleFiles.RAW_SENSOR.noise(), header);
    assertThat(file).startsWith(header.toByteArray());
    int rowBytes = SampleDng.rowBytes(size.width());
    assertThat(file).hasSize(header.size() + size.height() * rowBytes);
    for (int y : ROWS) {
      int from = header.size() + y * rowBytes;
      byte[] stored = Arrays.copyOfRange(file, from, from + SampleDng.STRIP_ROWS * rowBytes);
      assertThat(
              SampleFiles.strip(
                  SampleFiles.RAW_SCENE, SampleFiles.RAW_SENSOR, y, SampleDng.STRIP_ROWS))
          .isEqualTo(stored);
    }
  }

  @Test
  void theCleanPicturesAreMadeAgainPixelForPixel() throws IOException {
    assertRowsAreMadeAgain(SampleFiles.RAW_SCENE, "raw-sample-clean.png", 640);
    assertRowsAreMadeAgain(SampleFiles.SRGB_SCENE, "noisy-sample-clean.png", 320);
  }

  @Test
  void anyEvenSizeCanBeWritten(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("small.dng");
    SampleScene scene = new SampleScene(new Size(64, 40), SampleScene.View.WHOLE);
    SampleFiles.writeDng(scene, SampleFiles.RAW_SENSOR, file);
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    SampleDng.writeHeader(scene.size(), SampleFiles.RAW_SENSOR.noise(), header);
    assertThat(file).hasSize(header.size() + 40L * SampleDng.rowBytes(64));
  }

  /** What the reader makes of the file is what the sensor put in. */
  @Test
  void theRawSampleIsReadAsItWasMade() throws Exception {
    RawPhoto raw = (RawPhoto) DngReader.read(SAMPLES.resolve("raw-sample.dng"), Progress.NONE);
    assertThat(raw.size()).isEqualTo(SampleFiles.RAW_SCENE.size());
    assertThat(raw.cfa()).isEqualTo(SampleSensor.CFA);
    assertThat(raw.noiseProfile()).contains(SampleFiles.RAW_SENSOR.noise());
    assertThat(raw.levels().meanBlack()).isEqualTo(SampleSensor.BLACK);
    assertThat(raw.levels().white()).isEqualTo(SampleSensor.WHITE);
    assertThat(raw.colour().asShotGains())
        .usingComparatorWithPrecision(1e-3)
        .containsExactly(SampleSensor.colour().asShotGains());
    byte[] strip = SampleFiles.strip(SampleFiles.RAW_SCENE, SampleFiles.RAW_SENSOR, 304, 2);
    for (int k = 0; k < 3200; k += 2) {
      int first = strip[k / 2 * 3] & 0xff;
      int middle = strip[k / 2 * 3 + 1] & 0xff;
      int last = strip[k / 2 * 3 + 2] & 0xff;
      assertThat(raw.mosaic().sample(304 + k / 1600, k % 1600)).isEqualTo(first << 4 | middle >> 4);
      assertThat(raw.mosaic().sample(304 + k / 1600, k % 1600 + 1))
          .isEqualTo((middle & 15) << 8 | last);
    }
  }

  /** Plain demosaicing against the clean original, so that a network has something to beat. */
  @Test
  void plainDemosaicingLeavesTheNoise() throws Exception {
    RawPhoto raw = (RawPhoto) DngReader.read(SAMPLES.resolve("raw-sample.dng"), Progress.NONE);
    RenderingSettings linear = RenderingSettings.DEFAULT.withLook(Look.LINEAR);
    RasterSource before =
        Rendering.of(raw.colour(), linear, SceneSamples.NONE).over(Demosaicing.MALVAR.of(raw));
    BufferedImage clean = ImageIO.read(SAMPLES.resolve("raw-sample-clean.png").toFile());
    Region middle = new Region(400, 300, 800, 600);
    Raster truth = new Raster(3, 600, 800);
    for (int y = 0; y < 600; y++) {
      for (int x = 0; x < 800; x++) {
        int rgb = clean.getRGB(400 + x, 300 + y);
        for (int c = 0; c < 3; c++) {
          truth.set(c, y, x, (rgb >> (16 - 8 * c) & 0xff) / 255f);
        }
      }
    }
    assertThat(Psnr.of(truth, before.read(middle), 1)).isCloseTo(27.38, within(0.05));
  }

  private static void assertRowsAreMadeAgain(SampleScene scene, String name, int y)
      throws IOException {
    BufferedImage stored = ImageIO.read(SAMPLES.resolve(name).toFile());
    int width = scene.size().width();
    assertThat(stored.getWidth()).isEqualTo(width);
    assertThat(stored.getHeight()).isEqualTo(scene.size().height());
    BufferedImage made = SampleFiles.clean(scene, new Region(0, y, width, 8));
    assertThat(made.getRGB(0, 0, width, 8, null, 0, width))
        .isEqualTo(stored.getRGB(0, y, width, 8, null, 0, width));
  }
}
