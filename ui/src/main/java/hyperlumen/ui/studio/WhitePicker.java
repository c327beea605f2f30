package hyperlumen.ui.studio;

import hyperlumen.photo.PhotoException;
import hyperlumen.ui.Texts;
import hyperlumen.ui.service.OpenPhoto;
import hyperlumen.ui.viewer.CompareView;
import hyperlumen.ui.viewer.PixelProbe;
import java.lang.System.Logger.Level;
import javafx.scene.Cursor;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** While it is pressed, the next click in the picture says what shall be grey. */
final class WhitePicker extends ToggleButton {

  private static final System.Logger LOG = System.getLogger(WhitePicker.class.getName());

  private final StudioModel model;
  private final CompareView view;

  WhitePicker(StudioModel model, CompareView view, Texts texts) {
    this.model = model;
    this.view = view;
    setAccessibleHelp(texts.get("adjust.pick.help"));
    selectedProperty()
        .addListener((o, was, is) -> view.setCursor(is ? Cursor.CROSSHAIR : Cursor.DEFAULT));
    view.addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
  }

  private void pressed(MouseEvent e) {
    if (isSelected() && e.getButton() == MouseButton.PRIMARY) {
      e.consume();
      setSelected(false);
      PixelProbe probe = view.probeProperty().get();
      if (probe != null) {
        pick(probe.x(), probe.y());
      }
    }
  }

  /** Makes the colour at a point of the picture grey. */
  void pick(int x, int y) {
    PhotoItem item = model.selectedProperty().get();
    OpenPhoto photo = item == null ? null : item.photoProperty().get();
    if (photo == null) {
      return;
    }
    try {
      photo.whiteAt(x, y).ifPresent(model.adjustments().whiteBalanceProperty()::set);
    } catch (PhotoException e) {
      // The photo's own white stays.
      LOG.log(Level.WARNING, "no white picked", e);
    }
  }
}
