package hyperlumen.read.dng;

import hyperlumen.photo.PhotoException;
import hyperlumen.photo.PhotoException.Kind;
import hyperlumen.read.tiff.ByteView;
import hyperlumen.read.tiff.Directory;
import hyperlumen.read.tiff.Entry;
import hyperlumen.read.tiff.Tag;
import hyperlumen.read.tiff.TiffFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The directory of the raw picture, together with the main one: DNG puts what concerns the pixels
 * into the first and what concerns the camera into the second, but writers differ.
 *
 * @param raw the directory with the raw picture
 * @param main the first directory of the file
 * @param linear whether the picture is demosaiced (LinearRaw)
 * @param view the file
 */
record RawDirectory(Directory raw, Directory main, boolean linear, ByteView view) {

  /** Picks the largest raw picture that is not a preview, mask, depth map or enhanced copy. */
  static RawDirectory of(TiffFile tiff, ByteView view) throws PhotoException {
    List<Directory> all = new ArrayList<>();
    for (Directory directory : tiff.chain()) {
      all.add(directory);
      all.addAll(directory.subDirectories());
    }
    Directory best = null;
    long most = -1;
    for (Directory directory : all) {
      int photometric = directory.intValue(Tag.PHOTOMETRIC, -1);
      boolean isRaw =
          photometric == DngTag.PHOTOMETRIC_CFA || photometric == DngTag.PHOTOMETRIC_LINEAR_RAW;
      if (isRaw && directory.intValue(Tag.NEW_SUBFILE_TYPE, 0) == 0) {
        long pixels =
            (long) directory.intValue(Tag.IMAGE_WIDTH, 0) * directory.intValue(Tag.IMAGE_LENGTH, 0);
        if (pixels > most) {
          most = pixels;
          best = directory;
        }
      }
    }
    if (best == null) {
      throw new PhotoException(
          Kind.DAMAGED, view.file(), "has no raw picture (only previews or nothing)");
    }
    boolean linear = best.intValue(Tag.PHOTOMETRIC, 0) == DngTag.PHOTOMETRIC_LINEAR_RAW;
    return new RawDirectory(best, tiff.main(), linear, view);
  }

  /** The entry with this tag and at least one value, from the raw directory or else the main. */
  Optional<Entry> find(int tag) {
    return raw.has(tag) ? raw.find(tag) : main.find(tag).filter(entry -> entry.count() > 0);
  }

  /** All values of this tag if it has exactly {@code count} of them and all are finite. */
  Optional<double[]> numbers(int tag, int count) throws PhotoException {
    Optional<Entry> entry = find(tag);
    if (entry.isEmpty() || entry.get().count() != count) {
      return Optional.empty();
    }
    double[] values = entry.get().numbers(count);
    for (double value : values) {
      if (!Double.isFinite(value)) {
        return Optional.empty();
      }
    }
    return Optional.of(values);
  }

  /** The first value of this tag, or {@code otherwise} where it is absent or not finite. */
  double number(int tag, double otherwise) throws PhotoException {
    Optional<Entry> entry = find(tag);
    if (entry.isEmpty()) {
      return otherwise;
    }
    double value = entry.get().number(0);
    return Double.isFinite(value) ? value : otherwise;
  }

  /** The error that a feature is known but not supported. */
  PhotoException unsupported(String reason) {
    return new PhotoException(Kind.UNSUPPORTED, view.file(), reason);
  }
}
