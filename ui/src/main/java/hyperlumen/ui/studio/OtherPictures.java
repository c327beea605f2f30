package hyperlumen.ui.studio;

import hyperlumen.photo.PhotoException;
import hyperlumen.progress.CancelledException;
import hyperlumen.progress.Progress;
import hyperlumen.ui.PhotoFiles;
import hyperlumen.ui.service.EnhanceService;
import hyperlumen.ui.service.OpenPhoto;
import hyperlumen.ui.viewer.Slot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Pictures from elsewhere that a photo is compared with: files of the same name in baseline
 * folders, and the reference. For the FX thread; files are found and decoded by the loader.
 */
public final class OtherPictures {

  /** More columns of other programs' outputs than this find no pane and no room in a menu. */
  static final int MAXIMUM_BASELINES = 6;

  /**
   * Where pictures come from.
   *
   * @param role {@link Slot.Role#BASELINE} or {@link Slot.Role#REFERENCE}
   * @param place a folder with files of the photos' names; for a reference also a single file
   */
  public record Source(Slot.Role role, Path place) {

    /** What the user knows it by. */
    public String name() {
      return place.getFileName() == null ? place.toString() : place.getFileName().toString();
    }
  }

  /** A decoded picture from a source. */
  public record Found(Source source, OpenPhoto picture) {}

  private final EnhanceService service;
  private final Executor fx;
  private final Executor loader;
  private final ObjectProperty<PhotoItem> selected;
  private final ObservableList<Source> sources = FXCollections.observableArrayList();
  private final ObservableList<Found> found = FXCollections.observableArrayList();
  private Consumer<Failure> onFailure = failure -> {};
  private long turn;

  OtherPictures(EnhanceService service, StudioThreads threads, ObjectProperty<PhotoItem> selected) {
    this.service = service;
    this.selected = selected;
    fx = threads.fx();
    loader = threads.loader();
    selected.addListener(o -> load());
  }

  /** Where pictures come from, in the order in which they were added. */
  public ObservableList<Source> sources() {
    return FXCollections.unmodifiableObservableList(sources);
  }

  /** What there is for the selected photo. */
  public ObservableList<Found> found() {
    return FXCollections.unmodifiableObservableList(found);
  }

  void setOnFailure(Consumer<Failure> handler) {
    onFailure = handler;
  }

  /** Adds a folder with another program's outputs; the oldest goes if there are too many. */
  public void addBaselines(Path folder) {
    Source added = new Source(Slot.Role.BASELINE, folder.toAbsolutePath().normalize());
    if (!sources.contains(added)) {
      sources.add(added);
      List<Source> baselines =
          sources.stream().filter(s -> s.role() == Slot.Role.BASELINE).toList();
      if (baselines.size() > MAXIMUM_BASELINES) {
        sources.remove(baselines.getFirst());
      }
      load();
    }
  }

  /** Sets what pictures should look like: a file, or a folder with files of the photos' names. */
  public void setReference(Path place) {
    sources.removeIf(s -> s.role() == Slot.Role.REFERENCE);
    sources.add(new Source(Slot.Role.REFERENCE, place.toAbsolutePath().normalize()));
    load();
  }

  /** Forgets all sources. */
  public void clear() {
    sources.clear();
    load();
  }

  private void load() {
    turn++;
    long mine = turn;
    List<Found> old = List.copyOf(found);
    found.clear();
    old.forEach(f -> f.picture().close());
    PhotoItem item = selected.get();
    if (item == null || sources.isEmpty()) {
      return;
    }
    List<Source> wanted = List.copyOf(sources);
    loader.execute(
        () -> {
          List<Found> answer = new ArrayList<>();
          for (Source source : wanted) {
            open(source, item.file()).ifPresent(p -> answer.add(new Found(source, p)));
          }
          fx.execute(
              () -> {
                if (mine == turn) {
                  found.setAll(answer);
                } else {
                  answer.forEach(f -> f.picture().close());
                }
              });
        });
  }

  private Optional<OpenPhoto> open(Source source, Path photo) {
    try {
      Optional<Path> file =
          Files.isDirectory(source.place())
              ? sameName(source.place(), photo)
              : Optional.of(source.place());
      return file.isEmpty()
          ? Optional.empty()
          : Optional.of(service.open(file.get(), Progress.NONE));
    } catch (PhotoException | RuntimeException e) {
      fx.execute(() -> onFailure.accept(Failure.of(e)));
    } catch (CancelledException e) {
      throw new IllegalStateException("nobody can cancel this", e);
    }
    return Optional.empty();
  }

  /** The file in {@code folder} that has the photo's name, whatever its ending. */
  private static Optional<Path> sameName(Path folder, Path photo) throws PhotoException {
    String name = baseName(photo);
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(f -> baseName(f).equals(name) && PhotoFiles.looksLikePhoto(f))
          .sorted()
          .findFirst();
    } catch (IOException e) {
      throw new PhotoException(PhotoException.Kind.NOT_FOUND, folder, "cannot be listed", e);
    }
  }

  private static String baseName(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /** Releases all pictures. */
  void close() {
    sources.clear();
    load();
  }
}
