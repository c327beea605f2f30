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

  /** A picture and a point in its pixels. */
  record Place(Slot slot, double x, double y) {

    boolean isInside() {
      Size size = slot.picture().size();
      return x >= 0 && y >= 0 && x < size.width() && y < size.height();
    }
  }

  /** Reads all places; clears if that of number {@code pointed} is outside its picture. */
  void read(List<Place> places, int pointed) {
    if (places.isEmpty() || !places.get(pointed).isInside()) {
      clear();
      return;
    }
    long turn = nextTurn();
    Place at = places.get(pointed);
    engine.paint(
        () -> {
          if (turn == latest) {
            PixelProbe result = values(places, (int) at.x(), (int) at.y());
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

  private static PixelProbe values(List<Place> places, int x, int y) {
    List<PixelProbe.Reading> readings = new ArrayList<>();
    int[] rgb = new int[3];
    for (Place place : places) {
      boolean there;
      try {
        there =
            place.isInside()
                && place.slot().picture().valueAt((int) place.x(), (int) place.y(), rgb);
      } catch (PhotoException | IllegalStateException e) {
        // Unreadable or closed in the meantime: there is no value to show.
        there = false;
      }
      readings.add(
          new PixelProbe.Reading(
              place.slot().title(),
              there ? Optional.of(List.of(rgb[0], rgb[1], rgb[2])) : Optional.empty(),
              place.slot().picture().bits()));
    }
    return new PixelProbe(x, y, readings);
  }
}
