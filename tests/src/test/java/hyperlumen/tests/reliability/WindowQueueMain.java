package hyperlumen.tests.reliability;

import hyperlumen.app.Main;
import hyperlumen.ui.service.BatchService;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;
import javafx.stage.Window;

/**
 * The real program with its window, and in place of the user somebody who opens the queue, presses
 * "Start", prints how many jobs are done whenever that changes, and leaves when all are over.
 */
public final class WindowQueueMain {

  private static final long LOOK_MILLISECONDS = 20;

  private WindowQueueMain() {}

  /** Ends with the program's own code. */
  public static void main(String[] arguments) {
    Thread.ofPlatform().daemon().start(WindowQueueMain::use);
    Main.main(new String[0]);
  }

  private static void use() {
    try {
      MenuItem queue = seen(WindowQueueMain::queueAction);
      Platform.runLater(queue::fire);
      Button start = seen(() -> node("batch-start", Button.class).filter(b -> !b.isDisabled()));
      Platform.runLater(start::fire);
      long last = -1;
      List<?> rows;
      do {
        rows = seen(WindowQueueMain::rows);
        long done = count(rows, BatchService.Stand.DONE);
        if (done != last) {
          System.out.println(done + " done");
          last = done;
        }
        Thread.sleep(LOOK_MILLISECONDS);
      } while (last + count(rows, BatchService.Stand.FAILED) < rows.size());
      rows.stream()
          .map(row -> ((BatchService.Row) row).sentence())
          .filter(sentence -> !sentence.isEmpty())
          .forEach(System.out::println);
      Platform.runLater(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long count(List<?> rows, BatchService.Stand stand) {
    return rows.stream().filter(row -> ((BatchService.Row) row).stand() == stand).count();
  }

  /** The jobs, as soon as the panel shows them. */
  private static Optional<List<?>> rows() {
    return node("batch-list", ListView.class)
        .filter(list -> !list.getItems().isEmpty())
        .map(list -> List.of(list.getItems().toArray()));
  }

  private static Optional<MenuItem> queueAction() {
    KeyCombination keys = KeyCombination.valueOf("Shortcut+J");
    return Window.getWindows().stream()
        .map(w -> (MenuBar) w.getScene().getRoot().lookup(".menu-bar"))
        .filter(Objects::nonNull)
        .flatMap(bar -> bar.getMenus().stream())
        .flatMap(menu -> menu.getItems().stream())
        .filter(item -> keys.equals(item.getAccelerator()))
        .findFirst();
  }

  private static <N extends Node> Optional<N> node(String id, Class<N> type) {
    return Window.getWindows().stream()
        .map(w -> w.getScene().getRoot().lookup("#" + id))
        .filter(Objects::nonNull)
        .map(type::cast)
        .findFirst();
  }

  /** Waits until the FX thread finds it; the window may not be there yet. */
  private static <T> T seen(Supplier<Optional<T>> look)
      throws InterruptedException, ExecutionException {
    while (true) {
      CompletableFuture<Optional<T>> answer = new CompletableFuture<>();
      try {
        Platform.runLater(() -> answer.complete(look.get()));
        if (answer.get().isPresent()) {
          return answer.get().get();
        }
      } catch (IllegalStateException e) {
        // JavaFX has not been started yet.
      }
      Thread.sleep(LOOK_MILLISECONDS);
    }
  }
}
