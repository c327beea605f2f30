package hyperlumen.write;

import hyperlumen.photo.CameraColour;
import hyperlumen.photo.PixelScale;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RasterSource;
import java.util.function.UnaryOperator;

/**
 * What a linear DNG is made of.
 *
 * @param cameraRgb linear camera RGB as the sensor saw it (not white-balanced), 1 = saturation;
 *     rows as stored, not turned
 * @param colour the camera's matrices, the as-shot white, the exposure
 * @param pixelScale the shape of the pixels
 * @param preview renders a small raster of the same samples for the display, three channels
 */
public record LinearDng(
    RasterSource cameraRgb,
    CameraColour colour,
    PixelScale pixelScale,
    UnaryOperator<Raster> preview) {

  /** Of square pixels. */
  public LinearDng(RasterSource cameraRgb, CameraColour colour, UnaryOperator<Raster> preview) {
    this(cameraRgb, colour, PixelScale.SQUARE, preview);
  }

  public LinearDng {
    if (cameraRgb.channels() != 3) {
      throw new IllegalArgumentException("camera RGB has three channels");
    }
  }
}
