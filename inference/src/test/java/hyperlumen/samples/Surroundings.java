package hyperlumen.samples;

/** The table, the cloth on it, the wall behind with the print, and the window they are lit by. */
final class Surroundings {

  static final double WALL_Z = 2.7;

  private static final double PRINT_X = -1.05;
  private static final double PRINT_Y = 3.02;
  private static final double PRINT_UNIT = 0.0212;

  private final Poster poster = new Poster();

  /** The albedo of the table or the cloth at p. */
  Vector table(Vector p) {
    return isCloth(p) ? cloth(p) : wood(p);
  }

  /** Whether the cloth lies at p. */
  boolean isCloth(Vector p) {
    double edge = 0.012 * SolidNoise.at(p.x() * 6, 0, p.z() * 6);
    return p.z() + 0.28 * p.x() + edge < -0.86;
  }

  private static Vector wood(Vector p) {
    double board = Math.floor((p.x() + 20) / 0.82);
    double inside = (p.x() + 20) / 0.82 - board;
    double shift = 7.3 * board;
    double rings =
        p.x() * 5
            + shift
            + 1.6 * SolidNoise.octaves(p.x() * 1.4 + shift, p.z() * 0.35, shift, 3)
            + 0.5 * SolidNoise.at(p.x() * 9 + shift, p.z() * 0.8, 1);
    double ring = rings * 2.3 - Math.floor(rings * 2.3);
    double dark = ring * ring * (1 - SolidNoise.step(0.88, 1, ring));
    double pores = Math.max(SolidNoise.at(p.x() * 120, shift, p.z() * 5) - 0.1, 0);
    double tone = 0.5 + 0.5 * SolidNoise.at(board * 3.1, 2, 5);
    Vector light = new Vector(0.36, 0.19, 0.085).mixedWith(new Vector(0.29, 0.135, 0.055), tone);
    double gap = SolidNoise.step(0, 0.010, Math.min(inside, 1 - inside));
    return light
        .mixedWith(new Vector(0.13, 0.055, 0.02), 0.75 * dark)
        .times((1 - 0.55 * pores) * (0.25 + 0.75 * gap));
  }

  private static Vector cloth(Vector p) {
    double a = p.x() * 0.963 + p.z() * 0.270;
    double b = p.z() * 0.963 - p.x() * 0.270;
    boolean warpRed = Math.floorMod((int) Math.floor(a * 9), 2) == 0;
    boolean weftRed = Math.floorMod((int) Math.floor(b * 9), 2) == 0;
    double threadA = StrictMath.sin(a * 420);
    double threadB = StrictMath.sin(b * 420);
    boolean warpOnTop = threadA * threadB > 0;
    boolean red = warpOnTop ? warpRed : weftRed;
    Vector colour = red ? new Vector(0.50, 0.03, 0.04) : new Vector(0.74, 0.71, 0.64);
    double relief = 0.80 + 0.20 * Math.abs(warpOnTop ? threadA : threadB);
    double fold = 0.93 + 0.14 * SolidNoise.octaves(p.x() * 1.1, 3, p.z() * 2.6, 2);
    return colour.times(relief * fold);
  }

  /** The albedo of the wall or the print at p. */
  Vector wall(Vector p) {
    double x = (p.x() - PRINT_X) / PRINT_UNIT + Poster.WIDTH / 2.0;
    double y = (PRINT_Y - p.y()) / PRINT_UNIT;
    if (x >= 0 && y >= 0 && x < Poster.WIDTH && y < Poster.HEIGHT) {
      return poster.colour(x, y);
    }
    double frame = 3.2;
    if (x > -frame && y > -frame && x < Poster.WIDTH + frame && y < Poster.HEIGHT + frame) {
      double grain = SolidNoise.octaves(p.x() * 14, p.y() * 14, 2, 3);
      return new Vector(0.075, 0.045, 0.03).times(1 + 0.5 * grain);
    }
    // The frame stands off the wall, so the sun draws its shadow to the right and below.
    double shadow =
        box(x - 5, -frame, Poster.WIDTH + frame, 3) * box(y - 5, -frame, Poster.HEIGHT + frame, 3);
    double plaster =
        0.05 * SolidNoise.octaves(p.x() * 2, p.y() * 2, 0, 4)
            + 0.05 * SolidNoise.octaves(p.x() * 30, p.y() * 30, 8, 3);
    return new Vector(0.16, 0.245, 0.27).times((1 + 2 * plaster) * (1 - 0.6 * shadow));
  }

  /** 1 between two places, 0 outside, with soft borders. */
  private static double box(double x, double from, double to, double softness) {
    return SolidNoise.step(from - softness, from + softness, x)
        * (1 - SolidNoise.step(to - softness, to + softness, x));
  }

  /** How much of the light the window lets onto the wall: a slanted patch of sun, fading. */
  static double windowLight(Vector p) {
    double x = p.x() - 0.30 * p.y();
    double patch = box(x, -0.15, 1.25, 0.28) * box(p.y(), 0.6, 3.6, 0.45);
    double bar = 1 - 0.55 * box(x, 0.50, 0.60, 0.08);
    double falloff = Math.clamp(1.02 - 0.15 * p.x(), 0.45, 1.3);
    return falloff * (0.66 + 0.60 * patch * bar);
  }

  /** The room in front of the scene, seen in what mirrors: a bright window with a cross. */
  static Vector window(Vector direction) {
    Vector axis = new Vector(-0.66, 0.62, -0.42);
    double facing = direction.dot(axis);
    Vector room = new Vector(0.10, 0.10, 0.11).times(0.6 + 0.6 * Math.max(direction.y(), 0));
    if (facing <= 0.1) {
      return room;
    }
    Vector plane = direction.times(1 / facing);
    double x = 0.54 * plane.x() - 0.84 * plane.z();
    double y = plane.y() - 0.62;
    double glass = box(x, -0.36, 0.36, 0.015) * box(y, -0.42, 0.42, 0.015);
    double cross = box(x, -0.03, 0.03, 0.008) + box(y, -0.02, 0.04, 0.008);
    double open = glass * Math.max(1 - cross, 0);
    return room.plus(new Vector(9.5, 9.8, 10.5).times(open));
  }
}
