package hyperlumen.ui.viewer;

import hyperlumen.ui.image.TilePyramid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The pictures that can be shown, each with a pyramid that lives as long as it is there. */
final class SlotPyramids {

  private final PictureEngine engine;
  private List<Slot> slots = List.of();
  private List<TilePyramid> pyramids = List.of();

  SlotPyramids(PictureEngine engine) {
    this.engine = engine;
  }

  List<Slot> slots() {
    return slots;
  }

  TilePyramid pyramid(Slot slot) {
    return pyramids.get(slots.indexOf(slot));
  }

  Optional<Slot> withKey(String key) {
    return slots.stream().filter(s -> s.key().equals(key)).findFirst();
  }

  Optional<Slot> withRole(Slot.Role role) {
    return slots.stream().filter(s -> s.role() == role).findFirst();
  }

  /**
   * Takes these pictures and keeps the pyramids of those that were there before.
   *
   * @return pyramids that nothing needs any more, to be closed once nobody shows them
   */
  List<TilePyramid> set(List<Slot> newSlots) {
    List<TilePyramid> fresh = new ArrayList<>();
    List<TilePyramid> unused = new ArrayList<>(pyramids);
    for (Slot slot : newSlots) {
      TilePyramid known = null;
      for (int i = 0; i < slots.size(); i++) {
        if (slots.get(i).picture().equals(slot.picture())) {
          known = pyramids.get(i);
        }
      }
      fresh.add(known != null ? known : begin(slot, newSlots));
      unused.remove(known);
    }
    slots = List.copyOf(newSlots);
    pyramids = List.copyOf(fresh);
    return unused;
  }

  /** A result begins with the result before it, or the photo, so that nothing flashes. */
  private TilePyramid begin(Slot slot, List<Slot> newSlots) {
    TilePyramid pyramid = engine.pyramid(slot.picture());
    boolean samePhoto =
        !slots.isEmpty() && slots.getFirst().picture().equals(newSlots.getFirst().picture());
    if (samePhoto && slot.role() == Slot.Role.RESULT) {
      withRole(Slot.Role.RESULT)
          .or(() -> withRole(Slot.Role.BEFORE))
          .filter(earlier -> earlier.picture().size().equals(slot.picture().size()))
          .ifPresent(earlier -> pyramid.startFrom(pyramid(earlier)));
    }
    return pyramid;
  }
}
