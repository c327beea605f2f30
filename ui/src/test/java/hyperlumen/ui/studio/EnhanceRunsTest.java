package hyperlumen.ui.studio;

import static org.assertj.core.api.Assertions.assertThat;

import hyperlumen.ui.service.EnhancedPhoto;
import hyperlumen.ui.service.Reason;
import org.junit.jupiter.api.Test;

/** Runs and their results, without a window. */
final class EnhanceRunsTest extends StudioModelRig {

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
}
