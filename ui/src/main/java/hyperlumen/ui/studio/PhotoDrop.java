package hyperlumen.ui.studio;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Takes files and folders that are dropped on a node. */
final class PhotoDrop {

  private final Consumer<List<Path>> open;

  private PhotoDrop(Consumer<List<Path>> open) {
    this.open = open;
  }

  /** From now on what is dropped on {@code target} goes to {@code open}. */
  static void on(Node target, Consumer<List<Path>> open) {
    PhotoDrop drop = new PhotoDrop(open);
    target.addEventHandler(DragEvent.DRAG_OVER, drop::over);
    target.addEventHandler(DragEvent.DRAG_DROPPED, drop::dropped);
  }

  private void over(DragEvent e) {
    if (e.getDragboard().hasFiles()) {
      e.acceptTransferModes(TransferMode.COPY);
    }
    e.consume();
  }

  private void dropped(DragEvent e) {
    boolean taken = e.getDragboard().hasFiles();
    if (taken) {
      open.accept(e.getDragboard().getFiles().stream().map(File::toPath).toList());
    }
    e.setDropCompleted(taken);
    e.consume();
  }
}
