package hyperlumen.photo;

import java.util.List;

/**
 * A lens's distortion and lateral colour, to be undone after demosaicing: the corrected pixel at p
 * is taken from warp(p) (DNG 1.7, chapter 7, WarpRectilinear and WarpFisheye).
 *
 * <p>With d = (p - centre) / m, m the distance from the centre to the farthest corner, and r = |d|:
 * warp = centre + m (f d + t), f = k0 + k1 r^2 + k2 r^4 + k3 r^6, t = (t0 2 dx dy + t1 (r^2 + 2
 * dx^2), t1 2 dx dy + t0 (r^2 + 2 dy^2)).
 *
 * @param planes one for all channels, or one for each
 * @param centreX the optical centre as fraction of the active area's width
 * @param centreY the optical centre as fraction of the active area's height
 */
public record LensWarp(List<Plane> planes, double centreX, double centreY) {

  /** Places along the radius at which a warp is checked. */
  private static final int CHECKS = 64;

  private static final double LEAST_SLOPE = 0.2;

  private static final double MOST_SLOPE = 2;

  /**
   * The coefficients of a channel.
   *
   * @param radial k0 to k3
   * @param tangential t0 and t1
   * @param fisheye whether f = a / r (k0 + k1 a^2 + k2 a^4 + k3 a^6) with the angle a = atan r
   */
  public record Plane(double[] radial, double[] tangential, boolean fisheye) {

    /** A rectilinear lens's. */
    public Plane(double[] radial, double[] tangential) {
      this(radial, tangential, false);
    }

    /** The factor f at squared radius {@code r2}. */
    public double factor(double r2) {
      if (fisheye && r2 > 0) {
        double r = Math.sqrt(r2);
        double a = Math.atan(r);
        return a / r * polynomial(a * a);
      }
      return polynomial(r2);
    }

    private double polynomial(double r2) {
      return radial[0] + r2 * (radial[1] + r2 * (radial[2] + r2 * radial[3]));
    }
  }

  public LensWarp {
    planes = List.copyOf(planes);
    if (planes.isEmpty()) {
      throw new IllegalArgumentException("a warp needs a plane");
    }
  }

  /** The coefficients of {@code channel}. */
  public Plane plane(int channel) {
    return planes.get(Math.min(channel, planes.size() - 1));
  }

  /**
   * Whether it is a real lens's: the picture is nowhere folded, nowhere shrunk by more than 2, and
   * nowhere stretched by more than 5, which the corners of a fisheye are. Others would make a tile
   * depend on the whole photo.
   */
  public boolean isModerate() {
    if (!(centreX >= 0 && centreX <= 1 && centreY >= 0 && centreY <= 1)) {
      return false;
    }
    for (Plane plane : planes) {
      double before = 0;
      for (int i = 1; i <= CHECKS; i++) {
        double r = (double) i / CHECKS;
        double warped = plane.factor(r * r) * r;
        double slope = (warped - before) * CHECKS;
        if (!(slope > LEAST_SLOPE && slope < MOST_SLOPE)) {
          return false;
        }
        before = warped;
      }
      if (!(Math.abs(plane.tangential[0]) < 0.1 && Math.abs(plane.tangential[1]) < 0.1)) {
        return false;
      }
    }
    return true;
  }
}
