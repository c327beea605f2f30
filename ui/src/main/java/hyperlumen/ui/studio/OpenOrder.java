package hyperlumen.ui.studio;

import hyperlumen.ui.service.OpenPhoto;
import java.util.ArrayList;
import java.util.List;

/** Remembers which open photos were looked at last, and closes those that were not for long. */
final class OpenOrder {

  private final List<PhotoItem> items = new ArrayList<>();

  void touch(PhotoItem item) {
    items.remove(item);
    items.add(item);
  }

  /** Closes the photo of {@code item} if it is open. */
  void forget(PhotoItem item) {
    items.remove(item);
    OpenPhoto photo = item.photoProperty().get();
    if (photo != null) {
      item.photoProperty().set(null);
      photo.close();
    }
  }

  /** Closes the photos looked at longest ago; those at work or with a result stay open. */
  void closeBeyond(int limit, PhotoItem selected) {
    for (PhotoItem item : List.copyOf(items)) {
      if (items.size() <= limit) {
        return;
      }
      if (item != selected && item.stateProperty().get() == PhotoItem.State.READY) {
        forget(item);
        item.stateProperty().set(PhotoItem.State.LISTED);
      }
    }
  }
}
