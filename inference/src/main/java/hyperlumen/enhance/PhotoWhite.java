package hyperlumen.enhance;

import hyperlumen.colour.Rendering;
import hyperlumen.colour.SceneSamples;
import hyperlumen.colour.Temperature;
import hyperlumen.colour.WhiteBalanceSetting;
import hyperlumen.photo.CameraColour;
import hyperlumen.photo.LinearPhoto;
import hyperlumen.photo.Orientation;
import hyperlumen.photo.Photo;
import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RasterSource;
import hyperlumen.photo.RawPhoto;
import hyperlumen.photo.Region;
import hyperlumen.photo.RgbPhoto;
import hyperlumen.photo.Size;
import java.util.Optional;

/**
 * The white balance of a photo: which light a setting means, and the grey under a picker. Finished
 * pictures (PNG, JPEG, TIFF) have none. Stateless and thread-safe; every call takes milliseconds.
 */
public final class PhotoWhite {

  /** The picker averages this many pixels to each side: 11 x 11 take out the noise of high ISO. */
  private static final int REACH = 5;

  /** From this share of saturation on a channel may be clipped and tells nothing of the light. */
  private static final double CLIPPED = 0.97;

  /** Under this share of the white level there is more noise than light. */
  private static final double DARK = 1e-3;

  private PhotoWhite() {}

  /** Whether the photo is developed here, so that its white can be chosen. */
  public static boolean isAdjustable(Photo photo) {
    return switch (photo) {
      case RawPhoto raw -> true;
      case LinearPhoto linear -> linear.samples().channels() > 1;
      case RgbPhoto rgb -> false;
    };
  }

  /**
   * Temperature and tint that {@code setting} comes to for this photo: where sliders stand when
   * they are taken over from as shot, automatic or picked.
   *
   * @return nothing for a finished picture
   */
  public static Optional<Temperature> temperature(Photo photo, WhiteBalanceSetting setting)
      throws PhotoException {
    Optional<RasterSource> camera = PlainPicture.camera(photo);
    if (camera.isEmpty() || !isAdjustable(photo)) {
      return Optional.empty();
    }
    SceneSamples samples =
        setting instanceof WhiteBalanceSetting.Auto
            ? SceneSamples.of(camera.get())
            : SceneSamples.NONE;
    return Optional.of(Rendering.whiteOf(colour(photo), setting, samples));
  }

  /**
   * The setting that makes grey what is seen around a place.
   *
   * @param x column in the upright picture
   * @param y row in the upright picture
   * @return nothing for a finished picture, outside it, and where it is too dark or clipped
   */
  public static Optional<WhiteBalanceSetting.Picked> picked(Photo photo, int x, int y)
      throws PhotoException {
    Optional<RasterSource> camera = PlainPicture.camera(photo);
    Size stored = photo.size();
    Size finished = photo.finishedSize();
    Orientation orientation = photo.metadata().orientation();
    Size upright = orientation.upright(finished);
    if (camera.isEmpty()
        || !isAdjustable(photo)
        || x < 0
        || y < 0
        || x >= upright.width()
        || y >= upright.height()) {
      return Optional.empty();
    }
    int column = place(orientation.storedX(x, y, finished), finished.width(), stored.width());
    int row = place(orientation.storedY(x, y, finished), finished.height(), stored.height());
    int left = Math.max(0, column - REACH);
    int top = Math.max(0, row - REACH);
    Region around =
        new Region(
            left,
            top,
            Math.min(stored.width(), column + REACH + 1) - left,
            Math.min(stored.height(), row + REACH + 1) - top);
    Raster pixels = camera.get().read(around);
    double[] gains = colour(photo).asShotGains();
    double[] mean = new double[3];
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < around.pixels(); i++) {
        mean[c] += pixels.samples()[pixels.plane(c) + i] / around.pixels();
      }
      if (!(mean[c] > DARK * gains[c] && mean[c] < CLIPPED * gains[c])) {
        return Optional.empty();
      }
    }
    return Optional.of(new WhiteBalanceSetting.Picked(mean[0], mean[1], mean[2]));
  }

  /** The sample under a pixel's middle where {@code from} pixels show {@code to} samples. */
  private static int place(int at, int from, int to) {
    return (int) ((at + 0.5) * to / from);
  }

  private static CameraColour colour(Photo photo) {
    return switch (photo) {
      case RawPhoto raw -> raw.colour();
      case LinearPhoto linear -> linear.colour();
      case RgbPhoto rgb -> throw new IllegalArgumentException("a finished picture has no camera");
    };
  }
}
