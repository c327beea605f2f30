package hyperlumen.ui.studio;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** Takes files and folders that are dropped on a window, and shows meanwhile that it would. */
final class PhotoDrop {

  private final Function<DragEvent, List<File>> files;
  private final Consumer<List<Path>> open;
  private final Region ring = new Region();

  private PhotoDrop(Function<DragEvent, List<File>> files, Consumer<List<Path>> open) {
    this.files = files;
    this.open = open;
    ring.setId("drop-ring");
    ring.getStyleClass().add("drop-ring");
    ring.setMouseTransparent(true);
    ring.setVisible(false);
  }

  /** From now on what is dropped on {@code target} goes to {@code open}. */
  static void on(StackPane target, Consumer<List<Path>> open) {
    on(target, e -> e.getDragboard().getFiles(), open);
  }

  /** The same, told where the files of a drag are found. */
  static void on(
      StackPane target, Function<DragEvent, List<File>> files, Consumer<List<Path>> open) {
    PhotoDrop drop = new PhotoDrop(files, open);
    target.getChildren().add(drop.ring);
    // Not at DRAG_OVER: under X11 one of these still comes after the drop.
    target.addEventHandler(DragEvent.DRAG_ENTERED, drop::entered);
    target.addEventHandler(DragEvent.DRAG_OVER, drop::over);
    target.addEventHandler(DragEvent.DRAG_EXITED, e -> drop.ring.setVisible(false));
    target.addEventHandler(DragEvent.DRAG_DROPPED, drop::dropped);
  }

  private void entered(DragEvent e) {
    ring.setVisible(!files.apply(e).isEmpty());
    e.consume();
  }

  private void over(DragEvent e) {
    if (!files.apply(e).isEmpty()) {
      e.acceptTransferModes(TransferMode.COPY);
    }
    e.consume();
  }

  private void dropped(DragEvent e) {
    ring.setVisible(false);
    List<Path> dropped = files.apply(e).stream().map(File::toPath).toList();
    if (!dropped.isEmpty()) {
      open.accept(dropped);
    }
    e.setDropCompleted(!dropped.isEmpty());
    e.consume();
  }
}
