package hyperlumen.read.dng;

import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;
import hyperlumen.read.tiff.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rectangles of a raw picture.
 *
 * @param active the light-sensitive samples, in the stored picture
 * @param crop the picture to show (DefaultCrop), in the active area
 * @param masked optically black rectangles, in the stored picture
 */
record Areas(Region active, Region crop, List<Region> masked) {

  /** Most masked rectangles (MaskedAreas); cameras have two to four. */
  private static final int MAX_MASKED = 64;

  static Areas read(RawDirectory directory, Size stored) throws PhotoException {
    Region active = stored.region();
    Optional<double[]> activeArea = directory.numbers(DngTag.ACTIVE_AREA, 4);
    if (activeArea.isPresent()) {
      active =
          rectangle(activeArea.get(), stored)
              .orElseThrow(
                  () -> directory.view().damaged("has an active area outside its " + stored));
    }
    return new Areas(active, crop(directory, active), masked(directory, stored));
  }

  /** DefaultCropOrigin and DefaultCropSize, rounded to pixels and cut at the active area. */
  private static Region crop(RawDirectory directory, Region active) throws PhotoException {
    Region whole = active.size().region();
    Optional<double[]> origin = directory.numbers(DngTag.DEFAULT_CROP_ORIGIN, 2);
    Optional<double[]> size = directory.numbers(DngTag.DEFAULT_CROP_SIZE, 2);
    if (size.isEmpty()) {
      return whole;
    }
    double[] from = origin.orElse(new double[] {0, 0});
    double[] corners = {from[1], from[0], from[1] + size.get()[1], from[0] + size.get()[0]};
    return rectangle(corners, active.size()).orElse(whole);
  }

  private static List<Region> masked(RawDirectory directory, Size stored) throws PhotoException {
    Optional<Entry> entry = directory.find(DngTag.MASKED_AREAS);
    if (entry.isEmpty() || entry.get().count() > 4L * MAX_MASKED) {
      return List.of();
    }
    double[] values = entry.get().numbers(4 * MAX_MASKED);
    List<Region> masked = new ArrayList<>();
    for (int i = 0; i + 3 < values.length; i += 4) {
      double[] corners = {values[i], values[i + 1], values[i + 2], values[i + 3]};
      rectangle(corners, stored).ifPresent(masked::add);
    }
    return masked;
  }

  /** Top, left, bottom, right, cut at {@code bounds}; empty if nothing is left. */
  private static Optional<Region> rectangle(double[] corners, Size bounds) {
    long top = Math.max(0, Math.round(corners[0]));
    long left = Math.max(0, Math.round(corners[1]));
    long bottom = Math.min(bounds.height(), Math.round(corners[2]));
    long right = Math.min(bounds.width(), Math.round(corners[3]));
    if (bottom <= top || right <= left) {
      return Optional.empty();
    }
    return Optional.of(
        new Region((int) left, (int) top, (int) (right - left), (int) (bottom - top)));
  }
}
