package hyperlumen.ui.studio;

import hyperlumen.colour.Look;
import hyperlumen.colour.RenderingSettings;
import hyperlumen.colour.Temperature;
import hyperlumen.colour.WhiteBalanceSetting;
import hyperlumen.photo.Cfa;
import hyperlumen.photo.PhotoException;
import hyperlumen.ui.adjust.EditHistory;
import hyperlumen.ui.service.Adjustments;
import hyperlumen.ui.service.EnhancedPhoto;
import hyperlumen.ui.service.OpenPhoto;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * The adjustments of the selected photo as properties, with undo, redo, copy and paste. Each photo
 * has its own history. What can be shown without the network is shown at once. For the FX thread;
 * renderings are prepared by the loader.
 */
public final class AdjustmentModel {

  private static final System.Logger LOG = System.getLogger(AdjustmentModel.class.getName());

  private static final Temperature DAYLIGHT = new Temperature(5500, 0);

  private final ReadOnlyObjectProperty<PhotoItem> selected;
  private final Executor loader;

  /** For the time in which no photo is selected. */
  private final EditHistory<Adjustments> nobody = new EditHistory<>(Adjustments.DEFAULT);

  private final ReadOnlyObjectWrapper<Adjustments> current =
      new ReadOnlyObjectWrapper<>(Adjustments.DEFAULT);
  private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Adjustments> copied = new ReadOnlyObjectWrapper<>();
  private final DoubleProperty noise = number("noise", Adjustments::noise, Adjustments::withNoise);
  private final DoubleProperty luminance =
      number(
          "luminance",
          a -> a.strength().luminance(),
          (a, v) -> a.withStrength(a.strength().withLuminance(v)));
  private final DoubleProperty colour =
      number(
          "colour",
          a -> a.strength().colour(),
          (a, v) -> a.withStrength(a.strength().withColour(v)));
  private final DoubleProperty exposure =
      number(
          "exposure",
          a -> a.rendering().exposure(),
          (a, v) -> a.withRendering(a.rendering().withExposure(v)));
  private final ObjectProperty<WhiteBalanceSetting> whiteBalance =
      new SimpleObjectProperty<>(this, "whiteBalance", WhiteBalanceSetting.AS_SHOT);
  private final ObjectProperty<Look> look = new SimpleObjectProperty<>(this, "look", Look.STANDARD);
  private final ObjectProperty<Optional<Cfa>> filters =
      new SimpleObjectProperty<>(this, "filters", Optional.empty());
  private boolean showing;

  AdjustmentModel(ReadOnlyObjectProperty<PhotoItem> selected, StudioThreads threads) {
    this.selected = selected;
    loader = threads.loader();
    whiteBalance.addListener(
        (o, was, is) -> {
          if (!showing && is != null) {
            edit("whiteBalance", rendered(r -> r.withWhiteBalance(is)));
          }
        });
    look.addListener(
        (o, was, is) -> {
          if (!showing && is != null) {
            edit("look", rendered(r -> r.withLook(is)));
          }
        });
    filters.addListener(
        (o, was, is) -> {
          if (!showing && is != null) {
            edit("filters", current.get().withCfa(is));
          }
        });
    selected.addListener(o -> show());
    show();
  }

  private Adjustments rendered(UnaryOperator<RenderingSettings> change) {
    Adjustments now = current.get();
    return now.withRendering(change.apply(now.rendering()));
  }

  private DoubleProperty number(
      String name,
      ToDoubleFunction<Adjustments> get,
      BiFunction<Adjustments, Double, Adjustments> with) {
    DoubleProperty property =
        new SimpleDoubleProperty(this, name, get.applyAsDouble(current.get()));
    property.addListener(
        (o, was, is) -> {
          if (!showing) {
            edit(name, with.apply(current.get(), is.doubleValue()));
          }
        });
    current.addListener((o, was, is) -> property.set(get.applyAsDouble(is)));
    return property;
  }

  /** The selected photo's adjustments. */
  public ReadOnlyObjectProperty<Adjustments> currentProperty() {
    return current.getReadOnlyProperty();
  }

  /** Factor on the measured noise, above 0; takes effect at the next run. */
  public DoubleProperty noiseProperty() {
    return noise;
  }

  /** Share of the network's result in the lightness, 0 to 1. */
  public DoubleProperty luminanceProperty() {
    return luminance;
  }

  /** Share of the network's result in the colour, 0 to 1. */
  public DoubleProperty colourProperty() {
    return colour;
  }

  /** Stops. */
  public DoubleProperty exposureProperty() {
    return exposure;
  }

