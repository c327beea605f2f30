package hyperlumen.samples;

/** A ball of blue yarn: five windings over each other, each a set of parallel twisted strands. */
final class Yarn {

  private static final Vector[] AXES = {
    new Vector(0.35, 0.90, 0.25).unit(),
    new Vector(-0.80, 0.35, 0.45).unit(),
    new Vector(0.62, 0.20, -0.75).unit(),
    new Vector(0.15, 0.55, -0.82).unit(),
    new Vector(-0.30, 0.95, -0.10).unit()
  };

  private static final double STRANDS = 13;

  private Yarn() {}

  static Vector albedo(Vector n) {
    Vector axis = top(n);
    double across = n.dot(axis) * STRANDS;
    double within = across - Math.floor(across) - 0.5;
    double round = Math.sqrt(Math.max(1 - 3.6 * within * within, 0.02));
    double around = StrictMath.atan2(n.cross(axis).x(), n.cross(axis).y());
    double twist = 0.5 + 0.5 * StrictMath.sin(around * 52 + within * 5);
    double fibre = 0.5 + 0.5 * SolidNoise.at(n, 90);
    double shade = (0.35 + 0.65 * round) * (0.72 + 0.2 * twist + 0.16 * fibre);
    double dye = 0.5 + 0.5 * SolidNoise.at(Math.floor(across) * 1.7, axis.x() * 9, 3);
    return new Vector(0.018, 0.12, 0.46)
        .mixedWith(new Vector(0.05, 0.30, 0.62), dye)
        .times(shade * 1.15);
  }

  static Vector normal(Vector n) {
    Vector axis = top(n);
    double across = n.dot(axis) * STRANDS;
    double within = across - Math.floor(across) - 0.5;
    return n.plus(axis.times(1.3 * within)).unit();
  }

  /** The axis of the winding that lies uppermost at n. */
  private static Vector top(Vector n) {
    for (int k = 0; k < AXES.length - 1; k++) {
      double belt = n.dot(AXES[k]) + 0.10 * SolidNoise.at(n.x() * 2, n.y() * 2, n.z() * 2 + 5 * k);
      double width = 0.20 + 0.05 * k;
      double centre = 0.12 * (k % 3 - 1) + (k == 1 ? 0.35 : 0);
      if (Math.abs(belt - centre) < width) {
        return AXES[k];
      }
    }
    return AXES[AXES.length - 1];
  }
}
