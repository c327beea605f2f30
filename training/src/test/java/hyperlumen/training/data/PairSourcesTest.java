package hyperlumen.training.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hyperlumen.network.Packing;
import hyperlumen.network.SignalCode;
import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RasterSource;
import hyperlumen.progress.Progress;
import hyperlumen.write.OutputFormat;
import hyperlumen.write.OutputSpec;
import hyperlumen.write.PhotoWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairSourcesTest {

  @TempDir private Path folder;

  @Test
  void zrrPatchesShowTheSamePlaceHoweverTheyAreTurned() throws Exception {
    ZrrFolder.write(folder.resolve("train"), 64, 3);
    List<PicturePair> pairs = PairFolders.zrr(folder, "train");
    ZrrGroups source = new ZrrGroups(pairs.subList(0, 1), pairs.subList(1, 2));
    SplittableRandom random = new SplittableRandom(4);
    for (int trial = 0; trial < 20; trial++) {
      Group group = source.next(random, 2, 32);
      assertThat(group.input()).hasSize(2 * 4 * 16 * 16);
      float[] planes = group.input().clone();
      SignalCode.SQUARE_ROOT.decode(planes, 0, planes.length);
      for (int p = 0; p < 2; p++) {
        for (int k = 0; k < 4; k++) {
          int value = Math.round(planes[(p * 4 + k) * 256 + 37] * ZrrMosaic.WHITE);
          // Samples name their place: some place with the plane's own colour must hold it.
          assertThat(placesWith(value, k)).as("plane %d", k).isPositive();
        }
      }
    }
  }

  private static long placesWith(int value, int plane) {
    long places = 0;
    for (int row = 0; row < 64; row++) {
      for (int column = 0; column < 64; column++) {
        // Red at (0, 0), blue at (1, 1); a turn may exchange the two greens.
        int colour = plane == 0 ? 0 : plane == 3 ? 2 : 1;
        if ((row & 1) + (column & 1) == colour && ZrrFolder.sample(0, row, column) == value) {
          places++;
        }
      }
    }
    return places;
  }

  @Test
  void zrrValidationIsTheMiddleOfThePairAsItIs() throws Exception {
    ZrrFolder.write(folder.resolve("train"), 64, 2);
    List<PicturePair> pairs = PairFolders.zrr(folder, "train");
    Group group = new ZrrGroups(pairs, pairs.subList(1, 2)).validation(32, 0).getFirst();
    float[] planes = group.input().clone();
    SignalCode.SQUARE_ROOT.decode(planes, 0, planes.length);
    // The patch begins at (16, 16); plane 3 is blue at (1, 1) of each cell.
    float expected = ZrrFolder.sample(1, 16 + 2 * 5 + 1, 16 + 2 * 9 + 1) / 1020f;
    assertThat(planes[3 * 256 + 5 * 16 + 9]).isCloseTo(expected, within(1e-5f));
    float target = ZrrFolder.display(1, 16 + 3, 16 + 4) / 255f;
    assertThat(group.target()[3 * 32 + 4]).isCloseTo(target, within(0.02f));
  }

  @Test
  void pairsShareTheirPlaceAndTurn() throws Exception {
    Raster clean = new Raster(3, 40, 48);
    Raster noisy = new Raster(3, 40, 48);
    for (int i = 0; i < clean.samples().length; i++) {
      clean.samples()[i] = i * 31 % 200 / 255f;
      noisy.samples()[i] = clean.samples()[i] + 30 / 255f;
    }
    save(clean, folder.resolve("a_mean.png"));
    save(noisy, folder.resolve("a_real.png"));
    PairCache cache = PairCache.open(PairFolders.pairs(folder), folder.resolve("cache"));
    PairGroups source = new PairGroups(cache, Packing.RGB, 2);
    Group group = source.next(new SplittableRandom(5), 3, 16);
    assertThat(group.target()).hasSize(3 * 3 * 16 * 16);
    for (int i = 0; i < group.target().length; i++) {
      assertThat(group.input()[i] - group.target()[i]).isCloseTo(30 / 255f, within(1e-5f));
    }
    assertThat(source.validation(512, 0).getFirst().inputSide()).isEqualTo(32);
  }

  @Test
  void aPictureThatIsNoMosaicIsRefused() throws Exception {
    Path file = folder.resolve("a.png");
    save(new Raster(3, 8, 8), file);
    assertThatThrownBy(() -> ZrrMosaic.read(file))
        .isInstanceOf(PhotoException.class)
        .hasMessageContaining("a.png");
  }

  private static void save(Raster raster, Path file) throws Exception {
    Files.createDirectories(file.getParent());
    PhotoWriter.write(
        RasterSource.of(raster), file, OutputSpec.of(OutputFormat.PNG8, "test"), Progress.NONE);
  }
}
