package hyperlumen.training.data;

import java.util.random.RandomGenerator;

/**
 * One random camera: takes an sRGB picture back to linear camera light and forward again (Brooks et
 * al. 2019, "Unprocessing Images for Learned Raw Denoising").
 *
 * <p>Inverse tone curve, gamma expansion, RGB to camera, inverse white balance with highlights
 * kept; forward: white balance, camera to RGB, gamma, tone curve. Immutable.
 */
final class Unprocessing {

  private static final double[][] XYZ_TO_CAMERA = {
    {1.0234, -0.2969, -0.2266, -0.5625, 1.6328, -0.0469, -0.0703, 0.2188, 0.6406},
    {0.4913, -0.0541, -0.0202, -0.613, 1.3513, 0.2906, -0.1564, 0.2151, 0.7183},
    {0.838, -0.263, -0.0639, -0.2887, 1.0725, 0.2496, -0.0627, 0.1427, 0.5438},
    {0.6596, -0.2079, -0.0562, -0.4782, 1.3016, 0.1933, -0.097, 0.1581, 0.5181}
  };
  private static final double[] RGB_TO_XYZ = {
    0.4124564, 0.3575761, 0.1804375, 0.2126729, 0.7151522, 0.0721750, 0.0193339, 0.1191920,
    0.9503041
  };

  private static final int STEPS = 4096;
  private static final float[] TO_LINEAR = new float[STEPS + 1];
  private static final float[] TO_DISPLAY = new float[STEPS + 1];

  static {
    for (int i = 0; i <= STEPS; i++) {
      double x = (double) i / STEPS;
      double t = 0.5 - Math.sin(Math.asin(1 - 2 * x) / 3);
      TO_LINEAR[i] = (float) Math.pow(Math.max(t, 1e-8), 2.2);
      // Indexed by the square root of light, where the curve is smooth.
      double g = Math.pow(x * x, 1 / 2.2);
      TO_DISPLAY[i] = (float) (3 * g * g - 2 * g * g * g);
    }
  }

  private final float[] toCamera;
  private final float[] toRgb;
  private final float red;
  private final float blue;
  private final float brightening;

