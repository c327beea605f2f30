package hyperlumen.ui.studio;

import hyperlumen.ui.Figures;
import hyperlumen.ui.Texts;
import hyperlumen.ui.service.OpenPhoto;
import hyperlumen.ui.service.PhotoFacts;
import hyperlumen.ui.viewer.CompareView;
import hyperlumen.ui.viewer.PixelProbe;
import java.util.StringJoiner;
import javafx.beans.InvalidationListener;
import javafx.scene.control.Label;
import org.controlsfx.control.StatusBar;

/**
 * The bottom of the window: what the photo is, what is being saved, the values under the pointer,
 * the zoom.
 */
final class StatusLine extends StatusBar {

  private final StudioModel model;
  private final Texts texts;
  private final Figures figures;
  private final CompareView view;
  private final Label probe = new Label();
  private final Label zoom = new Label();
  private final InvalidationListener photoChanged = o -> showFacts();
  private PhotoItem shown;

  StatusLine(StudioModel model, CompareView view, Texts texts) {
    this.model = model;
    this.texts = texts;
    this.view = view;
    figures = new Figures(texts);
    // It has nothing to press.
    setFocusTraversable(false);
    probe.setId("probe");
    probe.getStyleClass().add("probe");
    zoom.setId("zoom");
    zoom.getStyleClass().add("zoom-figure");
    probe.setMaxHeight(Double.MAX_VALUE);
    zoom.setMaxHeight(Double.MAX_VALUE);
    getRightItems().addAll(new SavingBox(model, texts), probe, zoom);
    model.selectedProperty().addListener(o -> follow());
    view.probeProperty().addListener(o -> showProbe());
    view.viewProperty().addListener(o -> showZoom());
    follow();
    showZoom();
  }

  private void follow() {
    if (shown != null) {
      shown.photoProperty().removeListener(photoChanged);
    }
    shown = model.selectedProperty().get();
    if (shown != null) {
      shown.photoProperty().addListener(photoChanged);
    }
    showFacts();
  }

  private void showFacts() {
    OpenPhoto photo = shown == null ? null : shown.photoProperty().get();
    zoom.setVisible(photo != null);
    if (photo == null) {
      setText(shown == null ? texts.get("status.ready") : shown.name());
      return;
    }
    PhotoFacts facts = photo.facts();
    StringJoiner line = new StringJoiner("   \u00b7   ");
    line.add(shown.name());
    line.add(
        texts.get(
            "status.size",
            String.valueOf(facts.size().width()),
            String.valueOf(facts.size().height()),
            figures.number(facts.size().megapixels())));
    line.add(format(facts.format()));
    if (!facts.camera().isBlank()) {
      line.add(facts.camera());
    }
    if (!facts.exposure().isBlank()) {
      line.add(facts.exposure());
    }
    setText(line.toString());
  }

  /** The reader's words for how a file is compressed, in the user's language. */
  private String format(String said) {
    return said.replace("uncompressed", texts.get("status.uncompressed"))
        .replace("lossless JPEG", texts.get("status.lossless"))
        .replace("lossy JPEG", texts.get("status.lossy"))
        .replace("32-bit float", texts.get("status.floats"));
  }

  private void showZoom() {
    zoom.setText(figures.zoom(view.viewProperty().get().zoom()));
  }

  private void showProbe() {
    PixelProbe values = view.probeProperty().get();
    if (values == null) {
      probe.setText("");
      return;
    }
    StringBuilder line = new StringBuilder(String.format("%5d,%5d", values.x(), values.y()));
    for (PixelProbe.Reading reading : values.readings()) {
      int digits = reading.bits() == 8 ? 3 : 5;
      line.append("  \u2502");
      for (int c = 0; c < 3; c++) {
        line.append(' ');
        String value = reading.rgb().isEmpty() ? "\u2013" : reading.rgb().get().get(c).toString();
        line.append(" ".repeat(Math.max(0, digits - value.length()))).append(value);
      }
    }
    probe.setText(line.toString());
  }
}
