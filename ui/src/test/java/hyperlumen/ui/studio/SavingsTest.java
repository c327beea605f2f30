package hyperlumen.ui.studio;

import static org.assertj.core.api.Assertions.assertThat;

import hyperlumen.progress.Progress;
import hyperlumen.ui.service.EnhancedPhoto;
import hyperlumen.write.OutputFormat;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What is saved of results, without a window. */
final class SavingsTest extends StudioModelRig {

  private PhotoItem enhanced() {
    PhotoItem item = open("a.png");
    model.enhance();
    work();
    return item;
  }

  @Test
  void tellsWhereItWentOrWhyNot() {
    enhanced();
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
  void whatIsWrittenIsShownUntilItIsWritten() {
    PhotoItem item = enhanced();
    assertThat(model.savings().statusProperty().get()).isNull();
    model.save(folder.resolve("b.png"), OutputFormat.PNG8, false);
    RunStatus status = model.savings().statusProperty().get();
    assertThat(status.item()).isEqualTo(item);
    assertThat(status.stage()).isEqualTo(Progress.Stage.WRITE);
    work();
    assertThat(model.savings().statusProperty().get()).isNull();
    model.save(folder.resolve("full.png"), OutputFormat.PNG8, false);
    work();
    assertThat(model.savings().statusProperty().get()).as("failed").isNull();
  }

  @Test
  void aCancelledOneWritesNothingAndIsNoFailure() {
    enhanced();
    Path target = folder.resolve("c.png");
    model.save(target, OutputFormat.PNG8, false);
    model.savings().cancel();
    work();
    assertThat(target).doesNotExist();
    assertThat(failures).isEmpty();
    assertThat(saved).isEmpty();
    assertThat(model.savings().statusProperty().get()).isNull();
    assertThat(model.hasUnsavedResults()).isTrue();
  }

  @Test
  void aPhotoThatIsClosedMeanwhileIsWrittenAllTheSame() {
    PhotoItem item = enhanced();
    EnhancedPhoto result = item.enhancementProperty().get();
    Path target = folder.resolve("d.png");
    model.save(target, OutputFormat.PNG8, false);
    model.closeSelected();
    assertThat(item.enhancementProperty().get()).as("not released yet").isEqualTo(result);
    work();
    assertThat(saved).containsExactly(target);
    assertThat(item.enhancementProperty().get()).isNull();
  }
}
