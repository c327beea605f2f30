package hyperlumen.ui.viewer;

import hyperlumen.photo.Size;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Point2D;

/**
 * One {@link Viewport} per pane, moving each other as {@link Link} says.
 *
 * <p>Pictures of different sizes are linked by their relative place: the same part of the scene
 * shows, at the same size on the screen. For the FX thread.
 */
final class LinkedViewports {

  private final Viewport[] ports;
  private final Size[] pictures;
  private final double[] offsetX;
  private final double[] offsetY;
  private final double[] factor;
  private final ObjectProperty<Link> link = new SimpleObjectProperty<>(this, "link", Link.TOGETHER);
  private boolean quiet;

  LinkedViewports(int count) {
    ports = new Viewport[count];
    pictures = new Size[count];
    offsetX = new double[count];
    offsetY = new double[count];
    factor = new double[count];
    for (int i = 0; i < count; i++) {
      int leader = i;
      ports[i] = new Viewport();
      pictures[i] = new Size(1, 1);
      factor[i] = 1;
      ports[i].viewProperty().addListener(o -> lead(leader));
    }
    link.addListener((o, was, is) -> relink(is));
  }

  ObjectProperty<Link> linkProperty() {
    return link;
  }

  Viewport port(int pane) {
    return ports[pane];
  }

  /** Sets the size of every pane in device pixels. */
  void setPane(double width, double height) {
    quiet = true;
    for (Viewport port : ports) {
      port.setPane(width, height);
    }
    quiet = false;
  }

  /** Sets the pictures' sizes; if one changes, every pane shows all of its picture. */
  void setPictures(List<Size> sizes) {
    quiet = true;
    boolean changed = false;
    for (int i = 0; i < ports.length; i++) {
      changed |= !sizes.get(i).equals(pictures[i]);
      pictures[i] = sizes.get(i);
      ports[i].setPicture(sizes.get(i));
    }
    if (changed) {
      clearOffsets();
      for (Viewport port : ports) {
        port.fit();
      }
    }
    quiet = false;
  }

  private void clearOffsets() {
    for (int i = 0; i < ports.length; i++) {
      offsetX[i] = 0;
      offsetY[i] = 0;
      factor[i] = 1;
    }
  }

  private void relink(Link now) {
    if (now == Link.TOGETHER) {
      clearOffsets();
      lead(0);
    } else if (now == Link.WITH_OFFSET) {
      for (int i = 1; i < ports.length; i++) {
        double scale = scale(0, i);
        factor[i] = ports[i].view().zoom() * scale / ports[0].view().zoom();
        offsetX[i] = ports[i].centreX() - ports[0].centreX() * scale;
        offsetY[i] = ports[i].centreY() - ports[0].centreY() * scale;
      }
    }
  }

  /** Pixels of pane {@code to}'s picture per pixel of pane {@code from}'s. */
  private double scale(int from, int to) {
    return (double) pictures[to].width() / pictures[from].width();
  }

  /**
   * By how many pixels {@code pane}'s picture lies further right and down than the first one's,
   * where the two move with an offset; else nothing.
   */
  Point2D offset(int pane) {
    return link.get() == Link.WITH_OFFSET
        ? new Point2D(offsetX[pane], offsetY[pane])
        : Point2D.ZERO;
  }

  /** Moves the others after pane {@code leader}. */
  private void lead(int leader) {
    if (quiet || link.get() == Link.APART) {
      return;
    }
    quiet = true;
    for (int i = 0; i < ports.length; i++) {
      if (i != leader) {
        follow(leader, i);
      }
    }
    quiet = false;
  }

  private void follow(int leader, int other) {
    Viewport from = ports[leader];
    boolean same =
        pictures[leader].equals(pictures[other])
            && offsetX[leader] == offsetX[other]
            && offsetY[leader] == offsetY[other]
            && factor[leader] == factor[other];
    if (same) {
      ports[other].copy(from);
      return;
    }
    double fromFirst = scale(0, leader);
    double toOther = scale(0, other);
    double centreX = (from.centreX() - offsetX[leader]) / fromFirst * toOther + offsetX[other];
    double centreY = (from.centreY() - offsetY[leader]) / fromFirst * toOther + offsetY[other];
    double zoom = from.view().zoom() * fromFirst / toOther * factor[other] / factor[leader];
    ports[other].place(zoom, centreX, centreY);
  }
}
