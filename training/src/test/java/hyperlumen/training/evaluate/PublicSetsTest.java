package hyperlumen.training.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hyperlumen.photo.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicSetsTest {

  @TempDir private Path folder;

  @Test
  void noiseIsAddedChannelByChannelInPixelOrderThenRoundedAndClipped() {
    Raster clean = new Raster(3, 1, 2);
    // RandomState(0): 1.764, 0.400, 0.979 for the first pixel, 2.241, 1.868, -0.977 for the second.
    float[] values = {100, 0, 100, 250, 100, 5};
    for (int c = 0; c < 3; c++) {
      for (int x = 0; x < 2; x++) {
        clean.set(c, 0, x, values[c * 2 + x] / 255f);
      }
    }
    Raster noisy = PublicSets.noisy(clean, 10);
    int[] expected = {118, 22, 104, 255, 110, 0};
    for (int i = 0; i < 6; i++) {
      assertThat(noisy.samples()[i] * 255).isCloseTo(expected[i], within(1e-4f));
    }
  }

  @Test
  void everyCleanSetComesWithThreeNoisesAndWithout() throws IOException {
    PictureFiles.write(TestPictures.picture(24, 20, 1), folder.resolve("data/kodak/b.png"));
    PictureFiles.write(TestPictures.picture(24, 20, 2), folder.resolve("data/kodak/a.png"));
    List<EvaluationSet> sets =
        PublicSets.of(
            folder.resolve("data"), folder.resolve("work"), List.of("kodak", "cbsd68"), 0);
    assertThat(sets)
        .extracting(EvaluationSet::key)
        .containsExactly("kodak/s15", "kodak/s25", "kodak/s50", "kodak/clean");
    assertThat(sets.getFirst().pictures())
        .extracting(EvaluationSet.Picture::name)
        .containsExactly("a", "b");
    EvaluationSet.Picture picture = sets.get(1).pictures().getFirst();
    Raster expected = PublicSets.noisy(PictureFiles.read(picture.reference()), 25);
    assertThat(PictureFiles.read(picture.input()).samples()).containsExactly(expected.samples());
  }

  @Test
  void limitedSetsAreSpreadEvenly() {
    List<EvaluationSet.Picture> pictures =
        java.util.stream.IntStream.range(0, 10)
            .mapToObj(i -> new EvaluationSet.Picture(i + "", Path.of("r"), Path.of("i")))
            .toList();
    assertThat(new EvaluationSet("a", "b", pictures).atMost(3).pictures())
        .extracting(EvaluationSet.Picture::name)
        .containsExactly("0", "3", "6");
  }

  @Test
  void pairsAreFoundByTheirMarks() throws IOException {
    for (String name : List.of("x_mean", "x_Real", "y_mean", "z_real")) {
      PictureFiles.write(TestPictures.picture(8, 8, 3), folder.resolve(name + ".png"));
    }
    assertThat(PairedSets.named("cc", "real", folder).pictures())
        .containsExactly(
            new EvaluationSet.Picture(
                "x", folder.resolve("x_mean.png"), folder.resolve("x_Real.png")));
  }

  @Test
  void pairsAreFoundByTheirFolders() throws IOException {
    for (String name : List.of("clean/x", "noisy/x", "clean/y")) {
      PictureFiles.write(TestPictures.picture(8, 8, 3), folder.resolve(name + ".png"));
    }
    assertThat(PairedSets.named("mine", "pairs", folder).pictures())
        .containsExactly(
            new EvaluationSet.Picture(
                "x", folder.resolve("clean/x.png"), folder.resolve("noisy/x.png")));
  }

  @Test
  void aFolderWithoutPairsIsRefusedInOneSentence() throws IOException {
    Files.createDirectories(folder.resolve("noisy"));
    assertThatThrownBy(() -> PairedSets.named("mine", "pairs", folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("holds no pairs");
  }
}
