package hyperlumen.batch;

import hyperlumen.photo.PhotoException;
import java.util.Locale;

/**
 * Why a file failed, as reports tell it.
 *
 * @param kind such as not-found, damaged, unsupported, too-large, write-failed, exists, io, model,
 *     changed, defect
 * @param message one sentence that names the file
 */
public record JobError(String kind, String message) {

  /** The error of a photo. */
  public static JobError of(PhotoException e) {
    return new JobError(e.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'), e.getMessage());
  }
}
