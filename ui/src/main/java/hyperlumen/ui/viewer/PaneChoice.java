package hyperlumen.ui.viewer;

import hyperlumen.photo.Size;
import java.util.ArrayList;
import java.util.List;

/**
 * Which picture each pane shows: the one the user chose for it while that is there, else the pane's
 * place in the list.
 */
final class PaneChoice {

  private static final Size NOTHING = new Size(1, 1);

  private final SlotPyramids pictures;
  private final String[] keys;

  PaneChoice(SlotPyramids pictures, int panes) {
    this.pictures = pictures;
    keys = new String[panes];
  }

  /** Shows the picture named {@code key} in {@code pane}; null goes back to the list's order. */
  void choose(int pane, String key) {
    keys[pane] = key;
  }

  /** Exchanges the choices of two panes. */
  void exchange(int first, int second) {
    List<Slot> shown = shown();
    if (first < shown.size() && second < shown.size()) {
      keys[first] = shown.get(second).key();
      keys[second] = shown.get(first).key();
    }
  }

  /** The picture of every pane that has one, in the panes' order. */
  List<Slot> shown() {
    List<Slot> shown = new ArrayList<>();
    for (int i = 0; i < Math.min(keys.length, pictures.slots().size()); i++) {
      Slot inOrder = pictures.slots().get(i);
      shown.add(keys[i] == null ? inOrder : pictures.withKey(keys[i]).orElse(inOrder));
    }
    return shown;
  }

  /** The size of a pane's picture; a pane without one counts as one with the first. */
  Size size(int pane) {
    List<Slot> shown = shown();
    if (shown.isEmpty()) {
      return NOTHING;
    }
    return shown.get(pane < shown.size() ? pane : 0).picture().size();
  }

  /** The sizes of all panes' pictures. */
  List<Size> sizes() {
    List<Size> sizes = new ArrayList<>();
    for (int i = 0; i < keys.length; i++) {
      sizes.add(size(i));
    }
    return sizes;
  }
}
