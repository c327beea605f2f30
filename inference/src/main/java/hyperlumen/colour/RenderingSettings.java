package hyperlumen.colour;

/**
 * What the user asks of a rendering.
 *
 * @param whiteBalance what shall be white
 * @param exposure stops added to the photo's own exposure, -10 to 10
 * @param look treatment of tones
 * @param colourSpace space of the result
 */
public record RenderingSettings(
    WhiteBalanceSetting whiteBalance, double exposure, Look look, ColourSpace colourSpace) {

  /** Beyond ten stops a photo is black or white. */
  public static final double MAX_EXPOSURE = 10;

  /** As shot, standard look, sRGB. */
  public static final RenderingSettings DEFAULT =
      new RenderingSettings(WhiteBalanceSetting.AS_SHOT, 0, Look.STANDARD, ColourSpace.SRGB);

  public RenderingSettings {
    if (!(Math.abs(exposure) <= MAX_EXPOSURE)) {
      throw new IllegalArgumentException("exposure " + exposure + " is not between -10 and 10");
    }
  }

  /** These settings with another white balance. */
  public RenderingSettings withWhiteBalance(WhiteBalanceSetting other) {
    return new RenderingSettings(other, exposure, look, colourSpace);
  }

  /** These settings with another exposure. */
  public RenderingSettings withExposure(double other) {
    return new RenderingSettings(whiteBalance, other, look, colourSpace);
  }

  /** These settings with another look. */
  public RenderingSettings withLook(Look other) {
    return new RenderingSettings(whiteBalance, exposure, other, colourSpace);
  }

  /** These settings with another colour space. */
  public RenderingSettings withColourSpace(ColourSpace other) {
    return new RenderingSettings(whiteBalance, exposure, look, other);
  }
}
