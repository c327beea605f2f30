package hyperlumen.ui.studio;

import hyperlumen.photo.Size;
import hyperlumen.ui.service.FakeService;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * The window's model without a window: background work happens when the test says so. What tests of
 * it have in common.
 */
abstract class StudioModelRig {

  @TempDir Path folder;

  final Deque<Runnable> background = new ArrayDeque<>();
  final List<Failure> failures = new ArrayList<>();
  final List<Path> saved = new ArrayList<>();
  FakeService service;
  StudioModel model;

  @BeforeEach
  void start() {
    service = new FakeService(new Size(160, 128));
    model =
        new StudioModel(
            service,
            new StudioThreads(Runnable::run, background::add, background::add, background::add));
    model.setOnFailure(failures::add);
    model.savings().setOnSaved(saved::add);
    model.loadModels();
    work();
  }

  @AfterEach
  void close() {
    model.close();
  }

  void work() {
    while (!background.isEmpty()) {
      background.removeFirst().run();
    }
  }

  PhotoItem open(String name) {
    model.open(List.of(folder.resolve(name)));
    work();
    return model.selectedProperty().get();
  }
}
