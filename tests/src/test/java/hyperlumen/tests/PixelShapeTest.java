package hyperlumen.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hyperlumen.photo.PixelScale;
import hyperlumen.photo.Size;
import hyperlumen.progress.Progress;
import hyperlumen.read.PhotoReader;
import hyperlumen.read.dng.DngWriter;
import hyperlumen.tests.Program.Outcome;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Finished pictures of a DNG whose pixels are not square have square ones. */
class PixelShapeTest {

  private static final int WIDTH = 96;
  private static final int HEIGHT = 64;

  @TempDir private Path folder;

  /** Grey waves in a DNG of 96 x 64 samples. */
  private static void write(Path file, double horizontal, double vertical) throws Exception {
    new DngWriter(new Size(WIDTH, HEIGHT))
        .levels(64, 4095)
        .asShotNeutral(1, 1, 1)
        .colorMatrix(1, 21, 1, 0, 0, 0, 1, 0, 0, 0, 1)
        .defaultScale(horizontal, vertical)
        .write(
            file,
            (y, row) ->
                Arrays.setAll(
                    row, x -> (int) (1200 + 500 * Math.sin(x / 7.0) + 500 * Math.cos(y / 6.0))));
  }

  private static BufferedImage picture(Path file) throws Exception {
    return ImageIO.read(file.toFile());
  }

  /** Green between the pixels of a picture. */
  private static double between(BufferedImage image, double x, double y) {
    int x0 = (int) Math.clamp(x, 0, image.getWidth() - 2);
    int y0 = (int) Math.clamp(y, 0, image.getHeight() - 2);
    double fx = x - x0;
    double fy = y - y0;
    return (1 - fy) * ((1 - fx) * green(image, x0, y0) + fx * green(image, x0 + 1, y0))
        + fy * ((1 - fx) * green(image, x0, y0 + 1) + fx * green(image, x0 + 1, y0 + 1));
  }

  private static int green(BufferedImage image, int x, int y) {
    return image.getRGB(x, y) >> 8 & 255;
  }

  @Test
  void finishedPicturesAreStretchedByEveryModelAndALinearDngIsNot() throws Exception {
    Sandbox sandbox = Sandbox.in(folder);
    write(sandbox.work().resolve("wide.dng"), 1, 2);
    write(sandbox.work().resolve("square.dng"), 1, 1);

    Outcome inspected = Program.run(sandbox, "inspect", "wide.dng", "--json");
    JsonNode facts = new ObjectMapper().readTree(inspected.out()).get(0);
    assertThat(facts.path("defaultScale").toString()).isEqualTo("[1.0,2.0]");
    assertThat(facts.path("pixelShape").asText()).contains("0.5000 times", "stretched to 96x128");
    assertThat(facts.path("width").asInt()).isEqualTo(WIDTH);
    assertThat(facts.path("height").asInt()).isEqualTo(2 * HEIGHT);

    for (String model : new String[] {"isp-fast", "denoise-fast"}) {
      Outcome enhanced =
          Program.run(
              sandbox,
              "enhance",
              "wide.dng",
              "square.dng",
              "--out",
              model,
              "--format",
              "png8",
              "--model",
              model,
              "--report",
              model + ".json");
      assertThat(enhanced.code()).as(enhanced.err()).isZero();
      assertThat(enhanced.err()).doesNotContain("not square");
      BufferedImage stretched = picture(sandbox.work().resolve(model + "/wide.png"));
      BufferedImage plain = picture(sandbox.work().resolve(model + "/square.png"));
      assertThat(new Size(stretched.getWidth(), stretched.getHeight()))
          .isEqualTo(new Size(WIDTH, 2 * HEIGHT));
      for (int y = 8; y < 2 * HEIGHT - 8; y++) {
        for (int x = 4; x < WIDTH - 4; x++) {
          assertThat(Math.abs(green(stretched, x, y) - between(plain, x, (y + 0.5) / 2 - 0.5)))
              .as("%s at %d, %d", model, x, y)
              .isLessThanOrEqualTo(3);
        }
      }
      JsonNode report =
          new ObjectMapper().readTree(Files.readString(sandbox.work().resolve(model + ".json")));
      assertThat(report.path("files").get(0).path("height").asInt()).isEqualTo(2 * HEIGHT);
    }

    Outcome dng = Program.run(sandbox, "enhance", "wide.dng", "--out", "out", "--format", "dng");
    assertThat(dng.code()).as(dng.err()).isZero();
    var linear = PhotoReader.read(sandbox.work().resolve("out/wide.dng"), Progress.NONE);
    assertThat(linear.pixelScale()).isEqualTo(new PixelScale(1, 2));
    assertThat(linear.size()).isEqualTo(new Size(WIDTH, HEIGHT));
    assertThat(linear.finishedSize()).isEqualTo(new Size(WIDTH, 2 * HEIGHT));
  }

  @Test
  void aShapeThatNoCameraHasIsSaidAndNotApplied() throws Exception {
    Sandbox sandbox = Sandbox.in(folder);
    write(sandbox.work().resolve("odd.dng"), 1, 1000);

    Outcome enhanced =
        Program.run(
            sandbox,
            "enhance",
            "odd.dng",
            "--out",
            "out",
            "--format",
            "png8",
            "--model",
            "isp-fast");

    assertThat(enhanced.code()).as(enhanced.err()).isZero();
    assertThat(enhanced.err().lines().filter(line -> line.contains("not square"))).hasSize(1);
    BufferedImage image = picture(sandbox.work().resolve("out/odd.png"));
    assertThat(new Size(image.getWidth(), image.getHeight())).isEqualTo(new Size(WIDTH, HEIGHT));
  }
}
