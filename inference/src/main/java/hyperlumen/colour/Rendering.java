package hyperlumen.colour;

import hyperlumen.photo.CameraColour;
import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RasterSource;
import hyperlumen.photo.Region;
import hyperlumen.photo.RowBlocks;
import hyperlumen.photo.Size;

/**
 * Camera RGB to display RGB, pixel by pixel: highlights, white balance, matrix, gamut, tone,
 * encoding.
 *
 * <p>Built once per photo. Input: linear camera RGB, balanced as shot with green gain 1, so that 1
 * is the white level of green; any finite values. Output: encoded values of the colour space, 0 to
 * 1. Each pixel depends on itself alone, so a picture may be cut into regions at will. Immutable
 * and safe for use by several threads.
 */
public final class Rendering {

  private final ColourSpace space;
  private final Temperature whiteBalance;
  private final double stops;
  private final HighlightRepair highlights;
  private final float[] matrix;
  private final DisplayEncoding encoding;

  private Rendering(
      ColourSpace space,
      Temperature whiteBalance,
      double stops,
      HighlightRepair highlights,
      float[] matrix,
      DisplayEncoding encoding) {
    this.space = space;
    this.whiteBalance = whiteBalance;
    this.stops = stops;
    this.highlights = highlights;
    this.matrix = matrix;
    this.encoding = encoding;
  }

  /**
   * The rendering of one photo.
   *
   * @param samples of the same photo, for automatic exposure and white balance; {@link
   *     SceneSamples#NONE} leaves both as the file says
   */
  public static Rendering of(
      CameraColour colour, RenderingSettings settings, SceneSamples samples) {
    CameraProfile profile = new CameraProfile(colour);
    double[] asShot = profile.asShotNeutral();
    double[] neutral = neutral(settings.whiteBalance(), profile, samples);
    Matrix3 rebalance =
        Matrix3.diagonal(asShot[0] / neutral[0], asShot[1] / neutral[1], asShot[2] / neutral[2]);
    Matrix3 toXyz = profile.balancedToXyzD50(neutral).times(rebalance);

    Look look = settings.look();
    double stops =
        settings.exposure()
            + (look.isAutoExposed() && samples.count() > 0
                ? AutoExposure.stops(
                    samples, new double[] {toXyz.at(1, 0), toXyz.at(1, 1), toXyz.at(1, 2)})
                : colour.baselineExposure());
    double gain = Math.pow(2, stops);

    ColourSpace space = settings.colourSpace();
    Matrix3 toDisplay =
        saturation(space, look.saturation()).times(space.fromXyzD50()).times(toXyz).scaled(gain);
    return new Rendering(
        space,
        Temperature.of(profile.white(neutral)),
        stops,
        new HighlightRepair(asShot),
        floats(toDisplay),
        DisplayEncoding.of(space, look, Math.max(gain, 1)));
  }

  /**
   * The light that a setting makes white.
   *
   * @param samples of the photo, for the automatic setting
   */
  public static Temperature whiteOf(
      CameraColour colour, WhiteBalanceSetting setting, SceneSamples samples) {
    CameraProfile profile = new CameraProfile(colour);
    return Temperature.of(profile.white(neutral(setting, profile, samples)));
  }

  private static double[] neutral(
      WhiteBalanceSetting setting, CameraProfile profile, SceneSamples samples) {
    double[] asShot = profile.asShotNeutral();
    return switch (setting) {
      case WhiteBalanceSetting.AsShot() -> asShot;
      case WhiteBalanceSetting.Auto() -> profile.neutral(AutoWhiteBalance.white(profile, samples));
      case WhiteBalanceSetting.Light(Temperature t) -> profile.neutral(t.chromaticity());
      case WhiteBalanceSetting.Picked(double red, double green, double blue) ->
          new double[] {asShot[0] * red / green, 1, asShot[2] * blue / green};
    };
  }

  /** Moves colours away from the grey of their luminance by {@code factor}. */
  private static Matrix3 saturation(ColourSpace space, double factor) {
    double[] w = space.luminanceWeights();
    Matrix3 grey = new Matrix3(new double[] {w[0], w[1], w[2], w[0], w[1], w[2], w[0], w[1], w[2]});
    return grey.mixedWith(Matrix3.IDENTITY, factor);
  }

  private static float[] floats(Matrix3 matrix) {
    float[] floats = new float[9];
    for (int k = 0; k < 9; k++) {
      floats[k] = (float) matrix.elements()[k];
    }
    return floats;
  }

  /** The space of the result. */
  public ColourSpace colourSpace() {
    return space;
  }

  /** The light that is rendered as white. */
  public Temperature whiteBalance() {
    return whiteBalance;
  }

  /** Stops applied in all: automatic or baseline, and the user's. */
  public double exposure() {
    return stops;
  }

  /** The whole picture rendered where and when it is read. */
  public RasterSource over(RasterSource cameraRgb) {
    return new RasterSource() {
      @Override
      public int channels() {
        return 3;
      }

      @Override
      public Size size() {
        return cameraRgb.size();
      }

      @Override
      public void read(Region region, Raster into) throws PhotoException {
        cameraRgb.read(region, into);
        apply(into, into);
      }
    };
  }

  /**
   * Renders a region.
   *
   * @param cameraRgb three channels; left as it is unless it is {@code out}
   * @param out receives the result; the same shape, may be the same raster
   */
  public void apply(Raster cameraRgb, Raster out) {
    if (cameraRgb.channels() != 3 || out.channels() != 3 || !cameraRgb.size().equals(out.size())) {
      throw new IllegalArgumentException(
          "cannot render " + cameraRgb.size() + " to " + out.size() + ", three channels each");
    }
    RowBlocks.inParallel(out.height(), (from, end) -> apply(cameraRgb, out, from, end));
  }

  private void apply(Raster cameraRgb, Raster out, int from, int end) {
    int width = out.width();
    // Rows of their own, because loops over several arrays at one index run in vectors, and loops
    // over several places of one array do not.
    float[][] row = new float[3][width];
    float[][] scratch = new float[2][width];
    for (int y = from; y < end; y++) {
      for (int c = 0; c < 3; c++) {
        System.arraycopy(cameraRgb.samples(), cameraRgb.index(c, y, 0), row[c], 0, width);
      }
      highlights.apply(row[0], row[1], row[2], width);
      multiply(row[0], row[1], row[2], width);
      encoding.apply(row[0], row[1], row[2], scratch[0], scratch[1], width);
      for (int c = 0; c < 3; c++) {
        System.arraycopy(row[c], 0, out.samples(), out.index(c, y, 0), width);
      }
    }
  }

  private void multiply(float[] red, float[] green, float[] blue, int count) {
    float m0 = matrix[0];
    float m1 = matrix[1];
    float m2 = matrix[2];
    float m3 = matrix[3];
    float m4 = matrix[4];
    float m5 = matrix[5];
    float m6 = matrix[6];
    float m7 = matrix[7];
    float m8 = matrix[8];
    for (int x = 0; x < count; x++) {
      float r = red[x];
      float g = green[x];
      float b = blue[x];
      red[x] = m0 * r + m1 * g + m2 * b;
      green[x] = m3 * r + m4 * g + m5 * b;
      blue[x] = m6 * r + m7 * g + m8 * b;
    }
  }
}
