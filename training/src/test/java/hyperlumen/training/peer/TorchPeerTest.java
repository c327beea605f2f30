package hyperlumen.training.peer;

import static org.assertj.core.api.Assertions.assertThat;

import hyperlumen.model.Model;
import hyperlumen.model.TestModels;
import hyperlumen.network.Halo;
import hyperlumen.network.ReceptiveField;
import hyperlumen.photo.Raster;
import hyperlumen.photo.Size;
import hyperlumen.progress.Progress;
import hyperlumen.runtime.FilterBank;
import hyperlumen.runtime.FilterPredictor;
import hyperlumen.runtime.MemoryBudget;
import hyperlumen.runtime.NetworkPicture;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tiles in our runtime and the whole picture in PyTorch: the same weights, the same numbers. */
class TorchPeerTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "isp:n=8,e=8,h=16,noise=2,gelu=1,gain=1,skip=1",
        "denoise:n=8,e=8,h=16,noise=6,gain=1,deep=2"
      })
  void tilesEqualTheWholePicture(String spec) throws Exception {
    Model model = TestModels.install(folder, "tiny", spec);
    Halo halo = ReceptiveField.of(model.network());
    PatternInput input = PatternInput.of(model, new Size(96, 64));
    float[] noise = new float[model.network().noiseInputs()];
    FilterBank bank =
        FilterPredictor.predict(
            model, FilterPredictor.windows(model, input, halo.alignment()), noise, 1);

    Raster ours;
    try (NetworkPicture picture =
        new NetworkPicture(
            Path.of("pattern"),
            model,
            bank,
            input,
            MemoryBudget.planFor(model, input.size(), 4 * halo.photoHalo()),
            false,
            2,
            Progress.NONE)) {
      ours = picture.read(input.size().region());
    }
    float[] whole;
    try (TorchPeer peer = new TorchPeer(model, bank, halo.halo())) {
      whole = peer.run(input, peer.planes(input), true).samples();
    }

    int border = halo.photoHalo();
    int width = input.size().width() + 2 * border;
    int height = input.size().height() + 2 * border;
    double largest = 0;
    for (int c = 0; c < 3; c++) {
      for (int y = 0; y < input.size().height(); y++) {
        for (int x = 0; x < input.size().width(); x++) {
          float expected = whole[(c * height + border + y) * width + border + x];
          largest = Math.max(largest, Math.abs(ours.get(c, y, x) - expected));
        }
      }
    }
    assertThat(largest).isLessThan(1e-4);
  }
}
