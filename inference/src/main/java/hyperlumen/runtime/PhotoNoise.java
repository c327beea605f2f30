package hyperlumen.runtime;

import hyperlumen.develop.BalancedRows;
import hyperlumen.network.Packing;
import hyperlumen.noise.RawNoise;
import hyperlumen.noise.RawNoiseFeatures;
import hyperlumen.noise.SrgbNoiseLevels;
import hyperlumen.photo.NoiseProfile;
import hyperlumen.photo.RawPhoto;
import hyperlumen.photo.Size;

/** The noise of a photo, as the file tells or as measured, in the form a network takes it. */
public final class PhotoNoise {

  /** Windows along each axis that a RAW photo's noise is fitted on, and their side. */
  private static final int GRID = 8;

  private static final int SIDE = 192;

  private PhotoNoise() {}

  /** Levels of a display-referred photo's noise, from the windows of its filters. */
  public static SrgbNoiseLevels levels(FilterPredictor.WindowSamples windows, Packing packing) {
    int factor = packing.factor();
    int side = windows.side() * factor;
    int plane = windows.side() * windows.side();
    SrgbNoiseLevels.Meter meter = new SrgbNoiseLevels.Meter();
    float[] rgb = new float[3 * side * side];
    for (int k = 0; k < windows.count(); k++) {
      for (int p = 0; p < packing.planes(); p++) {
        unpack(windows.samples(), (k * packing.planes() + p) * plane, rgb, p, factor, side);
      }
      meter.add(rgb, 0, side, side);
    }
    return meter.levels().compensated();
  }

  /** Puts plane {@code p} = 4c + 2dy + dx (or c, not packed) where its pixels are in the photo. */
  private static void unpack(float[] packed, int from, float[] rgb, int p, int factor, int side) {
    int pixels = factor * factor;
    int first = p / pixels * side * side + p % pixels / factor * side + p % pixels % factor;
    int small = side / factor;
    for (int y = 0; y < small; y++) {
      for (int x = 0; x < small; x++) {
        rgb[first + factor * (y * side + x)] = packed[from + y * small + x];
      }
    }
  }

  /** What an ISP network is told. */
  public static float[] features(NoiseProfile profile) {
    return RawNoiseFeatures.of(profile);
  }

  /** The file's NoiseProfile, or one fitted on the photo. */
  public static NoiseProfile profile(RawPhoto raw) {
    return raw.noiseProfile().orElseGet(() -> fitted(raw));
  }

  /** Fits on windows of the mosaic, plane by plane of its colour filter array. */
  static NoiseProfile fitted(RawPhoto raw) {
    Size size = raw.mosaic().size();
    int side = Math.min(SIDE, Math.min(size.width(), size.height())) / 2 * 2;
    int half = side / 2;
    if (half < 3) {
      return new NoiseProfile(0, 0);
    }
    BalancedRows rows = new BalancedRows(raw);
    double[] gains = raw.colour().asShotGains();
    RawNoise noise = new RawNoise();
    float[] row = new float[side];
    float[] planes = new float[4 * half * half];
    for (int k = 0; k < GRID * GRID; k++) {
      int x0 = (size.width() - side) * (k % GRID) / (GRID - 1) / 2 * 2;
      int y0 = (size.height() - side) * (k / GRID) / (GRID - 1) / 2 * 2;
      for (int y = 0; y < side; y++) {
        rows.read(y0 + y, x0, side, row);
        for (int phase = 0; phase < 2; phase++) {
          float unbalance = (float) (1 / gains[raw.cfa().colour(y, phase)]);
          int at = (((y & 1) * 2 + phase) * half + y / 2) * half;
          for (int x = 0; x < half; x++) {
            planes[at + x] = row[2 * x + phase] * unbalance;
          }
        }
      }
      for (int p = 0; p < 4; p++) {
        noise.add(planes, p * half * half, half, half);
      }
    }
    return noise.fit();
  }
}
