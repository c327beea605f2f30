package hyperlumen.ui.studio;

import hyperlumen.photo.PhotoException;
import hyperlumen.progress.CancelledException;
import hyperlumen.progress.Progress;
import hyperlumen.ui.history.PastRun;
import hyperlumen.ui.history.RunHistory;
import hyperlumen.ui.service.Adjustments;
import hyperlumen.ui.service.EnhanceService;
import hyperlumen.ui.service.OpenPhoto;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The photos in the strip: listing, decoding, small pictures, which one is selected. For the FX
 * thread; decoding goes to the executors.
 */
final class PhotoLibrary {

  /** Decoded samples take two to six bytes per pixel; this many photos stay open unfinished. */
  static final int OPEN_PHOTOS = 3;

  private static final System.Logger LOG = System.getLogger(PhotoLibrary.class.getName());
  private static final int THUMBNAIL_SIDE = 160;

  private final EnhanceService service;
  private final RunHistory history;
  private final Executor fx;
  private final Executor loader;
  private final Executor thumbnailer;
  private final ObservableList<PhotoItem> photos =
      // Filters by state hear of its changes.
      FXCollections.observableArrayList(item -> new Observable[] {item.stateProperty()});
  private final ObjectProperty<PhotoItem> selected = new SimpleObjectProperty<>(this, "selected");
  private final ObservableValue<OpenPhoto> photo = selected.flatMap(PhotoItem::photoProperty);
  private final OpenOrder openOrder = new OpenOrder();

  PhotoLibrary(EnhanceService service, StudioThreads threads, RunHistory history) {
    this.history = history;
    this.service = service;
    fx = threads.fx();
    loader = threads.loader();
    thumbnailer = threads.thumbnailer();
    selected.addListener((o, was, is) -> select(is));
  }

  ObservableList<PhotoItem> photos() {
    return photos;
  }

  /** The photo in the viewer; null if none. */
  ObjectProperty<PhotoItem> selectedProperty() {
    return selected;
  }

  /** The selected photo's samples; null while none is selected or it is not decoded. */
  ObservableValue<OpenPhoto> photo() {
    return photo;
  }

  /** Adds files to the strip and shows the first of them; those already there are not added. */
  void open(List<Path> files) {
    List<PhotoItem> items = list(files);
    if (!items.isEmpty()) {
      selected.set(items.getFirst());
    }
  }

  /**
   * Adds files to the strip without showing one; gives their items, also of those there already.
   */
  List<PhotoItem> list(List<Path> files) {
    List<PhotoItem> items = new ArrayList<>();
    List<PhotoItem> added = new ArrayList<>();
    for (Path file : files) {
      Path absolute = file.toAbsolutePath().normalize();
      PhotoItem item = find(absolute);
      if (item == null) {
        item = new PhotoItem(absolute);
        for (PastRun run : history.of(absolute)) {
          item.runs().add(new PhotoRun(item.runs().size() + 1, run));
        }
        photos.add(item);
        added.add(item);
      }
      items.add(item);
    }
    added.forEach(this::loadThumbnail);
    return items;
  }

  private PhotoItem find(Path file) {
    for (PhotoItem item : photos) {
      if (item.file().equals(file)) {
        return item;
      }
    }
    return null;
  }

  private void loadThumbnail(PhotoItem item) {
    thumbnailer.execute(
        () -> {
          try {
            var thumbnail = service.thumbnail(item.file(), THUMBNAIL_SIDE);
            fx.execute(() -> item.thumbnailProperty().set(thumbnail));
          } catch (PhotoException | RuntimeException e) {
            // Opening the photo says what is wrong with it.
            LOG.log(System.Logger.Level.DEBUG, "no thumbnail", e);
          }
        });
  }

  private void select(PhotoItem item) {
    if (item == null) {
      return;
    }
    if (item.photoProperty().get() != null) {
      openOrder.touch(item);
    } else if (item.stateProperty().get() == PhotoItem.State.LISTED) {
      load(item);
    }
  }

  /** Tries once more to decode the selected photo. */
  void retry() {
    PhotoItem item = selected.get();
    if (item != null && item.stateProperty().get() == PhotoItem.State.FAILED) {
      item.failureProperty().set(null);
      load(item);
    }
  }

  private void load(PhotoItem item) {
    item.stateProperty().set(PhotoItem.State.OPENING);
    loader.execute(
        () -> {
          try {
            OpenPhoto opened = service.open(item.file(), Progress.NONE);
            fx.execute(() -> opened(item, opened));
          } catch (PhotoException | RuntimeException | OutOfMemoryError e) {
            fx.execute(() -> fail(item, Failure.of(e)));
          } catch (CancelledException e) {
            fx.execute(() -> item.stateProperty().set(PhotoItem.State.LISTED));
          }
        });
  }

  private void opened(PhotoItem item, OpenPhoto opened) {
    if (!photos.contains(item)) {
      opened.close();
      return;
    }
    item.stateProperty().set(PhotoItem.State.READY);
    item.photoProperty().set(opened);
    openOrder.touch(item);
    openOrder.closeBeyond(OPEN_PHOTOS, selected.get());
  }

  private static void fail(PhotoItem item, Failure failure) {
    item.failureProperty().set(failure);
    item.stateProperty().set(PhotoItem.State.FAILED);
  }

  /** Says that {@code item} was worked on: others are closed before it. */
  void touch(PhotoItem item) {
    openOrder.touch(item);
  }

  /**
   * Takes the selected photo out of the strip and selects its neighbour.
   *
   * @return the photo, still decoded; null if there is none or a network is at work on it
   */
  PhotoItem removeSelected() {
    PhotoItem item = selected.get();
    if (item == null || item.stateProperty().get() == PhotoItem.State.RUNNING) {
      return null;
    }
    int index = photos.indexOf(item);
    photos.remove(item);
    selected.set(photos.isEmpty() ? null : photos.get(Math.min(index, photos.size() - 1)));
    return item;
  }

  /** Releases the decoded samples of {@code item}. */
  void release(PhotoItem item) {
    openOrder.forget(item);
  }

  /** The photos with what is set for each, in the order they were opened. */
  Map<Path, Adjustments> session() {
    Map<Path, Adjustments> session = new LinkedHashMap<>();
    photos.forEach(p -> session.put(p.file(), p.history().present()));
    return session;
  }

  /** Lists the photos of an earlier session with what was set for each. */
  void restore(Map<Path, Adjustments> session) {
    for (PhotoItem item : list(List.copyOf(session.keySet()))) {
      Adjustments set = session.get(item.file());
      if (set != null) {
        item.history().edit("session", set, 0);
      }
    }
    if (selected.get() == null && !photos.isEmpty()) {
      selected.set(photos.getFirst());
    }
  }
}
