package hyperlumen.samples;

/**
 * Smooth noise n(x, y, z) in [-1, 1] from an integer hash of the lattice: the same on every
 * machine, because it uses nothing but additions and multiplications.
 */
final class SolidNoise {

  private SolidNoise() {}

  static double at(double x, double y, double z) {
    int ix = (int) Math.floor(x);
    int iy = (int) Math.floor(y);
    int iz = (int) Math.floor(z);
    double fx = fade(x - ix);
    double fy = fade(y - iy);
    double fz = fade(z - iz);
    double near =
        mix(
            mix(lattice(ix, iy, iz), lattice(ix + 1, iy, iz), fx),
            mix(lattice(ix, iy + 1, iz), lattice(ix + 1, iy + 1, iz), fx),
            fy);
    double far =
        mix(
            mix(lattice(ix, iy, iz + 1), lattice(ix + 1, iy, iz + 1), fx),
            mix(lattice(ix, iy + 1, iz + 1), lattice(ix + 1, iy + 1, iz + 1), fx),
            fy);
    return mix(near, far, fz);
  }

  static double at(Vector p, double frequency) {
    return at(p.x() * frequency, p.y() * frequency, p.z() * frequency);
  }

  /** A sum of octaves, each at twice the frequency and half the strength; about -1 to 1. */
  static double octaves(double x, double y, double z, int count) {
    double sum = 0;
    double strength = 0.5;
    double frequency = 1;
    for (int k = 0; k < count; k++) {
      sum += strength * at(x * frequency + 17 * k, y * frequency, z * frequency);
      strength *= 0.5;
      frequency *= 2;
    }
    return sum;
  }

  static double octaves(Vector p, double frequency, int count) {
    return octaves(p.x() * frequency, p.y() * frequency, p.z() * frequency, count);
  }

  /** 0 below a, 1 above b, smooth in between. */
  static double step(double a, double b, double x) {
    return fadeCubic(Math.clamp((x - a) / (b - a), 0, 1));
  }

  private static double fadeCubic(double t) {
    return t * t * (3 - 2 * t);
  }

  private static double fade(double t) {
    return t * t * t * (t * (t * 6 - 15) + 10);
  }

  private static double mix(double a, double b, double t) {
    return a + t * (b - a);
  }

  private static double lattice(int x, int y, int z) {
    int h = x * 0x9E3779B1 ^ y * 0x85EBCA77 ^ z * 0xC2B2AE3D;
    h = (h ^ (h >>> 15)) * 0x2C1B3C6D;
    h = (h ^ (h >>> 12)) * 0x297A2D39;
    return (h >> 7) / (double) (1 << 24);
  }
}
