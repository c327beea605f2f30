package hyperlumen.ui.studio;

import static org.assertj.core.api.Assertions.assertThat;

import hyperlumen.colour.RenderingSettings;
import hyperlumen.photo.Size;
import hyperlumen.ui.adjust.Session;
import hyperlumen.ui.service.Adjustments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A crash loses none of the user's settings. */
@ExtendWith(ApplicationExtension.class)
final class RecoveryTest {

  private static final Adjustments WARM =
      Adjustments.DEFAULT.withRendering(RenderingSettings.DEFAULT.withExposure(0.5)).withNoise(2);

  @TempDir Path folder;

  private Stage stage;
  private StudioRig rig;

  @Start
  void remember(Stage shown) {
    stage = shown;
  }

  @AfterEach
  void close(FxRobot robot) {
    rig.close(robot);
  }

  private Path photo(String name) throws IOException {
    return Files.createFile(folder.resolve(name));
  }

  private void start(FxRobot robot) {
    robot.interact(
        () -> {
          rig = new StudioRig(stage, folder, new Size(64, 48), Theme.DARK, Locale.ENGLISH);
          rig.window.setSamples(java.util.List.of());
          rig.window.recover();
        });
    WaitForAsyncUtils.waitForFxEvents();
  }

  private Map<Path, Adjustments> work() throws IOException {
    Map<Path, Adjustments> work = new LinkedHashMap<>();
    work.put(photo("a.dng"), WARM);
    work.put(photo("b.png"), Adjustments.DEFAULT);
    work.put(folder.resolve("deleted.png"), WARM);
    return work;
  }

  @Test
  void afterACrashThePhotosAreListedWithTheirSettings(FxRobot robot) throws IOException {
    new Session(folder.resolve("session.txt"), Runnable::run).keep(work());
    start(robot);

    assertThat(rig.model.photos()).extracting(PhotoItem::name).containsExactly("a.dng", "b.png");
    assertThat(rig.model.adjustments().currentProperty().get()).isEqualTo(WARM);
    assertThat(rig.window.lookupAll(".notification")).hasSize(1);
    // What is kept now is what is there now.
    robot.interact(() -> rig.model.adjustments().exposureProperty().set(1));
    robot.interact(rig.window::keepSession);
    Adjustments brighter = WARM.withRendering(RenderingSettings.DEFAULT.withExposure(1));
    StudioRig.waitFor(
        () ->
            brighter.equals(
                new Session(folder.resolve("session.txt"), Runnable::run)
                    .last()
                    .get(folder.resolve("a.dng"))));
  }

  @Test
  void afterAnOrderlyEndTheFirstPageOffersThem(FxRobot robot) throws IOException {
    new Session(folder.resolve("session.txt"), Runnable::run).end(work());
    start(robot);

    assertThat(rig.model.photos()).isEmpty();
    Node last = rig.window.lookup("#welcome-last");
    robot.interact(((Button) last)::fire);
    assertThat(rig.model.photos()).hasSize(2);
  }
}
