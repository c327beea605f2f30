package hyperlumen.colour;

import hyperlumen.photo.Raster;

/** Decodes with one profile's curves, applies a matrix, encodes with another's; see the caller. */
final class MatrixProfileStep implements IccConversion.Step {

  private static final int STEPS = 4096;

  /** Steps of the curve that is inverted: what lies between two of them is taken for straight. */
  private static final int FINE = 4 * STEPS;

  private final float[][] decode;
  private final float[][] encode;
  private final float[] matrix = new float[9];

  MatrixProfileStep(IccMatrixProfile from, IccMatrixProfile to, Matrix3 matrix) {
    int colours = from.curves().size();
    decode = new float[colours][STEPS + 2];
    encode = new float[colours][STEPS + 2];
    for (int c = 0; c < colours; c++) {
      for (int i = 0; i <= STEPS; i++) {
        decode[c][i] = (float) from.curves().get(c).decode((double) i / STEPS);
      }
      invert(to.curves().get(c), encode[c]);
      // One entry more, so that interpolation at 1 needs no test.
      decode[c][STEPS + 1] = decode[c][STEPS];
      encode[c][STEPS + 1] = encode[c][STEPS];
    }
    for (int i = 0; i < 9; i++) {
      this.matrix[i] = (float) matrix.elements()[i];
    }
  }

  @Override
  public void apply(Raster raster, int firstRow, int rows) {
    float[] samples = raster.samples();
    int count = rows * raster.width();
    int start = firstRow * raster.width();
    int first = raster.plane(0) + start;
    if (decode.length == 1) {
      for (int i = first; i < first + count; i++) {
        samples[i] = encoded(0, looked(decode[0], clip(samples[i])));
      }
      return;
    }
    int second = raster.plane(1) + start;
    int third = raster.plane(2) + start;
    for (int i = 0; i < count; i++) {
      float r = looked(decode[0], clip(samples[first + i]));
      float g = looked(decode[1], clip(samples[second + i]));
      float b = looked(decode[2], clip(samples[third + i]));
      samples[first + i] = encoded(0, matrix[0] * r + matrix[1] * g + matrix[2] * b);
      samples[second + i] = encoded(1, matrix[3] * r + matrix[4] * g + matrix[5] * b);
      samples[third + i] = encoded(2, matrix[6] * r + matrix[7] * g + matrix[8] * b);
    }
  }

  /** table[i] = the encoded value whose linear value is (i / STEPS)^2; the curve rises. */
  private static void invert(IccCurve curve, float[] table) {
    int j = 0;
    double low = curve.decode(0);
    double high = curve.decode(1.0 / FINE);
    for (int i = 0; i <= STEPS; i++) {
      double linear = (double) i * i / ((double) STEPS * STEPS);
      while (high < linear && j < FINE - 1) {
        j++;
        low = high;
        high = curve.decode((j + 1.0) / FINE);
      }
      double part = high > low ? Math.clamp((linear - low) / (high - low), 0.0, 1.0) : 0;
      table[i] = (float) ((j + part) / FINE);
    }
  }

  private float encoded(int colour, float linear) {
    return looked(encode[colour], (float) Math.sqrt(clip(linear)));
  }

  private static float clip(float value) {
    return Math.max(0f, Math.min(1f, value));
  }

  private static float looked(float[] table, float x) {
    float place = x * STEPS;
    int i = (int) place;
    return table[i] + (place - i) * (table[i + 1] - table[i]);
  }
}
