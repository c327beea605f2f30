package hyperlumen.ui.studio;

import static org.assertj.core.api.Assertions.assertThat;

import hyperlumen.colour.Look;
import hyperlumen.colour.RenderingSettings;
import hyperlumen.colour.WhiteBalanceSetting;
import hyperlumen.photo.Size;
import hyperlumen.ui.service.Adjustments;
import hyperlumen.ui.service.FakeService;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every photo has its own adjustments and its own way back. */
final class AdjustmentModelTest {

  private final Deque<Runnable> background = new ArrayDeque<>();
  private FakeService service;
  private StudioModel model;
  private AdjustmentModel adjustments;

  @BeforeEach
  void start() {
    service = new FakeService(new Size(64, 48));
    model =
        new StudioModel(
            service,
            new StudioThreads(Runnable::run, background::add, background::add, background::add));
    adjustments = model.adjustments();
    model.loadModels();
    model.open(List.of(Path.of("a.dng"), Path.of("b.dng"), Path.of("c.png")));
    work();
  }

  @AfterEach
  void close() {
    model.close();
  }

  private void work() {
    while (!background.isEmpty()) {
      background.removeFirst().run();
    }
  }

  private void select(int index) {
    model.selectedProperty().set(model.photos().get(index));
    work();
  }

  @Test
  void exposureWhiteBalanceAndLookAreRenderedWithoutTheNetwork() {
    model.enhance();
    work();
    service.developed.clear();
    adjustments.exposureProperty().set(1);
    adjustments.whiteBalanceProperty().set(WhiteBalanceSetting.AUTO);
    adjustments.lookProperty().set(Look.NEUTRAL);
    work();
    Adjustments all =
        Adjustments.DEFAULT.withRendering(
            RenderingSettings.DEFAULT
                .withExposure(1)
                .withWhiteBalance(WhiteBalanceSetting.AUTO)
                .withLook(Look.NEUTRAL));
    // Renderings that were overtaken are left out.
    assertThat(service.rendered).containsExactly(all);
    assertThat(service.developed).containsExactly(all);
  }

  @Test
  void undoTakesThePicturesBackToo() {
    model.enhance();
    work();
    adjustments.exposureProperty().set(1);
    work();
    adjustments.luminanceProperty().set(.5);
    adjustments.undo();
    assertThat(adjustments.luminanceProperty().get()).isEqualTo(1);
    assertThat(service.developed.getLast())
        .isEqualTo(Adjustments.DEFAULT.withRendering(RenderingSettings.DEFAULT.withExposure(1)));
    adjustments.undo();
    work();
    assertThat(service.rendered.getLast()).isEqualTo(Adjustments.DEFAULT);
    assertThat(adjustments.canUndoProperty().get()).isFalse();
    adjustments.redo();
    work();
    assertThat(adjustments.exposureProperty().get()).isEqualTo(1);
    assertThat(service.rendered.getLast().rendering().exposure()).isEqualTo(1);
  }

  @Test
  void everyPhotoHasItsOwn() {
    adjustments.noiseProperty().set(2);
    select(1);
    assertThat(adjustments.noiseProperty().get()).isEqualTo(1);
    assertThat(adjustments.canUndoProperty().get()).isFalse();
    select(0);
    assertThat(adjustments.noiseProperty().get()).isEqualTo(2);
    assertThat(adjustments.canUndoProperty().get()).isTrue();
  }

  @Test
  void adjustmentsAreCopiedToOnePhotoOrToAll() {
    adjustments.exposureProperty().set(-1);
    adjustments.copy();
    select(1);
    adjustments.paste();
    work();
    assertThat(adjustments.exposureProperty().get()).isEqualTo(-1);
    adjustments.noiseProperty().set(3);
    adjustments.applyTo(model.photos());
    work();
    for (PhotoItem photo : model.photos()) {
      assertThat(photo.history().present())
          .isEqualTo(
              Adjustments.DEFAULT
                  .withRendering(RenderingSettings.DEFAULT.withExposure(-1))
                  .withNoise(3));
    }
    select(2);
    adjustments.undo();
    assertThat(adjustments.currentProperty().get()).isEqualTo(Adjustments.DEFAULT);
  }

  @Test
  void aPhotoThatIsDecodedLaterIsRenderedAsItWasSet() {
    model
        .photos()
        .get(1)
        .history()
        .edit("x", Adjustments.DEFAULT.withRendering(RenderingSettings.DEFAULT.withExposure(2)), 0);
    select(1);
    assertThat(service.rendered)
        .containsExactly(
            Adjustments.DEFAULT.withRendering(RenderingSettings.DEFAULT.withExposure(2)));
  }

  @Test
  void aRunUsesThePhotosOwnAdjustments() {
    adjustments.noiseProperty().set(2);
    model.enhance();
    adjustments.luminanceProperty().set(.3);
    work();
    assertThat(service.requests.getLast().adjustments())
        .isEqualTo(Adjustments.DEFAULT.withNoise(2));
    assertThat(service.developed.getLast().strength().luminance()).isEqualTo(.3);
  }
}
