package hyperlumen.ui.studio;

import hyperlumen.ui.Settings;
import hyperlumen.ui.Texts;
import hyperlumen.ui.service.BatchService;
import hyperlumen.write.OutputFormat;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;

/** What menu and panel do with the queue that needs a dialog or is remembered. FX thread. */
final class QueueActions {

  private static final System.Logger LOG = System.getLogger(QueueActions.class.getName());

  private static final String SIDECARS = "sidecars";
  private static final String FOLDER = "saveFolder";
  private static final String FORMAT = "queueFormat";

  private final StudioModel model;
  private final Settings settings;
  private final Texts texts;
  private final Notices notices;
  private final Supplier<Dialogs> dialogs;
  private final BooleanProperty sidecars = new SimpleBooleanProperty(this, SIDECARS);
  private final ObjectProperty<Optional<OutputFormat>> format;
  private BatchService batch;

  /** Without a queue nothing happens; {@link #setBatch} gives it one. */
  QueueActions(
      StudioModel model,
      Settings settings,
      Texts texts,
      Notices notices,
      Supplier<Dialogs> dialogs) {
    this.model = model;
    this.settings = settings;
    this.texts = texts;
    this.notices = notices;
    this.dialogs = dialogs;
    format =
        new SimpleObjectProperty<>(this, FORMAT, settings.constant(FORMAT, OutputFormat.class));
    format.addListener((o, was, is) -> settings.set(FORMAT, is.map(OutputFormat::name).orElse("")));
    sidecars.set(settings.text(SIDECARS).isPresent());
    model.savings().setSidecars(sidecars.get());
    sidecars.addListener(
        (o, was, is) -> {
          settings.setFlag(SIDECARS, is);
          model.savings().setSidecars(is);
          if (batch != null) {
            batch.setSidecars(is);
          }
        });
  }

  /** The queue that everything is done with. */
  void setBatch(BatchService queue) {
    batch = queue;
    batch.setSidecars(sidecars.get());
  }

  /** The queue, if there is one. */
  Optional<BatchService> batch() {
    return Optional.ofNullable(batch);
  }

  /** Whether each result gets a file with its source, its settings and its cost beside it. */
  BooleanProperty sidecarsProperty() {
    return sidecars;
  }

  /** The format of what is queued from now on; empty for the nearest to each photo's. */
  ObjectProperty<Optional<OutputFormat>> formatProperty() {
    return format;
  }

  /** Looks in the background whether something waits since the last time, and says so. */
  void tellWaiting(Runnable show) {
    if (batch != null) {
      model.threads().thumbnailer().execute(() -> lookForWaiting(show));
    }
  }

  private void lookForWaiting(Runnable show) {
    try {
      long waiting =
          batch.rows().stream().filter(r -> r.stand() == BatchService.Stand.WAITING).count();
      if (waiting > 0) {
        model.threads().fx().execute(() -> tell(waiting, show));
      }
    } catch (IOException e) {
      // The queue's window will say it to those who want it.
      LOG.log(Level.WARNING, "no look at the queue", e);
    }
  }

  private void tell(long waiting, Runnable show) {
    Button open = new Button(texts.get("menu.batch"));
    open.setId("show-queue");
    open.setOnAction(e -> show.run());
    notices.tell(texts.get("notice.queued", waiting), open);
  }

  /** Asks where results go; null if the user does not want to. */
  Path askFolder() {
    return dialogs.get().files().targetFolder(folder()).orElse(null);
  }

  /** Asks where the report on the queue goes, and writes it there. */
  void report() {
    if (batch != null) {
      dialogs.get().files().reportFile(folder()).ifPresent(this::report);
    }
  }

  /** Where the last results went, or where the photos are. */
  private Optional<Path> folder() {
    return settings
        .text(FOLDER)
        .map(Path::of)
        .or(() -> model.photos().stream().findFirst().map(photo -> photo.file().getParent()));
  }

  /** Writes the report in the background and offers to show it. */
  void report(Path file) {
    model
        .threads()
        .thumbnailer()
        .execute(
            () -> {
              try {
                batch.report(file);
                model.threads().fx().execute(() -> written(file));
              } catch (IOException e) {
                model.threads().fx().execute(() -> dialogs.get().error(Failure.of(e)));
              }
            });
  }

  private void written(Path file) {
    Button open = new Button(texts.get("notice.openReport"));
    open.setOnAction(e -> Desktop.open(file));
    notices.show(texts.get("notice.saved", file.toString()), open);
  }
}
