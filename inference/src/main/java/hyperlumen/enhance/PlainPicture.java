package hyperlumen.enhance;

import hyperlumen.colour.Rendering;
import hyperlumen.colour.RenderingSettings;
import hyperlumen.colour.SceneSamples;
import hyperlumen.colour.WhiteBalanceSetting;
import hyperlumen.develop.Demosaicing;
import hyperlumen.develop.LinearRgb;
import hyperlumen.develop.ScaledRaster;
import hyperlumen.develop.WarpedRaster;
import hyperlumen.photo.LensWarp;
import hyperlumen.photo.LinearPhoto;
import hyperlumen.photo.Photo;
import hyperlumen.photo.PhotoException;
import hyperlumen.photo.RasterSource;
import hyperlumen.photo.RawPhoto;
import hyperlumen.photo.RgbPhoto;
import java.util.Optional;

/** The photo before any network: plainly demosaiced and rendered, or as it is. */
public final class PlainPicture {

  private PlainPicture() {}

  /** Three display-encoded channels, upright; pulled as it is read, safe for several threads. */
  public static RasterSource of(Photo photo, RenderingSettings settings) throws PhotoException {
    Optional<RasterSource> camera = camera(photo);
    RasterSource stored =
        camera.isPresent()
            ? new RenderedPicture(
                ScaledRaster.of(camera.get(), photo.pixelScale()), rendering(photo, settings))
            : stored(photo, settings);
    return UprightPicture.of(stored, photo.metadata().orientation());
  }

  /** The same before pixels are made square and it is turned upright: what a denoiser is shown. */
  static RasterSource stored(Photo photo, RenderingSettings settings) throws PhotoException {
    Optional<RasterSource> camera = camera(photo);
    return camera.isPresent()
        ? new RenderedPicture(camera.get(), rendering(photo, settings))
        : new IntegerPicture(((RgbPhoto) photo).samples(), true);
  }

  /**
   * Linear camera RGB, as-shot white-balanced, plainly demosaiced, its lens's distortion undone;
   * before its pixels are made square and it is turned. Nothing for a finished picture.
   */
  static Optional<RasterSource> camera(Photo photo) {
    return switch (photo) {
      case RawPhoto raw -> Optional.of(unwarped(raw, Demosaicing.MALVAR.of(raw)));
      case LinearPhoto linear -> Optional.of(unwarped(linear, new LinearRgb(linear)));
      case RgbPhoto rgb -> Optional.empty();
    };
  }

  /** {@code camera} with the distortion undone that the photo's file states. */
  static RasterSource unwarped(Photo photo, RasterSource camera) {
    Optional<LensWarp> warp = photo.lensWarp();
    if (warp.isEmpty()) {
      return camera;
    }
    return switch (photo) {
      case RawPhoto raw -> new WarpedRaster(camera, raw.crop(), raw.mosaic().size(), warp.get());
      case LinearPhoto linear ->
          new WarpedRaster(camera, linear.crop(), linear.samples().size(), warp.get());
      case RgbPhoto rgb -> camera;
    };
  }

  /** The rendering of a RAW or linear photo; the same for the plain and the enhanced picture. */
  static Rendering rendering(Photo photo, RenderingSettings settings) throws PhotoException {
    return switch (photo) {
      case RawPhoto raw ->
          Rendering.of(raw.colour(), settings, SceneSamples.of(Demosaicing.MALVAR.of(raw)));
      case LinearPhoto linear ->
          Rendering.of(
              linear.colour(),
              // Without colours there is no white to choose.
              linear.samples().channels() == 1
                  ? settings.withWhiteBalance(WhiteBalanceSetting.AS_SHOT)
                  : settings,
              SceneSamples.of(new LinearRgb(linear)));
      case RgbPhoto rgb -> throw new IllegalArgumentException("an RGB picture is rendered already");
    };
  }
}
