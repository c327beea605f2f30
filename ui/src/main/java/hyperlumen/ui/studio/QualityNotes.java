package hyperlumen.ui.studio;

import hyperlumen.photo.Region;
import hyperlumen.photo.Size;
import hyperlumen.ui.Texts;
import hyperlumen.ui.image.PictureSource;
import hyperlumen.ui.quality.Quality;
import hyperlumen.ui.quality.QualityMeter;
import hyperlumen.ui.viewer.CompareView;
import hyperlumen.ui.viewer.Slot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.util.Duration;

/**
 * Has the viewer's pictures measured against the reference and writes the figures under their
 * captions and into the photo's runs. For the FX thread.
 */
final class QualityNotes {

  /** A slider or a selection that is being dragged changes many times a second. */
  private static final Duration CALM = Duration.millis(250);

  private final StudioModel model;
  private final CompareView view;
  private final QualityMeter meter;
  private final Texts texts;
  private final Map<String, String> notes = new HashMap<>();
  private final PauseTransition pause = new PauseTransition(CALM);
  private final AtomicBoolean told = new AtomicBoolean();
  private final PictureSource.Listener follow = region -> tell();
  private List<Slot> followed = List.of();

  QualityNotes(StudioModel model, CompareView view, QualityMeter meter, Texts texts) {
    this.model = model;
    this.view = view;
    this.meter = meter;
    this.texts = texts;
    pause.setOnFinished(e -> measure());
    view.selectionProperty().addListener(o -> changed());
    model.runProperty().addListener(o -> changed());
  }

  /** The viewer offers other pictures. */
  void picturesChanged() {
    followed.forEach(slot -> slot.picture().removeListener(follow));
    followed = view.slots();
    followed.forEach(slot -> slot.picture().addListener(follow));
    meter.retain(followed.stream().map(Slot::picture).toList());
    changed();
  }

  /** On any thread: samples have changed. */
  private void tell() {
    if (told.compareAndSet(false, true)) {
      Platform.runLater(
          () -> {
            told.set(false);
            changed();
          });
    }
  }

  private void changed() {
    meter.stop();
    pause.playFromStart();
  }

  private void measure() {
    notes.clear();
    Optional<Slot> reference =
        view.slots().stream().filter(s -> s.role() == Slot.Role.REFERENCE).findFirst();
    // While a network runs the processors are its own; its end asks again.
    if (reference.isPresent() && model.runProperty().get() == null) {
      Size size = reference.get().picture().size();
      List<QualityMeter.Order> orders = new ArrayList<>();
      for (Slot slot : shownFirst()) {
        if (!slot.equals(reference.get())) {
          if (slot.picture().size().equals(size)) {
            notes.put(slot.key(), texts.get("quality.measuring"));
            orders.add(new QualityMeter.Order(slot.key(), slot.picture()));
          } else {
            notes.put(slot.key(), texts.get("quality.otherSize"));
          }
        }
      }
      Region region = within(view.selectionProperty().get(), size);
      meter.measure(reference.get().picture(), orders, region, (k, r) -> answer(k, r, region));
    }
    view.setNotes(notes);
  }

  /** The selection refers to the first picture; only where that has the reference's size. */
  private Region within(Region selection, Size size) {
    boolean fits = view.slots().getFirst().picture().size().equals(size);
    return fits ? selection : null;
  }

  private List<Slot> shownFirst() {
    List<Slot> slots = new ArrayList<>(view.paneSlots());
    for (Slot slot : view.slots()) {
      if (!slots.contains(slot)) {
        slots.add(slot);
      }
    }
    return slots.stream().distinct().toList();
  }

  private void answer(String key, QualityMeter.Reading reading, Region region) {
    String note = text(reading.whole());
    if (region != null && reading.region().isPresent()) {
      note +=
          "\n"
              + texts.get(
                  "quality.region",
                  String.valueOf(region.width()),
                  String.valueOf(region.height()),
                  text(reading.region().get()));
    }
    notes.put(key, note);
    view.setNotes(notes);
    PhotoItem item = model.selectedProperty().get();
    if (item != null) {
      for (PhotoRun run : item.runs()) {
        if (ComparedPictures.key(run).equals(key)) {
          run.qualityProperty().set(reading.whole());
        }
      }
    }
  }

  private String text(Quality quality) {
    if (Double.isInfinite(quality.psnr())) {
      return texts.get("quality.identical");
    }
    return texts.get(
        "quality.figures",
        String.format(texts.locale(), "%.2f", quality.psnr()),
        similarity(quality.ssim()),
        similarity(quality.msSsim()));
  }

  private String similarity(OptionalDouble value) {
    return value.isEmpty() ? "\u2013" : String.format(texts.locale(), "%.4f", value.getAsDouble());
  }
}
