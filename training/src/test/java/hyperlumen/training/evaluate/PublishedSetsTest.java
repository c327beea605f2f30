package hyperlumen.training.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hyperlumen.model.Model;
import hyperlumen.model.TestModels;
import hyperlumen.photo.Raster;
import hyperlumen.training.data.PairFolders;
import hyperlumen.training.data.PicturePair;
import hyperlumen.training.data.ZrrFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Made-up folders in the layouts of the published sets. */
class PublishedSetsTest {

  @TempDir private Path folder;

  @Test
  void pairsAreFoundByTheirMarks() throws IOException {
    for (String name : List.of("x_mean", "x_Real", "y_mean", "z_real")) {
      PictureFiles.write(TestPictures.picture(8, 8, 3), folder.resolve(name + ".png"));
    }
    assertThat(PairFolders.pairs(folder))
        .containsExactly(
            new PicturePair("x", folder.resolve("x_mean.png"), folder.resolve("x_Real.png")));
  }

  @Test
  void pairsAreFoundByTheirFolders() throws IOException {
    for (String name : List.of("clean/x", "noisy/x", "clean/y")) {
      PictureFiles.write(TestPictures.picture(8, 8, 3), folder.resolve(name + ".png"));
    }
    assertThat(PairFolders.pairs(folder))
        .containsExactly(
            new PicturePair("x", folder.resolve("clean/x.png"), folder.resolve("noisy/x.png")));
  }

  @Test
  void aFolderWithoutPairsIsRefusedInOneSentence() throws IOException {
    Files.createDirectories(folder.resolve("noisy"));
    assertThatThrownBy(() -> PairFolders.pairs(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("holds no pairs");
  }

  @Test
  void siddPairsAreFoundInTheirScenes() throws IOException {
    for (String name : List.of("0001_S6/0001_GT_SRGB_010", "0001_S6/0001_NOISY_SRGB_010")) {
      Path file = folder.resolve("Data").resolve(name + ".PNG");
      PictureFiles.write(TestPictures.picture(8, 8, 3), file);
    }
    EvaluationSet set = PublishedSets.of("sidd", folder, folder.resolve("work"), 0);
    assertThat(set.pictures())
        .extracting(PicturePair::name)
        .containsExactly("0001_S6-0001_NOISY_SRGB_010");
    assertThat(set.pictures().getFirst().reference().getFileName())
        .hasToString("0001_GT_SRGB_010.PNG");
  }

  @Test
  void siddBlocksComeOutInTheirPlaces() throws IOException {
    for (String name : List.of("ValidationNoisyBlocksSrgb.mat", "ValidationGtBlocksSrgb.mat")) {
      Files.write(folder.resolve(name), matlab(name.contains("Gt"), 2, 3, 4, 5));
    }
    EvaluationSet set = PublishedSets.of("sidd", folder, folder.resolve("work"), 0);
    assertThat(set.pictures()).hasSize(6);
    Raster clean = PictureFiles.read(set.pictures().get(4).reference());
    // Row 1, column 1 of the blocks; see the formula of the file.
    for (int c = 0; c < 3; c++) {
      for (int y = 0; y < 4; y++) {
        for (int x = 0; x < 5; x++) {
          assertThat(Math.round(255 * clean.get(c, y, x))).isEqualTo(value(1, 1, y, x, c));
        }
      }
    }
  }

  @Test
  void aBlockFileThatIsCutShortIsRefusedInOneSentence() throws IOException {
    byte[] whole = matlab(false, 2, 3, 4, 5);
    Path file = folder.resolve("cut.mat");
    Files.write(file, java.util.Arrays.copyOf(whole, whole.length - 20));
    assertThatThrownBy(() -> MatBlocks.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("cut.mat");
  }

  @Test
  void zrrIsScoredFromMosaicToPicture() throws IOException {
    ZrrFolder.write(folder.resolve("zrr/test"), 64, 2);
    Model model = TestModels.install(folder, "isp-test", "isp:n=4,e=4,h=8,noise=2,skip=1");
    EvaluationSet set = PublishedSets.of("zrr", folder.resolve("zrr"), folder.resolve("work"), 0);
    SetResult result = new SetScorer(model, folder.resolve("results"), 1).pictures(set);
    assertThat(result.pictures()).isEqualTo(2);
    // Even without any learning a developed photo is no stranger to its picture.
    assertThat(result.before().psnr()).isBetween(5.0, 60.0);
    assertThat(result.after().psnr()).isBetween(3.0, 60.0);
  }

  private static int value(int row, int column, int y, int x, int c) {
    return 100 * row + 40 * column + 10 * c + 2 * y + x;
  }

  /** Version 5: a header, then one array of bytes, compressed or not, first index fastest. */
  private static byte[] matlab(boolean compressed, int rows, int columns, int height, int width)
      throws IOException {
    int count = rows * columns * height * width * 3;
    ByteBuffer matrix = ByteBuffer.allocate(count + 96).order(ByteOrder.LITTLE_ENDIAN);
    matrix.putInt(6).putInt(8).putInt(9).putInt(0);
    matrix.putInt(5).putInt(20);
    matrix.putInt(rows).putInt(columns).putInt(height).putInt(width).putInt(3).putInt(0);
    matrix.putShort((short) 1).putShort((short) 1).put((byte) 'x').put(new byte[3]);
    matrix.putInt(2).putInt(count);
    for (int c = 0; c < 3; c++) {
      for (int x = 0; x < width; x++) {
        for (int y = 0; y < height; y++) {
          for (int column = 0; column < columns; column++) {
            for (int row = 0; row < rows; row++) {
              matrix.put((byte) value(row, column, y, x, c));
            }
          }
        }
      }
    }
    int length = (matrix.position() + 7) / 8 * 8;
    ByteBuffer element = ByteBuffer.allocate(8 + length).order(ByteOrder.LITTLE_ENDIAN);
    element.putInt(14).putInt(length).put(matrix.array(), 0, length);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(new byte[128]);
    if (compressed) {
      ByteArrayOutputStream deflated = new ByteArrayOutputStream();
      try (DeflaterOutputStream deflater = new DeflaterOutputStream(deflated)) {
        deflater.write(element.array());
      }
      ByteBuffer tag = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
      out.write(tag.putInt(15).putInt(deflated.size()).array());
      out.write(deflated.toByteArray());
    } else {
      out.write(element.array());
    }
    return out.toByteArray();
  }
}
