package hyperlumen.adopt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hyperlumen.enhance.EnhanceOptions;
import hyperlumen.enhance.Enhancement;
import hyperlumen.model.Model;
import hyperlumen.model.ModelCard;
import hyperlumen.model.ModelException;
import hyperlumen.model.ModelStore;
import hyperlumen.model.TestModels;
import hyperlumen.network.CostModel;
import hyperlumen.network.Halo;
import hyperlumen.network.ReceptiveField;
import hyperlumen.photo.IntegerSamples;
import hyperlumen.photo.Metadata;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RgbPhoto;
import hyperlumen.photo.Size;
import hyperlumen.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models from elsewhere are measured, tried and run tile by tile. */
class ModelImportTest {

  @TempDir Path folder;
  private ModelStore store;

  @BeforeEach
  void openStore() throws IOException {
    TestModels.install(folder.resolve("shipped"), "tiny", "denoise:n=8,e=8,h=16,noise=2");
    store = ModelStore.open(folder.resolve("shipped"), folder.resolve("own"));
  }

  private ModelCard add(byte[] graph, OptionalInt halo) throws IOException {
    Path file = Files.write(folder.resolve("My Blur.onnx"), graph);
    return ModelImport.graph(store, new ModelImport.Order(file, "", "", halo));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 7})
  void measuresHowFarAGraphLooks(int blurs) throws Exception {
    ModelCard card = add(PictureGraphs.blur(blurs, 0), OptionalInt.empty());

    Model model = store.get("my-blur");
    assertThat(ReceptiveField.of(model.network())).isEqualTo(new Halo(blurs, 1, 1));
    assertThat(CostModel.of(model.network()).forwardMac()).isBetween(81.0 * blurs, 1000.0);
    assertThat(card.parameters()).isEqualTo(81L * blurs);
    assertThat(card.scores().values()).allMatch(left -> left > 0.05 && left < 2);
  }

  @Test
  void keepsTilesOnTheCoarsestGrid() throws Exception {
    add(PictureGraphs.halvedAndDoubled(), OptionalInt.empty());

    Halo halo = ReceptiveField.of(store.get("my-blur").network());
    assertThat(halo.alignment()).isEqualTo(2);
    assertThat(halo.reach()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 48})
  void anAddedModelRunsTileByTile(int fixedSide) throws Exception {
    add(PictureGraphs.blur(2, fixedSide), OptionalInt.empty());
    RgbPhoto photo = photo(131, 117);

    EnhanceOptions options = EnhanceOptions.defaults().withTile(OptionalInt.of(48)).withThreads(2);
    Raster result;
    try (Enhancement run = Enhancement.open(photo, store.get("my-blur"), options, Progress.NONE)) {
      assertThat(run.plan().count()).isGreaterThan(4);
      result = run.picture().read(photo.size().region());
    }

    for (int[] at : new int[][] {{40, 43}, {44, 44}, {88, 87}, {2, 2}, {114, 128}}) {
      assertThat((double) result.get(1, at[0], at[1]))
          .isCloseTo(blurredTwice(photo, at[0], at[1], 1), within(1e-5));
    }
  }

  /** Two 3x3 boxes are the triangle 1 2 3 2 1 along each axis. */
  private static double blurredTwice(RgbPhoto photo, int row, int column, int channel) {
    int[] weight = {1, 2, 3, 2, 1};
    double sum = 0;
    for (int y = -2; y <= 2; y++) {
      for (int x = -2; x <= 2; x++) {
        sum +=
            weight[y + 2]
                * weight[x + 2]
                * photo.samples().sample(row + y, column + x, channel)
                / 255.0;
      }
    }
    return sum / 81;
  }

  private static RgbPhoto photo(int width, int height) {
    byte[] samples = new byte[3 * width * height];
    new Random(4).nextBytes(samples);
    return new RgbPhoto(
        Path.of("speckles.png"),
        new IntegerSamples.Samples8(new Size(width, height), 3, samples),
        Optional.empty(),
        RgbPhoto.Format.PNG,
        "none",
        Metadata.NONE);
  }

  @Test
  void whatDependsOnTheWholePictureNeedsAHaloSetByHand() throws Exception {
    PictureGraphs graph = new PictureGraphs("x", 3, 0);
    graph.node("GlobalAveragePool", List.of());
    graph.weights("share", new float[] {0.1f}, 1);
    graph.node("Mul", List.of("share"));
    graph.node("Add", List.of("x"));
    byte[] bytes = graph.bytes("y", 0);

    assertThatThrownBy(() -> add(bytes, OptionalInt.empty()))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("My Blur.onnx")
        .hasMessageContaining("set a halo yourself");
    assertThat(add(bytes, OptionalInt.of(16)).halo()).isEqualTo(16);
  }

  @ParameterizedTest
  @ValueSource(strings = {"denoise:n=8,e=8,h=16,noise=2", "isp:n=8,e=8,h=16,noise=2", "vdn:c=8"})
  void takesAModelFolder(String spec) throws Exception {
    TestModels.install(folder.resolve("elsewhere"), "other", spec);

    ModelImport.folder(store, folder.resolve("elsewhere/other"));

    assertThat(store.ids()).containsExactly("other", "tiny");
    assertThat(store.get("other").card().network()).isEqualTo(spec);
  }

  @Test
  void refusesAFolderThatIsNone() throws Exception {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThatThrownBy(() -> ModelImport.folder(store, empty))
        .isInstanceOf(ModelException.class)
        .hasMessage("empty was not added: model empty: there is no card.json");
    Path one = folder.resolve("elsewhere/other");
    TestModels.install(one.getParent(), "other", "denoise:n=8,e=8,h=16,noise=2");
    Files.write(one.resolve("forward.onnx"), PictureGraphs.blur(1, 0));
    assertThatThrownBy(() -> ModelImport.folder(store, one))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("other was not added: it does not run on a picture");
    assertThatThrownBy(() -> ModelImport.folder(store, folder.resolve("shipped/tiny")))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("there is a model 'tiny' already");
  }

  @Test
  void modelsAreSwitchedOffAndRemoved() throws Exception {
    add(PictureGraphs.blur(1, 0), OptionalInt.empty());
    store.setEnabled("tiny", false);
    assertThat(store.ids()).containsExactly("my-blur");
    ModelStore later = ModelStore.open(folder.resolve("shipped"), folder.resolve("own"));
    assertThat(later.ids()).containsExactly("my-blur");
    assertThat(later.isAdded("my-blur")).isTrue();

    assertThatThrownBy(() -> later.remove("tiny"))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("came with the program");
    later.remove("my-blur");
    later.setEnabled("tiny", true);
    assertThat(later.ids()).containsExactly("tiny");
    assertThat(folder.resolve("own/my-blur")).doesNotExist();
  }
}
