package hyperlumen.training.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hyperlumen.photo.Raster;
import hyperlumen.training.data.PicturePair;
import java.io.IOException;
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
    assertThat(sets.getFirst().pictures()).extracting(PicturePair::name).containsExactly("a", "b");
    PicturePair picture = sets.get(1).pictures().getFirst();
    Raster expected = PublicSets.noisy(PictureFiles.read(picture.reference()), 25);
    assertThat(PictureFiles.read(picture.input()).samples()).containsExactly(expected.samples());
  }

  @Test
  void limitedSetsAreSpreadEvenly() {
    List<PicturePair> pictures =
        java.util.stream.IntStream.range(0, 10)
            .mapToObj(i -> new PicturePair(i + "", Path.of("r"), Path.of("i")))
            .toList();
    assertThat(new EvaluationSet("a", "b", pictures).atMost(3).pictures())
        .extracting(PicturePair::name)
        .containsExactly("0", "3", "6");
  }
}
