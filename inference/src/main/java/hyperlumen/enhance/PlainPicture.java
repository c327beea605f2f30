package hyperlumen.enhance;

import hyperlumen.colour.Rendering;
import hyperlumen.colour.RenderingSettings;
import hyperlumen.colour.SceneSamples;
import hyperlumen.develop.Demosaicing;
import hyperlumen.develop.LinearRgb;
import hyperlumen.photo.LinearPhoto;
import hyperlumen.photo.Photo;
import hyperlumen.photo.PhotoException;
import hyperlumen.photo.RasterSource;
import hyperlumen.photo.RawPhoto;
import hyperlumen.photo.RgbPhoto;

/** The photo before any network: plainly demosaiced and rendered, or as it is. */
public final class PlainPicture {

  private PlainPicture() {}

  /** Three display-encoded channels, upright; pulled as it is read, safe for several threads. */
  public static RasterSource of(Photo photo, RenderingSettings settings) throws PhotoException {
    return UprightPicture.of(stored(photo, settings), photo.metadata().orientation());
  }

  /** The same before it is turned upright. */
  static RasterSource stored(Photo photo, RenderingSettings settings) throws PhotoException {
    return switch (photo) {
      case RgbPhoto rgb -> new IntegerPicture(rgb.samples(), true);
      case RawPhoto raw ->
          new RenderedPicture(Demosaicing.MALVAR.of(raw), rendering(photo, settings));
      case LinearPhoto linear ->
          new RenderedPicture(new LinearRgb(linear), rendering(photo, settings));
    };
  }

  /** The rendering of a RAW or linear photo; the same for the plain and the enhanced picture. */
  static Rendering rendering(Photo photo, RenderingSettings settings) throws PhotoException {
    return switch (photo) {
      case RawPhoto raw ->
          Rendering.of(raw.colour(), settings, SceneSamples.of(Demosaicing.MALVAR.of(raw)));
      case LinearPhoto linear ->
          Rendering.of(linear.colour(), settings, SceneSamples.of(new LinearRgb(linear)));
      case RgbPhoto rgb -> throw new IllegalArgumentException("an RGB picture is rendered already");
    };
  }
}
