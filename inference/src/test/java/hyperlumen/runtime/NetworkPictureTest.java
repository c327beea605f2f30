package hyperlumen.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtSession;
import hyperlumen.model.Model;
import hyperlumen.model.TestModels;
import hyperlumen.network.Halo;
import hyperlumen.network.ReceptiveField;
import hyperlumen.network.onnx.GraphBytes;
import hyperlumen.network.onnx.NetworkGraphs;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RasterSource;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;
import hyperlumen.progress.Progress;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With fixed filters a network is a plain one: however it is tiled, the numbers are the same. */
class NetworkPictureTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "denoise:n=8,e=8,h=16,noise=2",
        "denoise:n=8,e=8,h=16,noise=6,bias=1,deep=2",
        "denoise-plain:n=8",
        "vdn:c=8",
        "vdn-hc:c=8,h1=16,h2=8,noise=2",
        "denoise-sep:n0=8,n1=12,n2=16,a1=2,e=4,h=8,noise=6",
        "denoise-sep-plain:n0=8,n1=12,n2=16"
      })
  void tiledEqualsUntiled(String spec) throws Exception {
    Model model = TestModels.install(folder, "tiny", spec);
    RasterSource photo = new Speckles(new Size(333, 251));
    NetworkInput input = NetworkInputs.ofRgb(photo, model);
    Halo halo = ReceptiveField.of(model.network());
    FilterBank bank = bank(model, input, halo);

    Raster whole = run(model, bank, input, TilePlan.of(photo.size(), halo, 4096), false, 1);
    for (int kept : new int[] {8, 24, 64}) {
      TilePlan plan = TilePlan.of(photo.size(), halo, 2 * halo.halo() + kept);
      assertThat(plan.count()).isGreaterThan(1);
      assertThat(largestDifference(whole, run(model, bank, input, plan, false, 2)))
          .as("kept %d of %s", kept, spec)
          .isLessThan(1e-5);
    }
  }

  /** Pixels are put in their places by our own copying; the runtime's shuffle is the oracle. */
  @Test
  void shufflesAsTheGraphDoes() throws Exception {
    Model model = TestModels.install(folder, "tiny", "denoise:n=8,e=8,h=16,noise=2");
    RasterSource photo = new Speckles(new Size(64, 48));
    NetworkInput input = NetworkInputs.ofRgb(photo, model);
    Halo halo = ReceptiveField.of(model.network());
    FilterBank bank = bank(model, input, halo);
    TilePlan plan = TilePlan.of(photo.size(), halo, 4096);
    float[] planes = new float[Math.toIntExact(12 * plan.tile().pixels())];
    input.filler().fill(plan.input(0, 0), planes);

    float[][][][] expected;
    byte[] graph = GraphBytes.bake(model.forward().array(), bank.values());
    try (OrtSession session =
            OnnxEngine.open(graph, 1, OrtSession.SessionOptions.OptLevel.ALL_OPT);
        OnnxTensor tile =
            OnnxTensor.createTensor(
                OnnxEngine.environment(),
                FloatBuffer.wrap(planes),
                new long[] {1, 12, plan.tile().height(), plan.tile().width()});
        OrtSession.Result result = session.run(Map.of(NetworkGraphs.TILE, tile))) {
      expected = (float[][][][]) result.get(0).getValue();
    }

    Raster shuffled = run(model, bank, input, plan, false, 1);
    int border = 2 * plan.halo();
    for (int c = 0; c < 3; c++) {
      for (int y = 0; y < 48; y++) {
        for (int x = 0; x < 64; x++) {
          assertThat(shuffled.get(c, y, x)).isEqualTo(expected[0][c][border + y][border + x]);
        }
      }
    }
  }

  @Test
  void whatIsLookedAtComesFirstAndIsTheFinalPicture() throws Exception {
    Model model = TestModels.install(folder, "tiny", "denoise:n=8,e=8,h=16,noise=2");
    RasterSource photo = new Speckles(new Size(333, 251));
    NetworkInput input = NetworkInputs.ofRgb(photo, model);
    Halo halo = ReceptiveField.of(model.network());
    FilterBank bank = bank(model, input, halo);
    TilePlan plan = TilePlan.of(photo.size(), halo, 2 * halo.halo() + 48);
    Region corner = new Region(250, 200, 40, 40);
    List<Region> order = Collections.synchronizedList(new ArrayList<>());
    Raster seen = new Raster(3, 251, 333);

    try (NetworkPicture picture =
        new NetworkPicture(
            Path.of("speckles"), model, bank, input, plan, false, 1, Progress.NONE)) {
      picture.runTiles(
          () -> corner,
          (region, tile) -> {
            order.add(region);
            for (int c = 0; c < 3; c++) {
              for (int y = 0; y < region.height(); y++) {
                for (int x = 0; x < region.width(); x++) {
                  seen.set(c, region.y() + y, region.x() + x, tile.get(c, y, x));
                }
              }
            }
          });
    }

    Raster whole = run(model, bank, input, plan, false, 1);
    assertThat(seen.samples()).containsExactly(whole.samples());
    assertThat(order).hasSize(plan.count());
    // Two sets of buffers: one tile may be held up for as long as the system likes while all others
    // overtake it, so that the last tile to be begun is sure to be one of the last two to end.
    Region opposite = new Region(0, 0, 1, 1);
    assertThat(order.subList(0, order.size() - 2)).noneMatch(tile -> tile.contains(opposite));
  }

  @Test
  void columnsEqualRows() throws Exception {
    Model model = TestModels.install(folder, "tiny", "denoise:n=8,e=8,h=16,noise=2");
    RasterSource photo = new Speckles(new Size(333, 251));
    NetworkInput input = NetworkInputs.ofRgb(photo, model);
    Halo halo = ReceptiveField.of(model.network());
    FilterBank bank = bank(model, input, halo);
    TilePlan plan = TilePlan.of(photo.size(), halo, 2 * halo.halo() + 48);

    Raster rows = run(model, bank, input, plan, false, 1);
    Raster columns = run(model, bank, input, plan, true, 2);

    assertThat(columns.samples()).containsExactly(rows.samples());
  }

  @ParameterizedTest
  @CsvSource({"1,1", "2,3", "17,5", "64,64", "130,40"})
  void smallPicturesAreMirroredAsOftenAsNeeded(int width, int height) throws Exception {
    Model model = TestModels.install(folder, "tiny", "denoise:n=8,e=8,h=16,noise=2");
    RasterSource photo = new Speckles(new Size(width, height));
    NetworkInput input = NetworkInputs.ofRgb(photo, model);
    Halo halo = ReceptiveField.of(model.network());

    Raster result =
        run(model, bank(model, input, halo), input, TilePlan.of(photo.size(), halo, 256), false, 1);

    assertThat(result.size()).isEqualTo(new Size(width, height));
    for (float value : result.samples()) {
      assertThat(value).isFinite();
    }
  }

  private static FilterBank bank(Model model, NetworkInput input, Halo halo) throws Exception {
    FilterPredictor.WindowSamples windows = FilterPredictor.windows(model, input, halo.alignment());
    return FilterPredictor.predict(
        model,
        windows,
        Arrays.copyOf(new float[] {-1, 0.5f, 0.1f}, model.network().noiseInputs()),
        1);
  }

  private static Raster run(
      Model model,
      FilterBank bank,
      NetworkInput input,
      TilePlan plan,
      boolean byColumns,
      int threads)
      throws Exception {
    try (NetworkPicture picture =
        new NetworkPicture(
            Path.of("speckles"), model, bank, input, plan, byColumns, threads, Progress.NONE)) {
      Raster result = new Raster(3, picture.size().height(), picture.size().width());
      // In bands that do not fit the tiles.
      int length = byColumns ? picture.size().width() : picture.size().height();
      for (int at = 0; at < length; at += 37) {
        int count = Math.min(37, length - at);
        Region band =
            byColumns
                ? new Region(at, 0, count, picture.size().height())
                : new Region(0, at, picture.size().width(), count);
        Raster part = picture.read(band);
        for (int c = 0; c < 3; c++) {
          for (int y = 0; y < band.height(); y++) {
            System.arraycopy(
                part.samples(),
                part.index(c, y, 0),
                result.samples(),
                result.index(c, band.y() + y, band.x()),
                band.width());
          }
        }
      }
      return result;
    }
  }

  private static double largestDifference(Raster a, Raster b) {
    double largest = 0;
    for (int i = 0; i < a.samples().length; i++) {
      largest = Math.max(largest, Math.abs(a.samples()[i] - b.samples()[i]));
    }
    return largest;
  }

  /** Seeded noise: every pixel differs from its neighbours. */
  record Speckles(Size size) implements RasterSource {

    @Override
    public int channels() {
      return 3;
    }

    @Override
    public void read(Region region, Raster into) {
      for (int c = 0; c < 3; c++) {
        for (int y = 0; y < region.height(); y++) {
          for (int x = 0; x < region.width(); x++) {
            long place = ((long) c * 100_000 + region.y() + y) * 100_000 + region.x() + x;
            into.set(c, y, x, new Random(place).nextFloat());
          }
        }
      }
    }
  }
}
