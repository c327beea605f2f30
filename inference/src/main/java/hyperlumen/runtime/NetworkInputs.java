package hyperlumen.runtime;

import hyperlumen.model.Model;
import hyperlumen.photo.RasterSource;
import hyperlumen.photo.RawPhoto;

/** Makes the input of a model from a photo. */
public final class NetworkInputs {

  private NetworkInputs() {}

  /** A mosaic for an ISP model. */
  public static NetworkInput ofRaw(RawPhoto raw, Model model) {
    return new RawInput(raw, model.card().code());
  }

  /** A display-referred picture of three channels for a denoiser. */
  public static NetworkInput ofRgb(RasterSource rgb, Model model) {
    return new RgbInput(rgb, model.network().packing());
  }

  /** The factor that takes an ISP model's linear output to camera RGB with green gain 1. */
  public static float outputScale(RawPhoto raw) {
    return RawInput.largestGain(raw);
  }
}