  Unprocessing(RandomGenerator random) {
    double[] weights = new double[XYZ_TO_CAMERA.length];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = random.nextDouble(1e-8, 1);
      sum += weights[i];
    }
    double[] mixed = new double[9];
    for (int i = 0; i < weights.length; i++) {
      for (int j = 0; j < 9; j++) {
        mixed[j] += weights[i] / sum * XYZ_TO_CAMERA[i][j];
      }
    }
    double[] camera = multiply(mixed, RGB_TO_XYZ);
    for (int row = 0; row < 3; row++) {
      double total = camera[row * 3] + camera[row * 3 + 1] + camera[row * 3 + 2];
      for (int column = 0; column < 3; column++) {
        camera[row * 3 + column] /= total;
      }
    }
    toCamera = toFloat(camera);
    toRgb = toFloat(invert(camera));
    red = (float) random.nextDouble(1.5, 2.7);
    blue = (float) random.nextDouble(1.3, 2.4);
    brightening = (float) (1 / Math.max(0.5, random.nextGaussian(0.8, 0.1)));
  }

  /** White-balance gain of red; green's is 1. */
  float redGain() {
    return red;
  }

  /** White-balance gain of blue; green's is 1. */
  float blueGain() {
    return blue;
  }

  /**
   * sRGB-coded to linear camera RGB before white balance, in [0, 1]; {@code exposure} scales it.
   */
  void toCamera(float[] srgb, float[] camera, int planeSize, int offset, float exposure) {
    for (int i = offset; i < offset + planeSize; i++) {
      pixel(
          linear(srgb[i]),
          linear(srgb[i + planeSize]),
          linear(srgb[i + 2 * planeSize]),
          camera,
          i,
          planeSize,
          exposure);
    }
  }

  /** The same from linear sRGB: no tone curve, no gamma. */
  void linearToCamera(float[] rgb, float[] camera, int planeSize) {
    for (int i = 0; i < planeSize; i++) {
      pixel(rgb[i], rgb[i + planeSize], rgb[i + 2 * planeSize], camera, i, planeSize, 1);
    }
  }

  private void pixel(
      float r, float g, float b, float[] camera, int at, int planeSize, float exposure) {
    float cr = toCamera[0] * r + toCamera[1] * g + toCamera[2] * b;
    float cg = toCamera[3] * r + toCamera[4] * g + toCamera[5] * b;
    float cb = toCamera[6] * r + toCamera[7] * g + toCamera[8] * b;
    float m = Math.max((cr + cg + cb) / 3 - 0.9f, 0) / 0.1f;
    m *= m;
    camera[at] = inverseGain(cr, 1 / (red * brightening), m, exposure);
    camera[at + planeSize] = inverseGain(cg, 1 / brightening, m, exposure);
    camera[at + 2 * planeSize] = inverseGain(cb, 1 / (blue * brightening), m, exposure);
  }

  private static float inverseGain(float value, float k, float mask, float exposure) {
    float factor = Math.max(mask + (1 - mask) * k, k);
    return Math.clamp(value * factor * exposure, 0f, 1f);
  }

  /** Camera RGB before white balance to display sRGB, in place, planes of one patch. */
  void toDisplay(float[] camera, int planeSize, int offset) {
    float scale = brightening;
    for (int i = 0; i < planeSize; i++) {
      float r = Math.clamp(camera[offset + i] * red * scale, 0f, 1f);
      float g = Math.clamp(camera[offset + planeSize + i] * scale, 0f, 1f);
      float b = Math.clamp(camera[offset + 2 * planeSize + i] * blue * scale, 0f, 1f);
      camera[offset + i] = display(toRgb[0] * r + toRgb[1] * g + toRgb[2] * b);
      camera[offset + planeSize + i] = display(toRgb[3] * r + toRgb[4] * g + toRgb[5] * b);
      camera[offset + 2 * planeSize + i] = display(toRgb[6] * r + toRgb[7] * g + toRgb[8] * b);
    }
  }

  private static float linear(float x) {
    float at = Math.clamp(x, 0f, 1f) * STEPS;
    int i = Math.min((int) at, STEPS - 1);
    return TO_LINEAR[i] + (at - i) * (TO_LINEAR[i + 1] - TO_LINEAR[i]);
  }

  private static float display(float x) {
    float at = (float) Math.sqrt(Math.clamp(x, 0f, 1f)) * STEPS;
    int i = Math.min((int) at, STEPS - 1);
    return TO_DISPLAY[i] + (at - i) * (TO_DISPLAY[i + 1] - TO_DISPLAY[i]);
  }

  private static double[] multiply(double[] a, double[] b) {
    double[] c = new double[9];
    for (int i = 0; i < 9; i++) {
      for (int k = 0; k < 3; k++) {
        c[i] += a[i / 3 * 3 + k] * b[k * 3 + i % 3];
      }
    }
    return c;
  }

  private static double[] invert(double[] m) {
    double[] c = new double[9];
    for (int i = 0; i < 9; i++) {
      int r = i % 3;
      int k = i / 3;
      int r1 = (r + 1) % 3;
      int r2 = (r + 2) % 3;
      int k1 = (k + 1) % 3;
      int k2 = (k + 2) % 3;
      c[i] = m[r1 * 3 + k1] * m[r2 * 3 + k2] - m[r1 * 3 + k2] * m[r2 * 3 + k1];
    }
    double determinant = m[0] * c[0] + m[1] * c[3] + m[2] * c[6];
    for (int i = 0; i < 9; i++) {
      c[i] /= determinant;
    }
    return c;
  }

  private static float[] toFloat(double[] values) {
    float[] out = new float[values.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = (float) values[i];
    }
    return out;
  }
}
