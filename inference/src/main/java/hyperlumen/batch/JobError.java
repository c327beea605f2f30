package hyperlumen.batch;

import hyperlumen.model.ModelException;
import hyperlumen.photo.PhotoException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Why a file failed, as reports tell it, or why a whole run ended before its time.
 *
 * @param kind such as not-found, damaged, unsupported, too-large, write-failed, exists, io, model,
 *     changed, defect
 * @param message one sentence that names the file
 */
public record JobError(String kind, String message) {

  /** Nothing can be written any more; ends a run. */
  public static final String DISK_FULL = "disk-full";

  /** A disk or card is not connected any more; ends a run. */
  public static final String MEDIA_GONE = "media-gone";

  /** The queue's own file fails; ends a run. */
  static JobError ofQueue(BatchException e) {
    return new JobError("queue", e.getMessage());
  }

  /** Whether an exception, without its causes, says that its disk is full. */
  public static boolean isFullDisk(Throwable failure) {
    return Obstacle.saysFullDisk(failure);
  }

  /** The error of a photo. */
  public static JobError of(PhotoException e) {
    return new JobError(e.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'), e.getMessage());
  }

  /** The error of a photo for which anything went wrong. */
  static JobError of(Path input, Throwable failure) {
    String name = input.getFileName().toString();
    return switch (failure) {
      case PhotoException e -> of(e);
      case ModelException e -> new JobError("model", e.getMessage());
      case IOException e -> new JobError("io", name + ": " + e.getMessage());
      case OutOfMemoryError e ->
          new JobError("too-large", name + ": needs more memory than there is");
      // A defect of ours must not cost the user the other photos.
      default -> new JobError("defect", name + ": an error in this program: " + failure);
    };
  }
}
