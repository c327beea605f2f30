package hyperlumen.ui.studio;

import static hyperlumen.ui.studio.StudioRig.waitFor;
import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.controls.Notification;
import hyperlumen.photo.Size;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** How photos come into the window: by folders, and dropped on it. */
@ExtendWith(ApplicationExtension.class)
final class OpeningTest {

  @TempDir Path folder;

  private StudioRig rig;

  @Start
  void show(Stage stage) {
    rig = new StudioRig(stage, folder, new Size(64, 48), Theme.DARK, Locale.ENGLISH);
  }

  @AfterEach
  void close(FxRobot robot) {
    rig.close(robot);
  }

  private Path photos() throws IOException {
    Path photos = Files.createDirectory(folder.resolve("photos"));
    for (String name : List.of("b.dng", "a.PNG", "notes.txt")) {
      Files.createFile(photos.resolve(name));
    }
    return photos;
  }

  @Test
  void aFolderGivesItsPhotosByName(FxRobot robot) throws IOException {
    Path photos = photos();
    robot.interact(() -> rig.window.open(List.of(photos)));
    waitFor(() -> rig.model.photos().size() == 2);
    assertThat(rig.model.photos())
        .extracting(PhotoItem::name)
        .containsExactlyInAnyOrder("a.PNG", "b.dng");
    assertThat(rig.settings.recent()).containsExactly(photos.toAbsolutePath().normalize());
  }

  @Test
  void aFolderWithoutPhotosSaysSo(FxRobot robot) throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    robot.interact(() -> rig.window.open(List.of(empty)));
    waitFor(
        () ->
            rig.window.lookupAll(".notification").stream()
                .anyMatch(
                    n ->
                        n instanceof Notification notice
                            && notice
                                .getMessage()
                                .equals("There are no photos in " + empty + ".")));
  }

  @Test
  void theTitleNamesThePhotoThatIsShown(FxRobot robot) {
    ObservableValue<String> title = rig.window.title();
    assertThat(title.getValue()).isEqualTo("Hyperlumen");
    rig.open(robot, "a.png");
    assertThat(title.getValue()).isEqualTo("a.png \u2013 Hyperlumen");
    robot.interact(rig.model::closeSelected);
    assertThat(title.getValue()).isEqualTo("Hyperlumen");
  }

  private static void drag(Node target, EventType<DragEvent> type) {
    Event.fireEvent(
        target, new DragEvent(type, null, 0, 0, 0, 0, TransferMode.COPY, null, target, null));
  }

  @Test
  void aDragOfFilesIsShownToBeWelcomeAndOpensThem(FxRobot robot) throws IOException {
    Path photos = photos();
    StackPane target = new StackPane();
    List<File> dragged = new ArrayList<>();
    robot.interact(
        () -> {
          rig.window.getChildren().add(target);
          PhotoDrop.on(target, e -> dragged, rig.window::open);
        });
    Node ring = target.getChildren().getFirst();

    // Text from elsewhere is none of ours.
    robot.interact(() -> drag(target, DragEvent.DRAG_ENTERED));
    assertThat(ring.isVisible()).isFalse();
    dragged.add(photos.toFile());
    robot.interact(() -> drag(target, DragEvent.DRAG_ENTERED));
    assertThat(ring.isVisible()).isTrue();
    robot.interact(() -> drag(target, DragEvent.DRAG_EXITED));
    assertThat(ring.isVisible()).isFalse();

    robot.interact(() -> drag(target, DragEvent.DRAG_ENTERED));
    robot.interact(() -> drag(target, DragEvent.DRAG_DROPPED));
    robot.interact(() -> drag(target, DragEvent.DRAG_EXITED));
    robot.interact(() -> drag(target, DragEvent.DRAG_OVER));
    assertThat(ring.isVisible()).as("X11 says so once more").isFalse();
    waitFor(() -> rig.model.photos().size() == 2);
  }
}
