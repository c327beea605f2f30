package hyperlumen.ui.service;

import hyperlumen.batch.JobError;
import hyperlumen.model.ModelException;
import hyperlumen.photo.PhotoException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/**
 * What kind of thing went wrong, for a first sentence in the user's language. What exactly is wrong
 * with a file stands in the error's own sentence, which is English.
 */
public enum Reason {
  NOT_FOUND,
  DAMAGED,
  UNSUPPORTED,
  TOO_LARGE,
  WRITE_FAILED,
  DISK_FULL,
  EXISTS,
  NETWORK_FAILED,
  MEMORY,
  MODEL,
  MEDIA_GONE,
  IO,
  OTHER;

  /** Causes are not followed deeper than this: a chain may be a circle. */
  private static final int DEPTH = 20;

  /** From an exception: what its causes say, else its own kind. */
  public static Reason of(Throwable error) {
    Throwable cause = error;
    for (int i = 0; cause != null && i < DEPTH; i++, cause = cause.getCause()) {
      if (cause instanceof OutOfMemoryError) {
        return MEMORY;
      }
      if (JobError.isFullDisk(cause)) {
        return DISK_FULL;
      }
    }
    return switch (error) {
      case PhotoException photo -> of(photo.kind().name());
      case ModelException e -> MODEL;
      case NoSuchFileException e -> NOT_FOUND;
      case AccessDeniedException e -> NOT_FOUND;
      default -> OTHER;
    };
  }

  /** From the error of a queue's job, see {@link JobError#kind()}. */
  static Reason of(JobError error) {
    return of(error.kind().toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private static Reason of(String name) {
    for (Reason reason : values()) {
      if (reason.name().equals(name)) {
        return reason;
      }
    }
    return OTHER;
  }
}
