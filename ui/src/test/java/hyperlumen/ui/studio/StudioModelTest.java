package hyperlumen.ui.studio;

import static org.assertj.core.api.Assertions.assertThat;

import hyperlumen.photo.Size;
import hyperlumen.ui.service.Adjustments;
import hyperlumen.ui.service.BatchService;
import hyperlumen.ui.service.FakeService;
import hyperlumen.ui.service.ModelFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Photos and models of the window, without a window. */
final class StudioModelTest extends StudioModelRig {

  @Test
  void anOpenedPhotoIsSelectedDecodedAndGetsAThumbnail() {
    model.open(List.of(folder.resolve("a.png"), folder.resolve("b.png")));
    PhotoItem item = model.selectedProperty().get();
    assertThat(item.name()).isEqualTo("a.png");
    assertThat(item.stateProperty().get()).isEqualTo(PhotoItem.State.OPENING);
    work();
    assertThat(item.stateProperty().get()).isEqualTo(PhotoItem.State.READY);
    assertThat(item.photoProperty().get().facts().size()).isEqualTo(new Size(160, 128));
    assertThat(model.photos()).extracting(p -> p.thumbnailProperty().get()).doesNotContainNull();
    assertThat(model.photos().getLast().stateProperty().get()).isEqualTo(PhotoItem.State.LISTED);
  }

  @Test
  void aFileThatIsOpenAlreadyIsOnlySelected() {
    open("a.png");
    open("b.png");
    open("a.png");
    assertThat(model.photos()).hasSize(2);
    assertThat(model.selectedProperty().get().name()).isEqualTo("a.png");
  }

  @Test
  void theModelFollowsTheKindOfPhotoAndItsCostIsForecast() {
    open("a.dng");
    assertThat(model.modelProperty().get()).isEqualTo(FakeService.ISP);
    open("a.png");
    assertThat(model.modelProperty().get()).isEqualTo(FakeService.DENOISER);
    assertThat(model.forecastProperty().get().seconds()).isEqualTo(23);
    model.modelProperty().set(FakeService.ISP);
    assertThat(model.canEnhance()).isFalse();
    assertThat(model.forecastProperty().get()).isNull();
    model.modelProperty().set(FakeService.DENOISER);
    open("a.dng");
    assertThat(model.modelProperty().get()).isEqualTo(FakeService.ISP);
    model.modelProperty().set(FakeService.DENOISER);
    assertThat(model.canEnhance()).isTrue();
  }

  @Test
  void whatWasChosenForOneKindOfPhotoStaysForTheNextOfThatKind() {
    open("a.dng");
    model.modelProperty().set(FakeService.DENOISER);
    open("a.png");
    open("b.dng");
    assertThat(model.modelProperty().get()).isEqualTo(FakeService.DENOISER);
    model.modelProperty().set(FakeService.ISP);
    open("a.dng");
    assertThat(model.modelProperty().get()).isEqualTo(FakeService.ISP);
  }

  @Test
  void aQueuedPhotoTakesTheModelChosenForItsKindAndWhatIsSetAtThatMoment() {
    open("a.dng");
    model.modelProperty().set(FakeService.DENOISER);
    model.noiseProperty().set(2);
    BatchService.Order queued = model.order(model.selectedProperty().get());
    // Chosen and set afterwards: too late for the one that is queued.
    model.modelProperty().set(FakeService.ISP);
    model.noiseProperty().set(3);
    assertThat(queued.models())
        .isEqualTo(Map.of(ModelFacts.Task.RAW_TO_PICTURE, FakeService.DENOISER));
    assertThat(queued.adjustments()).isEqualTo(Adjustments.DEFAULT.withNoise(2));
    // Nothing is known yet about a file that has not been read.
    model.open(List.of(folder.resolve("b.dng"), folder.resolve("c.dng")));
    assertThat(model.order(model.photos().getLast()).models())
        .isEqualTo(
            Map.of(
                ModelFacts.Task.RAW_TO_PICTURE,
                FakeService.ISP,
                ModelFacts.Task.DENOISE,
                FakeService.DENOISER));
  }

  @Test
  void aDamagedFileFailsWithItsSentenceAndCanBeTriedAgain() {
    PhotoItem item = open("broken.png");
    assertThat(item.stateProperty().get()).isEqualTo(PhotoItem.State.FAILED);
    assertThat(item.failureProperty().get().sentence())
        .isEqualTo("broken.png: the strip at byte 1234 ends before its last row");
    assertThat(item.failureProperty().get().details()).contains("PhotoException").contains("Java");
    model.retry();
    assertThat(item.stateProperty().get()).isEqualTo(PhotoItem.State.OPENING);
    work();
    assertThat(item.stateProperty().get()).isEqualTo(PhotoItem.State.FAILED);
  }

  @Test
  void onlyTheLastPhotosStayOpenUnlessTheyHaveAResult() {
    PhotoItem first = open("0.png");
    model.enhance();
    work();
    for (int i = 1; i < 6; i++) {
      open(i + ".png");
    }
    assertThat(first.photoProperty().get()).isNotNull();
    assertThat(model.photos().stream().filter(p -> p.photoProperty().get() != null).count())
        .isEqualTo(PhotoLibrary.OPEN_PHOTOS);
    assertThat(model.photos().get(1).stateProperty().get()).isEqualTo(PhotoItem.State.LISTED);
  }

  @Test
  void closingAPhotoSelectsItsNeighbour() {
    open("a.png");
    open("b.png");
    model.closeSelected();
    assertThat(model.selectedProperty().get().name()).isEqualTo("a.png");
    model.closeSelected();
    assertThat(model.selectedProperty().get()).isNull();
    assertThat(model.photos()).isEmpty();
  }

  @Test
  void picturesOfTheSameNameAreFoundInOtherFolders() throws IOException {
    for (String name : List.of("right/a.png", "weaker/a.tif", "weaker/b.png", "weaker/a.txt")) {
      Files.createDirectories(folder.resolve(name).getParent());
      Files.createFile(folder.resolve(name));
    }
    model.others().addBaselines(folder.resolve("weaker"));
    model.others().setReference(folder.resolve("right"));
    open("a.png");
    assertThat(model.others().found())
        .extracting(f -> f.source().role() + " " + f.picture().facts().file().getFileName())
        .containsExactly("BASELINE a.tif", "REFERENCE a.png");
    open("b.png");
    assertThat(model.others().found())
        .extracting(f -> f.source().name() + " " + f.picture().facts().file().getFileName())
        .containsExactly("weaker b.png");
    model.others().clear();
    assertThat(model.others().found()).isEmpty();
  }

  @Test
  void aReferenceThatCannotBeReadIsTold() {
    model.others().setReference(folder.resolve("broken-reference.png"));
    open("a.png");
    assertThat(failures)
        .extracting(Failure::sentence)
        .containsExactly("broken-reference.png: the strip at byte 1234 ends before its last row");
  }
}
