package hyperlumen.ui.studio;

import hyperlumen.ui.Figures;
import hyperlumen.ui.LogMemory;
import hyperlumen.ui.Settings;
import hyperlumen.ui.Texts;
import hyperlumen.ui.service.BatchService;
import hyperlumen.ui.service.ModelLibrary;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.MenuBar;

/** The program's other windows: queue, models, runs, and those that tell about the program. */
final class StudioWindows {

  private final StudioModel model;
  private final Texts texts;
  private final Supplier<Dialogs> dialogs;
  private final RunsWindow runs;
  private ModelLibrary modelLibrary;
  private final QueueActions queue;

  /**
   * No window is open yet.
   *
   * @param notices tells what was written
   * @param dialogs new dialogs over the main window, in its colours
   */
  StudioWindows(
      StudioModel model,
      Settings settings,
      Texts texts,
      Notices notices,
      Supplier<Dialogs> dialogs) {
    this.model = model;
    this.texts = texts;
    this.dialogs = dialogs;
    queue = new QueueActions(model, settings, texts, notices, dialogs);
    runs = new RunsWindow(model, settings, texts, f -> dialogs.get().error(f));
  }

  /** Gives the user models to look after; without it there is no browser. */
  void setModelLibrary(ModelLibrary models) {
    modelLibrary = models;
  }

  /** Gives the user a queue. */
  void setBatchService(BatchService batch) {
    queue.setBatch(batch);
  }

  /** What else is done with the queue. */
  QueueActions queue() {
    return queue;
  }

  /** Shows the history of runs and its chart. */
  void showRuns() {
    Dialogs over = dialogs.get();
    runs.show(over.owner(), over.theme());
  }

  /** Shows the installed models, to add, switch off and remove. */
  void showModels() {
    if (modelLibrary != null) {
      Dialogs over = dialogs.get();
      over.window(
          texts.get("models.window"),
          new ModelBrowser(
              model, modelLibrary, model.service(), model.threads(), over.files(), texts));
    }
  }

  /** Shows the queue. */
  void showBatch() {
    queue
        .batch()
        .ifPresent(
            batch ->
                dialogs
                    .get()
                    .window(texts.get("batch.title"), new BatchPanel(model, batch, queue, texts)));
  }

  /** Shows all shortcuts of {@code menu}. */
  void showShortcuts(MenuBar menu) {
    dialogs.get().shortcuts(new ShortcutSheet(menu, texts));
  }

  /** Shows the last messages of the log. */
  void showLog() {
    String text = String.join("\n", LogMemory.start().messages());
    dialogs.get().text(texts.get("log.title"), text.isEmpty() ? texts.get("log.empty") : text);
  }

  /** Shows what a report should say about the machine. */
  void showSystem() {
    String text =
        SystemFacts.text(
            SystemFacts.of(version(), List.copyOf(model.models()), new Figures(texts)));
    dialogs.get().text(texts.get("system.title"), text);
  }

  /** Shows version, licences and the promise about the network. */
  void showAbout() {
    AboutBox.show(dialogs.get(), version(), texts);
  }

  private static String version() {
    return System.getProperty("hyperlumen.version", "");
  }
}
