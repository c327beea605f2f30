package hyperlumen.read;

import hyperlumen.photo.Photo;
import hyperlumen.photo.PhotoException;
import hyperlumen.photo.PhotoException.Kind;
import hyperlumen.progress.CancelledException;
import hyperlumen.progress.Progress;
import hyperlumen.progress.Progress.Stage;
import hyperlumen.read.bitmap.BitmapReader;
import hyperlumen.read.dng.DngReader;
import hyperlumen.read.external.LibRawReader;
import hyperlumen.read.tiff.ByteView;
import hyperlumen.read.tiff.TiffFile;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The one way a file becomes a {@link Photo}. The bytes decide how it is read, never the name.
 *
 * <p>Whatever the bytes, nothing but {@link PhotoException} and {@link CancelledException} comes
 * out. Stateless; any thread.
 */
public final class PhotoReader {

  private PhotoReader() {}

  /**
   * Reads {@code file}.
   *
   * @param progress hears of the stage READ and can cancel
   * @throws PhotoException one sentence with the file's name: not there, damaged, unsupported, ...
   * @throws CancelledException if the user wants it to end
   */
  public static Photo read(Path file, Progress progress) throws PhotoException, CancelledException {
    try (ByteView view = ByteView.map(file)) {
      return read(view, progress);
    } catch (OutOfMemoryError e) {
      throw new PhotoException(
          Kind.TOO_LARGE, file, "needs more memory than this program may use", e);
    } catch (StackOverflowError e) {
      throw new PhotoException(Kind.DAMAGED, file, "is nested too deeply", e);
    } catch (InternalError e) {
      // A mapped file that shrinks under the reader.
      throw new PhotoException(Kind.IO, file, "was changed while it was being read", e);
    } catch (RuntimeException e) {
      throw new PhotoException(Kind.DAMAGED, file, "is damaged: " + e, e);
    }
  }

  private static Photo read(ByteView view, Progress progress)
      throws PhotoException, CancelledException {
    if (TiffFile.isTiff(view)) {
      TiffFile tiff = TiffFile.parse(view);
      if (DngReader.isDng(tiff)) {
        return dng(view, tiff, progress);
      }
    }
    Optional<String> format = RawFormat.of(view);
    if (format.isPresent()) {
      return LibRawReader.read(view.file(), format.get(), progress);
    }
    Photo photo = BitmapReader.read(view.file());
    progress.advance(Stage.READ, 1, 1);
    return photo;
  }

  /** What this program cannot decode LibRaw perhaps can; if not, our own sentence stands. */
  private static Photo dng(ByteView view, TiffFile tiff, Progress progress)
      throws PhotoException, CancelledException {
    try {
      return DngReader.read(view, tiff, progress);
    } catch (PhotoException refused) {
      if (refused.kind() != Kind.UNSUPPORTED || !LibRawReader.isAvailable()) {
        throw refused;
      }
      try {
        return LibRawReader.read(view.file(), "a DNG file", progress);
      } catch (PhotoException e) {
        refused.addSuppressed(e);
        throw refused;
      }
    }
  }
}
