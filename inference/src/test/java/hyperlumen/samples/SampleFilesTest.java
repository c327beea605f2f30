package hyperlumen.samples;

import static org.assertj.core.api.Assertions.assertThat;

import hyperlumen.photo.Region;
import hyperlumen.photo.Size;
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
