package hyperlumen.photo;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Why a photo could not be read or written: one sentence that names the file and, where there is
 * one, the place in it.
 */
public final class PhotoException extends IOException {

  private static final long serialVersionUID = 1L;

  /** What kind of obstacle it is; a script can act on it. */
  public enum Kind {
    /** The file is not there or may not be read. */
    NOT_FOUND,
    /** The bytes contradict the format. */
    DAMAGED,
    /** The format or a feature of it is known but not supported. */
    UNSUPPORTED,
    /** A size, count or depth exceeds a stated limit. */
    TOO_LARGE,
    /** The result could not be written. */
    WRITE_FAILED,
    /** The destination exists already and overwriting was not asked for. */
    EXISTS,
    /** The network could not be run on it. */
    NETWORK_FAILED,
    /** The operating system reported an error while reading. */
    IO
  }

  private final Kind kind;
  private final transient Path file;

  /**
   * Makes the error.
   *
   * @param reason what is wrong, without the file's name and without a final full stop
   */
  public PhotoException(Kind kind, Path file, String reason) {
    this(kind, file, reason, null);
  }

  /** Makes the error with its cause. */
  public PhotoException(Kind kind, Path file, String reason, Throwable cause) {
    super(file.getFileName() + ": " + reason, cause);
    this.kind = kind;
    this.file = file;
  }

  /** The kind of obstacle. */
  public Kind kind() {
    return kind;
  }

  /** The file concerned. */
  public Path file() {
    return file;
  }
}
