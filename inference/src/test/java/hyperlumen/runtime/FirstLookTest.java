package hyperlumen.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import hyperlumen.model.Model;
import hyperlumen.model.TestModels;
import hyperlumen.network.Halo;
import hyperlumen.network.ReceptiveField;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RasterSource;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;
import hyperlumen.progress.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small tiles where somebody looks come first, show the final picture and do not change it. */
final class FirstLookTest {

  private static final Size SIZE = new Size(1500, 1100);
  private static final Region VIEW = new Region(700, 500, 300, 200);

  @TempDir Path folder;

  private Model model;
  private NetworkInput input;
  private FilterBank bank;
  private TilePlan plan;

  /** What was handed on, in its order. */
  private final List<Region> places = Collections.synchronizedList(new ArrayList<>());

  private final List<Raster> tiles = Collections.synchronizedList(new ArrayList<>());

  @BeforeEach
  void open() throws Exception {
    model = TestModels.install(folder, "tiny", "denoise:n=8,e=8,h=16,noise=2");
    RasterSource photo = new NetworkPictureTest.Speckles(SIZE);
    input = NetworkInputs.ofRgb(photo, model);
    Halo halo = ReceptiveField.of(model.network());
    FilterPredictor.WindowSamples windows = FilterPredictor.windows(model, input, halo.alignment());
    bank = FilterPredictor.predict(model, windows, new float[] {-1, 0.5f}, 1);
    plan = TilePlan.of(SIZE, halo, 550);
    assertThat(plan.count()).isGreaterThan(2);
  }

  private double run(Supplier<Region> view) throws Exception {
    try (NetworkPicture picture =
        new NetworkPicture(
            Path.of("speckles"), model, bank, input, plan, false, 1, Progress.NONE)) {
      picture.runTiles(
          view,
          (region, tile) -> {
            Raster copy = new Raster(3, region.height(), region.width());
            System.arraycopy(tile.samples(), 0, copy.samples(), 0, copy.samples().length);
            places.add(region);
            tiles.add(copy);
          });
      return picture.lookPixels();
    }
  }

  /** Value of a channel at a place in the tile of that number. */
  private float at(int tile, int channel, int x, int y) {
    Region place = places.get(tile);
    return tiles.get(tile).get(channel, y - place.y(), x - place.x());
  }

  @Test
  void theMiddleOfTheViewComesFirstInSmallAndEqualsTheFinalPicture() throws Exception {
    double executed = run(() -> VIEW);
    int small = places.size() - plan.count();
    assertThat(small).isBetween(1, 9);
    assertThat(places.getFirst().contains(new Region(840, 590, 20, 20))).isTrue();
    assertThat(executed).isGreaterThan(0);
    for (int i = 0; i < small; i++) {
      Region place = places.get(i);
      assertThat(place.pixels()).isLessThanOrEqualTo(256 * 256);
      assertThat(place.intersects(VIEW)).isTrue();
      for (int large = small; large < places.size(); large++) {
        if (places.get(large).contains(place)) {
          for (int c = 0; c < 3; c++) {
            float shown = at(i, c, place.x() + 100, place.y() + 50);
            assertThat(at(large, c, place.x() + 100, place.y() + 50))
                .isBetween(shown - 1e-5f, shown + 1e-5f);
          }
        }
      }
    }
    long area = 0;
    for (Region large : places.subList(small, places.size())) {
      area += large.pixels();
    }
    assertThat(area).isEqualTo(SIZE.pixels());
  }

  @Test
  void whoSeesTheWholePictureGetsNoSmallTiles() throws Exception {
    assertThat(run(() -> new Region(0, 0, 100_000, 100_000))).isZero();
    assertThat(places).hasSize(plan.count());
  }

  @Test
  void whatIsNotLookedAtAnyMoreIsDropped() throws Exception {
    int[] asked = {0};
    Region elsewhere = new Region(0, 0, 200, 200);
    run(() -> asked[0]++ < 2 ? VIEW : elsewhere);
    int small = places.size() - plan.count();
    List<Region> looks = places.subList(0, small);
    assertThat(looks.getFirst().intersects(VIEW)).isTrue();
    assertThat(looks.subList(1, small)).isNotEmpty().allMatch(p -> p.intersects(elsewhere));
  }
}
