package hyperlumen.ui.viewer;

import hyperlumen.ui.image.DifferenceMap;
import hyperlumen.ui.image.DifferencePicture;
import hyperlumen.ui.image.PictureSource;
import hyperlumen.ui.image.TilePyramid;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Point2D;

/** The difference of two pictures while the viewer shows one. For the FX thread. */
final class DifferenceSource {

  private final PictureEngine engine;
  private final DoubleProperty gain = new SimpleDoubleProperty(this, "gain", 4);
  private final ObjectProperty<DifferenceMap> map =
      new SimpleObjectProperty<>(this, "map", DifferenceMap.SIGNED);
  private PictureSource first;
  private PictureSource second;
  private int shiftX;
  private int shiftY;
  private DifferencePicture picture;
  private TilePyramid pyramid;

  DifferenceSource(PictureEngine engine) {
    this.engine = engine;
    gain.addListener(o -> applyMapping());
    map.addListener(o -> applyMapping());
  }

  /** Amplification, above 0. */
  DoubleProperty gainProperty() {
    return gain;
  }

  ObjectProperty<DifferenceMap> mapProperty() {
    return map;
  }

  private void applyMapping() {
    if (picture != null) {
      picture.setMapping(gain.get(), map.get());
    }
  }

  /**
   * The pyramid over {@code minuend - subtrahend}; null if their sizes differ.
   *
   * @param offset how much further right and down the subtrahend lies, in pixels; whole ones count
   */
  TilePyramid of(PictureSource minuend, PictureSource subtrahend, Point2D offset) {
    int x = (int) Math.rint(offset.getX());
    int y = (int) Math.rint(offset.getY());
    boolean same = minuend.equals(first) && subtrahend.equals(second);
    if (!same || x != shiftX || y != shiftY) {
      close();
      first = minuend;
      second = subtrahend;
      shiftX = x;
      shiftY = y;
      if (minuend.size().equals(subtrahend.size())) {
        picture = new DifferencePicture(minuend, subtrahend, x, y);
        applyMapping();
        pyramid = engine.pyramid(picture);
      }
    }
    return pyramid;
  }

  void close() {
    if (picture != null) {
      pyramid.close();
      picture.close();
    }
    picture = null;
    pyramid = null;
    first = null;
    second = null;
  }
}