  /** What shall be white. */
  public ObjectProperty<WhiteBalanceSetting> whiteBalanceProperty() {
    return whiteBalance;
  }

  /** Treatment of tones. */
  public ObjectProperty<Look> lookProperty() {
    return look;
  }

  /** The user's own colour filters of a mosaic; empty for the file's. */
  public ObjectProperty<Optional<Cfa>> filtersProperty() {
    return filters;
  }

  /** Where temperature and tint stand now: of the present white, or daylight if it is unknown. */
  Temperature temperature() {
    OpenPhoto photo = selected.get() == null ? null : selected.get().photoProperty().get();
    try {
      return photo == null ? DAYLIGHT : photo.temperature(whiteBalance.get()).orElse(DAYLIGHT);
    } catch (PhotoException e) {
      LOG.log(Level.WARNING, "no temperature", e);
      return DAYLIGHT;
    }
  }

  /** Whether there is an edit to take back. */
  public ReadOnlyBooleanProperty canUndoProperty() {
    return canUndo.getReadOnlyProperty();
  }

  /** Whether there is an edit to do again. */
  public ReadOnlyBooleanProperty canRedoProperty() {
    return canRedo.getReadOnlyProperty();
  }

  /** What was copied; null while nothing was. */
  public ReadOnlyObjectProperty<Adjustments> copiedProperty() {
    return copied.getReadOnlyProperty();
  }

  private EditHistory<Adjustments> history() {
    PhotoItem item = selected.get();
    return item == null ? nobody : item.history();
  }

  private void edit(String kind, Adjustments next) {
    history().edit(kind, next, System.nanoTime());
    show();
    develop(selected.get());
  }

  /** Sets all adjustments of the selected photo at once, as one edit. */
  public void set(Adjustments adjustments) {
    // A kind of its own each time: two presets are two steps.
    edit("all " + System.nanoTime(), adjustments);
  }

  /** Takes back the last edit. */
  public void undo() {
    history().undo();
    show();
    develop(selected.get());
  }

  /** Does again what was taken back. */
  public void redo() {
    history().redo();
    show();
    develop(selected.get());
  }

  /** Remembers the selected photo's adjustments. */
  public void copy() {
    copied.set(current.get());
  }

  /** Gives the selected photo what was copied. */
  public void paste() {
    if (copied.get() != null) {
      set(copied.get());
    }
  }

  /** Gives the selected photo's adjustments to {@code photos}, one edit on each. */
  public void applyTo(List<PhotoItem> photos) {
    Adjustments all = current.get();
    for (PhotoItem item : photos) {
      if (item != selected.get()) {
        item.history().edit("all " + System.nanoTime(), all, System.nanoTime());
        develop(item);
      }
    }
  }

  private void show() {
    EditHistory<Adjustments> history = history();
    showing = true;
    current.set(history.present());
    whiteBalance.set(history.present().rendering().whiteBalance());
    look.set(history.present().rendering().look());
    filters.set(history.present().cfa());
    showing = false;
    canUndo.set(history.canUndo());
    canRedo.set(history.canRedo());
  }

  /** Brings the pictures of {@code item} up to its adjustments. */
  void develop(PhotoItem item) {
    if (item == null) {
      return;
    }
    Adjustments wanted = item.history().present();
    OpenPhoto photo = item.photoProperty().get();
    EnhancedPhoto result = item.enhancementProperty().get();
    Adjustments before = item.developed();
    boolean strengthOnly =
        wanted.rendering().equals(before.rendering()) && wanted.cfa().equals(before.cfa());
    item.setDeveloped(wanted);
    if (strengthOnly) {
      // A blend is set up in no time and follows the slider; a rendering looks at the photo first.
      develop(item, null, result, wanted);
    } else {
      loader.execute(() -> develop(item, photo, result, wanted));
    }
  }

  /** The same for a result that has just come and was made with older adjustments. */
  void developResult(PhotoItem item) {
    EnhancedPhoto result = item.enhancementProperty().get();
    Adjustments wanted = item.history().present();
    loader.execute(() -> develop(item, null, result, wanted));
  }

  private static void develop(
      PhotoItem item, OpenPhoto photo, EnhancedPhoto result, Adjustments wanted) {
    if (photo != null && !wanted.equals(item.developed())) {
      return; // The slider has moved on.
    }
    try {
      if (photo != null) {
        photo.develop(wanted);
      }
      if (result != null) {
        result.develop(wanted);
      }
    } catch (PhotoException | RuntimeException e) {
      // The picture stays as it was.
      LOG.log(Level.WARNING, "not rendered", e);
    }
  }
}
