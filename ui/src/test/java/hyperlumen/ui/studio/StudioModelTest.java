package hyperlumen.ui.studio;

import static org.assertj.core.api.Assertions.assertThat;

import hyperlumen.photo.Size;
import hyperlumen.ui.service.Adjustments;
import hyperlumen.ui.service.BatchService;
import hyperlumen.ui.service.EnhancedPhoto;
import hyperlumen.ui.service.FakeService;
import hyperlumen.ui.service.ModelFacts;
import hyperlumen.ui.service.Reason;
import hyperlumen.write.OutputFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window's model without a window: background work happens when the test says so. */
final class StudioModelTest {

  @TempDir Path folder;

  private final Deque<Runnable> background = new ArrayDeque<>();
  private final List<Failure> failures = new ArrayList<>();
  private final List<Path> saved = new ArrayList<>();
  private FakeService service;
  private StudioModel model;

  @BeforeEach
  void start() {
    service = new FakeService(new Size(160, 128));
    model =
        new StudioModel(
            service,
            new StudioThreads(Runnable::run, background::add, background::add, background::add));
    model.setOnFailure(failures::add);
    model.setOnSaved(saved::add);
    model.loadModels();
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

  private PhotoItem open(String name) {
    model.open(List.of(folder.resolve(name)));
    work();
    return model.selectedProperty().get();
  }

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
  void enhancingGivesAResultWithItsCost() {
    PhotoItem item = open("a.png");
    model.enhance();
    assertThat(item.stateProperty().get()).isEqualTo(PhotoItem.State.RUNNING);
    assertThat(model.runProperty().get().fraction()).isNegative();
    assertThat(model.canEnhance()).isFalse();
    work();
    assertThat(item.stateProperty().get()).isEqualTo(PhotoItem.State.DONE);
    assertThat(model.runProperty().get()).isNull();
    assertThat(item.growingProperty().get()).isNull();
    EnhancedPhoto result = item.enhancementProperty().get();
    assertThat(result.cost().tiles()).isEqualTo(6);
    assertThat(result.cost().totalSeconds()).isEqualTo(23.5);
    assertThat(model.hasUnsavedResults()).isTrue();
  }

  @Test
  void strengthReachesTheResultWithoutAnotherRun() {
    open("a.png");
    model.enhance();
    work();
    model.strengthProperty().set(.4);
    assertThat(service.strengths).containsExactly(1.0, .4);
    assertThat(background).isEmpty();
  }

  @Test
  void aCancelledRunLeavesThePhotoAsItWas() {
    PhotoItem item = open("a.png");
    service.tiles.drainPermits();
    model.enhance();
    model.cancel();
    work();
    assertThat(item.stateProperty().get()).isEqualTo(PhotoItem.State.READY);
    assertThat(item.enhancementProperty().get()).isNull();
    assertThat(item.growingProperty().get()).isNull();
    assertThat(model.canEnhance()).isTrue();
    assertThat(failures).isEmpty();
  }

  @Test
  void aFailedRunIsToldAndThePhotoStays() {
    PhotoItem item = open("failing.png");
    model.enhance();
    work();
    assertThat(failures)
        .extracting(Failure::sentence)
        .containsExactly("failing.png: the network gave no numbers");
    assertThat(item.stateProperty().get()).isEqualTo(PhotoItem.State.READY);
  }

  @Test
  void memoryThatRanOutIsToldAndTheNextRunGoesOn() {
    PhotoItem item = open("huge.png");
    model.enhance();
    work();
    assertThat(failures).extracting(Failure::reason).containsExactly(Reason.MEMORY);
    assertThat(item.stateProperty().get()).isEqualTo(PhotoItem.State.READY);
    assertThat(model.runProperty().get()).isNull();
    open("a.png");
    model.enhance();
    work();
    assertThat(model.hasUnsavedResults()).isTrue();
  }

  @Test
  void savingTellsWhereItWentOrWhyNot() {
    open("a.png");
    model.enhance();
    work();
    model.save(folder.resolve("full.png"), OutputFormat.PNG8, false);
    work();
    assertThat(failures)
        .extracting(Failure::sentence)
        .containsExactly("full.png: the disk is full");
    assertThat(model.hasUnsavedResults()).isTrue();
    model.save(folder.resolve("a-enhanced.png"), OutputFormat.PNG8, false);
    work();
    assertThat(saved).containsExactly(folder.resolve("a-enhanced.png"));
    assertThat(model.hasUnsavedResults()).isFalse();
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

  private void run(double noise) {
    model.noiseProperty().set(noise);
    model.enhance();
    work();
  }

  @Test
  void everyRunIsKeptInTheHistoryAndTheLastPicturesWithIt() {
    PhotoItem item = open("a.png");
    double[] noises = {1, 2, 3, 4, 5, 5};
    for (double noise : noises) {
      run(noise);
    }
    assertThat(item.runs()).extracting(PhotoRun::noise).containsExactly(1., 2., 3., 4., 5., 5.);
    assertThat(item.runs()).extracting(PhotoRun::number).containsExactly(1, 2, 3, 4, 5, 6);
    // The fifth run was repeated; of the others the first is too old.
    assertThat(item.runs())
        .extracting(run -> run.resultProperty().get() != null)
        .containsExactly(false, true, true, true, false, true);
    assertThat(item.enhancementProperty().get())
        .isEqualTo(item.runs().getLast().resultProperty().get());
  }

  @Test
  void aCancelledRunLeavesTheResultBeforeIt() {
    PhotoItem item = open("a.png");
    run(1);
    EnhancedPhoto first = item.enhancementProperty().get();
    service.tiles.drainPermits();
    model.enhance();
    assertThat(item.enhancementProperty().get()).isNull();
    model.cancel();
    work();
    assertThat(item.stateProperty().get()).isEqualTo(PhotoItem.State.DONE);
    assertThat(item.enhancementProperty().get()).isEqualTo(first);
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
