package hyperlumen.runtime;

import hyperlumen.model.Model;
import hyperlumen.photo.RasterSource;
import hyperlumen.photo.RawPhoto;
import hyperlumen.photo.Size;

/** Makes the input of a model from a photo. */
public final class NetworkInputs {

  private NetworkInputs() {}

  /** A mosaic for an ISP model. */
  public static NetworkInput ofRaw(RawPhoto raw, Model model, RawScale scale) {
    return new RawInput(raw, model.card().code(), scale);
  }

  /** A display-referred picture of three channels for a denoiser. */
  public static NetworkInput ofRgb(RasterSource rgb, Model model) {
    return new RgbInput(rgb, model.network().packing());
  }

  /** Size of the picture that an ISP model gives, which may be larger than the photo's crop. */
  public static Size sizeOf(RawPhoto raw) {
    return RawInput.sizeOf(raw);
  }
}
