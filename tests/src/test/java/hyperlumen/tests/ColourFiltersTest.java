package hyperlumen.tests;

import static org.assertj.core.api.Assertions.assertThat;

import hyperlumen.photo.Cfa;
import hyperlumen.photo.Size;
import hyperlumen.read.dng.DngWriter;
import hyperlumen.tests.Program.Outcome;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that names wrong colour filters can be developed with the right ones. */
class ColourFiltersTest {

  @TempDir private Path folder;

  /** A plain surface, brighter to the right, seen through {@code real} filters. */
  private static void write(Path file, Cfa real, Cfa named) throws Exception {
    int[] light = {900, 2000, 1200};
    new DngWriter(new Size(96, 64))
        .cfa(named)
        .levels(64, 4095)
        .asShotNeutral(0.5, 1, 0.6)
        .colorMatrix(1, 21, 1, 0, 0, 0, 1, 0, 0, 0, 1)
        .write(
            file,
            (y, row) -> {
              for (int x = 0; x < row.length; x++) {
                row[x] = light[real.colour(y, x)] + x;
              }
            });
  }

  @Test
  void theUsersFiltersGiveWhatARightFileGives() throws Exception {
    Sandbox sandbox = Sandbox.in(folder);
    write(sandbox.work().resolve("right.dng"), Cfa.RGGB, Cfa.RGGB);
    write(sandbox.work().resolve("wrong.dng"), Cfa.RGGB, Cfa.GRBG);

    Outcome believed = enhance(sandbox, "believed", "wrong.dng");
    Outcome right = enhance(sandbox, "out", "right.dng");
    Outcome told = enhance(sandbox, "told", "wrong.dng", "--cfa", "RGGB", "--sidecar");

    assertThat(believed.err()).contains("said to be GRBG", "--cfa");
    assertThat(right.err() + told.err()).doesNotContain("--cfa");
    int[] expected = pixels(sandbox, "out/right.png");
    assertThat(pixels(sandbox, "told/wrong.png")).isEqualTo(expected);
    assertThat(pixels(sandbox, "believed/wrong.png")).isNotEqualTo(expected);

    Path sidecar = sandbox.work().resolve("told/wrong.png.hyperlumen.json");
    Outcome again = Program.run(sandbox, "enhance", "--repeat", sidecar, "--out", "again");
    assertThat(again.code()).as(again.err()).isZero();
    assertThat(Files.readAllBytes(sandbox.work().resolve("again/wrong.png")))
        .isEqualTo(Files.readAllBytes(sandbox.work().resolve("told/wrong.png")));
  }

  @Test
  void otherThanTheFourPatternsAreRefused() throws Exception {
    Sandbox sandbox = Sandbox.in(folder);
    write(sandbox.work().resolve("right.dng"), Cfa.RGGB, Cfa.RGGB);

    Outcome refused = Program.run(sandbox, "enhance", "right.dng", "--out", "o", "--cfa", "RGBG");

    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("--cfa", "RGBG", "RGGB");
  }

  private static Outcome enhance(Sandbox sandbox, String out, Object... arguments)
      throws Exception {
    Object[] all = new Object[arguments.length + 5];
    all[0] = "enhance";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    all[arguments.length + 1] = "--out";
    all[arguments.length + 2] = out;
    all[arguments.length + 3] = "--format";
    all[arguments.length + 4] = "png8";
    Outcome outcome = Program.run(sandbox, all);
    assertThat(outcome.code()).as(outcome.err()).isZero();
    return outcome;
  }

  private static int[] pixels(Sandbox sandbox, String file) throws Exception {
    BufferedImage image = ImageIO.read(sandbox.work().resolve(file).toFile());
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }
}
