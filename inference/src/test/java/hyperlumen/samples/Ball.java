package hyperlumen.samples;

/**
 * A ball on the table.
 *
 * @param centre its centre
 * @param radius its radius
 * @param skin what its surface looks like
 * @param gloss share of light mirrored when seen head on
 */
record Ball(Vector centre, double radius, Skin skin, double gloss) {

  /** What a surface looks like. */
  enum Skin {
    ORANGE,
    LEMON,
    YARN,
    MARBLE,
    RED_GLAZE,
    VIOLET_GLAZE,
    PEARL
  }

  /** A ball of a radius that lies on the table. */
  static Ball lying(double x, double z, double radius, Skin skin, double gloss) {
    return new Ball(new Vector(x, radius, z), radius, skin, gloss);
  }

  /** Distance along the ray to the near side; infinity if it misses. */
  double hit(Vector from, Vector direction) {
    Vector to = from.minus(centre);
    double b = to.dot(direction);
    double h = b * b - to.dot(to) + radius * radius;
    if (h < 0) {
      return Double.POSITIVE_INFINITY;
    }
    double t = -b - Math.sqrt(h);
    return t > 1e-4 ? t : Double.POSITIVE_INFINITY;
  }

  /** How much of a round light in a direction is seen past this ball, 0 to 1. */
  double light(Vector from, Vector towards, double angularRadius) {
    Vector to = centre.minus(from);
    double along = to.dot(towards);
    if (along <= 0) {
      return 1;
    }
    double closest = Math.sqrt(Math.max(to.dot(to) - along * along, 0));
    return SolidNoise.step(-1, 1, (closest - radius) / (along * angularRadius));
  }

  /** How much of the sky above a surface this ball hides: the form factor of a sphere. */
  double occlusion(Vector from, Vector normal) {
    Vector to = centre.minus(from);
    double square = to.dot(to);
    double cosine = to.dot(normal) / Math.sqrt(square);
    return Math.clamp(0.5 + 0.5 * cosine, 0, 1)
        * Math.max(cosine + 0.15, 0)
        / 1.15
        * Math.min(radius * radius / square, 1);
  }

  /** The albedo at the surface point in direction {@code n} from the centre. */
  Vector albedo(Vector n) {
    return switch (skin) {
      case ORANGE ->
          new Vector(0.82, 0.27, 0.018)
              .times(0.86 + 0.10 * SolidNoise.octaves(n, 3, 3) - 0.12 * pores(n, 30));
      case LEMON ->
          new Vector(0.86, 0.64, 0.03)
              .times(0.9 + 0.1 * SolidNoise.octaves(n, 4, 3) - 0.06 * pores(n, 22));
      case YARN -> Yarn.albedo(n);
      case MARBLE -> marble(n);
      case RED_GLAZE -> new Vector(0.52, 0.012, 0.02);
      case VIOLET_GLAZE -> new Vector(0.16, 0.03, 0.36);
      case PEARL ->
          new Vector(0.78, 0.74, 0.70)
              .mixedWith(new Vector(0.70, 0.76, 0.80), 0.5 + 0.5 * SolidNoise.at(n, 2.5));
    };
  }

  /** The normal at the surface point in direction {@code n}, tilted by the relief of the skin. */
  Vector normal(Vector n) {
    return switch (skin) {
      case ORANGE -> tilted(n, 30, 0.055);
      case LEMON -> tilted(n, 22, 0.05);
      case YARN -> Yarn.normal(n);
      default -> n;
    };
  }

  private static double pores(Vector n, double frequency) {
    return Math.max(-SolidNoise.at(n, frequency), 0);
  }

  private static Vector tilted(Vector n, double frequency, double strength) {
    double e = 0.25;
    Vector p = n.times(frequency);
    double here = SolidNoise.at(p, 1);
    Vector slope =
        new Vector(
            SolidNoise.at(p.x() + e, p.y(), p.z()) - here,
            SolidNoise.at(p.x(), p.y() + e, p.z()) - here,
            SolidNoise.at(p.x(), p.y(), p.z() + e) - here);
    return n.minus(slope.times(strength / e)).unit();
  }

  private static Vector marble(Vector n) {
    double swirl = n.y() + 0.3 * n.x() + 0.42 * SolidNoise.octaves(n, 2.2, 5);
    double band = 0.5 + 0.5 * StrictMath.sin(13 * swirl);
    Vector base = new Vector(0.015, 0.21, 0.10).mixedWith(new Vector(0.10, 0.52, 0.25), band);
    double vein = SolidNoise.step(0.90, 0.995, 0.5 + 0.5 * StrictMath.sin(13 * swirl + 2.2));
    return base.mixedWith(new Vector(0.75, 0.80, 0.70), vein * 0.8);
  }
}
