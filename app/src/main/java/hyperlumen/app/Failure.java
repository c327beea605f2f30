package hyperlumen.app;

import hyperlumen.photo.PhotoException;
import java.util.Locale;

/**
 * Why a file failed, as reports tell it.
 *
 * @param kind such as not-found, damaged, unsupported, too-large, write-failed, exists, io, model
 * @param message one sentence that names the file
 */
record Failure(String kind, String message) {

  static Failure of(PhotoException e) {
    return new Failure(e.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'), e.getMessage());
  }
}
