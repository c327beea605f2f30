package hyperlumen.samples;

import hyperlumen.photo.Raster;
import hyperlumen.photo.Size;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A still life by a window, traced ray by ray: balls of fruit, yarn, marble and glaze on a wooden
 * table with a chequered cloth, before a plastered wall with a print.
 *
 * <p>Rendered at twice the size and reduced by 2x2 means; linear sRGB, 1 = display white; the same
 * bits on every machine (no maths whose last digit is left to the platform).
 *
 * @param size of the picture
 * @param view where the camera looks
 */
public record SampleScene(Size size, View view) {

  /** Where the camera looks. */
  public enum View {
    /** All of it. */
    WHOLE(new Vector(-0.01, -0.135, 1), 0.335),
    /** The fruit and the yarn, near. */
    CLOSE(new Vector(-0.045, -0.20, 1), 0.175);

    private final Vector forward;
    private final Vector right;
    private final Vector up;
    private final double halfHeight;

    View(Vector towards, double halfHeight) {
      forward = towards.unit();
      right = new Vector(0, 1, 0).cross(forward).unit();
      up = forward.cross(right);
      this.halfHeight = halfHeight;
    }
  }

  private static final Vector EYE = new Vector(0.1, 1.75, -5.3);

  private static final Vector SUN = new Vector(-0.66, 0.62, -0.42).unit();
  private static final double SUN_RADIUS = 0.13;
  private static final Vector SUN_COLOUR = new Vector(1.02, 0.93, 0.78);
  private static final Vector SKY_COLOUR = new Vector(0.27, 0.32, 0.40);
  private static final Vector BOUNCE_COLOUR = new Vector(0.10, 0.075, 0.05);

  private static final List<Ball> BALLS =
      List.of(
          Ball.lying(-1.05, 0.20, 0.52, Ball.Skin.ORANGE, 0.035),
          Ball.lying(-0.12, 0.98, 0.78, Ball.Skin.YARN, 0),
          Ball.lying(0.47, -0.42, 0.40, Ball.Skin.RED_GLAZE, 0.05),
          Ball.lying(1.34, 0.45, 0.62, Ball.Skin.MARBLE, 0.05),
          Ball.lying(-0.40, -0.72, 0.27, Ball.Skin.LEMON, 0.03),
          Ball.lying(1.16, -0.78, 0.20, Ball.Skin.PEARL, 0.06),
          Ball.lying(-1.52, -0.62, 0.17, Ball.Skin.VIOLET_GLAZE, 0.05));

  private static final Surroundings SURROUNDINGS = new Surroundings();

  /**
   * Renders rows.
   *
   * @param y first row
   * @param into three channels, as wide as the picture; linear sRGB
   */
  public void render(int y, Raster into) {
    IntStream.range(0, into.height())
        .parallel()
        .forEach(
            row -> {
              for (int x = 0; x < size.width(); x++) {
                Vector sum = new Vector(0, 0, 0);
                for (int k = 0; k < 4; k++) {
                  sum = sum.plus(pixel(2 * x + (k & 1), 2 * (y + row) + (k >> 1)));
                }
                into.set(0, row, x, (float) (sum.x() / 4));
                into.set(1, row, x, (float) (sum.y() / 4));
                into.set(2, row, x, (float) (sum.z() / 4));
              }
            });
  }

  private Vector pixel(int x, int y) {
    double unit = view.halfHeight / size.height();
    double u = (x + 0.5 - size.width()) * unit;
    double v = (size.height() - (y + 0.5)) * unit;
    Vector ray = view.forward.plus(view.right.times(u)).plus(view.up.times(v)).unit();
    double vignette = 1 - 0.55 * (u * u + v * v);
    Vector colour = trace(EYE, ray, true).times(vignette);
    return new Vector(
        Math.clamp(colour.x(), 0, 1), Math.clamp(colour.y(), 0, 1), Math.clamp(colour.z(), 0, 1));
  }

  private static Vector trace(Vector from, Vector ray, boolean mirrors) {
    double nearest = Double.POSITIVE_INFINITY;
    Ball ball = null;
    for (Ball candidate : BALLS) {
      double t = candidate.hit(from, ray);
      if (t < nearest) {
        nearest = t;
        ball = candidate;
      }
    }
    double table = ray.y() < 0 ? -from.y() / ray.y() : Double.POSITIVE_INFINITY;
    double wall =
        ray.z() > 0 ? (Surroundings.WALL_Z - from.z()) / ray.z() : Double.POSITIVE_INFINITY;
    double background = Math.min(table, wall);
    if (ball != null && nearest < background) {
      return ballColour(ball, from.plus(ray.times(nearest)), ray, mirrors);
    }
    if (background == Double.POSITIVE_INFINITY) {
      return Surroundings.window(ray);
    }
    Vector p = from.plus(ray.times(background));
    return wall < table ? wallColour(p) : tableColour(p, ray, mirrors);
  }

  private static Vector ballColour(Ball ball, Vector p, Vector ray, boolean mirrors) {
    Vector n = p.minus(ball.centre()).times(1 / ball.radius());
    Vector rough = ball.normal(n);
    Vector diffuse = ball.albedo(n).times(light(p, rough, ball));
    if (ball.gloss() == 0) {
      return diffuse;
    }
    Vector mirrored = ray.reflectedAt(rough);
    double grazing = 1 - Math.max(-ray.dot(rough), 0);
    double fresnel =
        ball.gloss() + (1 - ball.gloss()) * grazing * grazing * grazing * grazing * grazing;
    Vector seen = mirrors ? trace(p, mirrored, false) : Surroundings.window(mirrored);
    return diffuse.times(1 - fresnel).plus(seen.times(fresnel));
  }

  private static Vector tableColour(Vector p, Vector ray, boolean mirrors) {
    Vector up = new Vector(0, 1, 0);
    Vector diffuse = SURROUNDINGS.table(p).times(light(p, up, null));
    if (!mirrors || SURROUNDINGS.isCloth(p)) {
      return diffuse;
    }
    double grazing = 1 + ray.y();
    double fresnel = 0.03 + 0.5 * grazing * grazing * grazing * grazing * grazing;
    return diffuse.plus(trace(p, ray.reflectedAt(up), false).times(fresnel));
  }

  private static Vector wallColour(Vector p) {
    Vector towardsRoom = new Vector(0, 0, -1);
    double pane = Surroundings.windowLight(p);
    return SURROUNDINGS.wall(p).times(light(p, towardsRoom, null).times(pane));
  }

  /** Light that arrives at p: the sun past every ball, the sky less what the balls hide. */
  private static Vector light(Vector p, Vector normal, Ball self) {
    double sun = Math.max(normal.dot(SUN), 0);
    double open = 1;
    for (Ball ball : BALLS) {
      if (!ball.equals(self)) {
        sun = sun > 0 ? sun * ball.light(p, SUN, SUN_RADIUS) : 0;
        open *= 1 - ball.occlusion(p, normal);
      }
    }
    if (self != null) {
      open *= Math.clamp(0.35 + 0.65 * p.y() / self.radius(), 0, 1);
    }
    double above = 0.5 + 0.5 * normal.y() - 0.18 * normal.x();
    return SUN_COLOUR
        .times(sun)
        .plus(SKY_COLOUR.times(open * Math.max(above, 0)))
        .plus(BOUNCE_COLOUR.times(open * Math.max(0.5 - 0.5 * normal.y(), 0)));
  }
}
