package hyperlumen.ui.studio;

import hyperlumen.ui.PhotoFiles;
import hyperlumen.ui.adjust.EditHistory;
import hyperlumen.ui.image.OverlayPicture;
import hyperlumen.ui.service.Adjustments;
import hyperlumen.ui.service.EnhancedPhoto;
import hyperlumen.ui.service.OpenPhoto;
import hyperlumen.ui.service.PhotoFacts;
import hyperlumen.ui.service.Thumbnail;
import java.nio.file.Path;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** A file in the library strip and what has become of it so far. For the FX thread. */
public final class PhotoItem {

  /** How far a photo has come. */
  public enum State {
    /** Listed, not decoded. */
    LISTED,
    /** Being decoded. */
    OPENING,
    /** Decoded. */
    READY,
    /** A network is running on it. */
    RUNNING,
    /** There is a result. */
    DONE,
    /** It could not be decoded or enhanced. */
    FAILED
  }

  private final Path file;
  private final ObjectProperty<State> state =
      new SimpleObjectProperty<>(this, "state", State.LISTED);
  private final ObjectProperty<Thumbnail> thumbnail = new SimpleObjectProperty<>(this, "thumbnail");
  private final ObjectProperty<OpenPhoto> photo = new SimpleObjectProperty<>(this, "photo");
  private final ObjectProperty<OverlayPicture> growing =
      new SimpleObjectProperty<>(this, "growing");
  private final ObjectProperty<EnhancedPhoto> enhancement =
      new SimpleObjectProperty<>(this, "enhancement");
  private final ObjectProperty<Failure> failure = new SimpleObjectProperty<>(this, "failure");
  private final ObservableList<PhotoRun> runs =
      FXCollections.observableArrayList(
          run -> new Observable[] {run.resultProperty(), run.qualityProperty()});
  private final EditHistory<Adjustments> history = new EditHistory<>(Adjustments.DEFAULT);
  private volatile Adjustments developed = Adjustments.DEFAULT;
  private final long modified;
  private boolean saved;

  PhotoItem(Path file) {
    this.file = file;
    modified = file.toFile().lastModified();
  }

  /** The file. */
  public Path file() {
    return file;
  }

  /** The file's name without its folder. */
  public String name() {
    return file.getFileName().toString();
  }

  /** Whether it is a camera's raw file: by what was read, or by its ending before that. */
  public boolean isRaw() {
    OpenPhoto open = photo.get();
    return open == null ? PhotoFiles.looksRaw(file) : open.facts().kind() != PhotoFacts.Kind.RGB;
  }

  /** When the file was last changed, in milliseconds since 1970; 0 if that is unknown. */
  long modified() {
    return modified;
  }

  /** How far it has come. */
  public ObjectProperty<State> stateProperty() {
    return state;
  }

  /** Its small picture; null until there is one. */
  public ObjectProperty<Thumbnail> thumbnailProperty() {
    return thumbnail;
  }

  /** The decoded photo; null while it is not open. */
  public ObjectProperty<OpenPhoto> photoProperty() {
    return photo;
  }

  /** The result in the making over the plain picture; null except while a network runs. */
  public ObjectProperty<OverlayPicture> growingProperty() {
    return growing;
  }

  /** The result; null while there is none. */
  public ObjectProperty<EnhancedPhoto> enhancementProperty() {
    return enhancement;
  }

  /**
   * The finished runs on it, also of earlier sessions, in their order; pictures of the last are
   * kept.
   */
  public ObservableList<PhotoRun> runs() {
    return runs;
  }

  /** Why it failed; null while it has not. */
  public ObjectProperty<Failure> failureProperty() {
    return failure;
  }

  /** Its adjustments and those before. */
  EditHistory<Adjustments> history() {
    return history;
  }

  /** The adjustments that its pictures show, or will when the renderings under way are done. */
  Adjustments developed() {
    return developed;
  }

  void setDeveloped(Adjustments developed) {
    this.developed = developed;
  }

  /** Whether the present result has been saved. */
  boolean isSaved() {
    return saved;
  }

  void setSaved(boolean saved) {
    this.saved = saved;
  }
}
