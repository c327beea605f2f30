package hyperlumen.ui.viewer;

import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Reads stored values on the painting thread; only the latest place asked for is reported. */
final class ProbeReader {

  private final PictureEngine engine;
  private final ReadOnlyObjectWrapper<PixelProbe> probe = new ReadOnlyObjectWrapper<>();
  private volatile long latest;

  ProbeReader(PictureEngine engine) {
    this.engine = engine;
  }

  ReadOnlyObjectProperty<PixelProbe> probeProperty() {
    return probe.getReadOnlyProperty();
  }

  void clear() {
    nextTurn();
    probe.set(null);
  }

  /** Reads all {@code slots} at the picture point (x, y); outside the picture it clears. */
  void read(List<Slot> slots, double x, double y) {
    if (slots.isEmpty() || !inside(slots.getFirst().picture().size(), x, y)) {
      clear();
      return;
    }
    long turn = nextTurn();
    List<Slot> asked = List.copyOf(slots);
    engine.paint(
        () -> {
          if (turn == latest) {
            PixelProbe result = values(asked, (int) x, (int) y);
            Platform.runLater(
                () -> {
                  if (turn == latest) {
                    probe.set(result);
                  }
                });
          }
        });
  }

  /** Only called on the FX thread; the other threads merely compare. */
  private long nextTurn() {
    long turn = latest + 1;
    latest = turn;
    return turn;
  }

  private static boolean inside(Size size, double x, double y) {
    return x >= 0 && y >= 0 && x < size.width() && y < size.height();
  }

  private static PixelProbe values(List<Slot> slots, int x, int y) {
    List<PixelProbe.Reading> readings = new ArrayList<>();
    int[] rgb = new int[3];
    for (Slot slot : slots) {
      boolean there;
      try {
        there = slot.picture().valueAt(x, y, rgb);
      } catch (PhotoException | IllegalStateException e) {
        // Unreadable or closed in the meantime: there is no value to show.
        there = false;
      }
      readings.add(
          new PixelProbe.Reading(
              slot.title(),
              there ? Optional.of(List.of(rgb[0], rgb[1], rgb[2])) : Optional.empty(),
              slot.picture().bits()));
    }
    return new PixelProbe(x, y, readings);
  }
}
