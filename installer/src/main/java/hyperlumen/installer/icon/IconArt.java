package hyperlumen.installer.icon;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/**
 * The program's icon: a landscape under a sun, dim and grainy on the left of a dividing line, clear
 * on its right. Coordinates are fractions of the side; the same seed always gives the same grain.
 */
public final class IconArt {

  /** Below this side the grain is coarser and the line wider, or neither would be seen. */
  private static final int SMALL = 48;

  private static final long SEED = 20211;
  private static final double MARGIN = 0.03;
  private static final double DIVIDER = 0.47;

  private IconArt() {}

  /**
   * The icon as a square with a transparent surrounding.
   *
   * @param side in pixels, at least 16
   */
  public static BufferedImage paint(int side) {
    if (side < 16) {
      throw new IllegalArgumentException("an icon has at least 16 pixels a side, not " + side);
    }
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
    Graphics2D g = image.createGraphics();
    try {
      g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      g.scale(side, side);
      double inner = 1 - 2 * MARGIN;
      Shape frame = new RoundRectangle2D.Double(MARGIN, MARGIN, inner, inner, 0.4, 0.4);
      Shape before = within(frame, new Rectangle2D.Double(MARGIN, MARGIN, DIVIDER - MARGIN, inner));
      picture(g, frame);
      dim(g, before);
      grain(g, before, side);
      divider(g, frame, side);
    } finally {
      g.dispose();
    }
    return image;
  }

  private static void picture(Graphics2D g, Shape frame) {
    g.setPaint(
        new LinearGradientPaint(
            0f,
            0.03f,
            0f,
            0.97f,
            new float[] {0f, 0.45f, 0.75f},
            new Color[] {new Color(0x1b2a6b), new Color(0xd8497a), new Color(0xffb25a)}));
    g.fill(frame);
    Point2D sun = new Point2D.Double(0.52, 0.46);
    g.setPaint(
        new RadialGradientPaint(
            sun,
            0.42f,
            new float[] {0f, 1f},
            new Color[] {new Color(0xb3ffe9a8, true), new Color(0x00ffe9a8, true)}));
    g.fill(frame);
    g.setPaint(new Color(0xfff3c4));
    g.fill(within(frame, new Ellipse2D.Double(0.34, 0.28, 0.36, 0.36)));
    g.setPaint(new GradientPaint(0f, 0.5f, new Color(0x4a2c73), 0f, 0.97f, new Color(0x2c1a4d)));
    g.fill(within(frame, hills(0.62, 0.66, 0.44, 0.80)));
    g.setPaint(new GradientPaint(0f, 0.6f, new Color(0x1d1440), 0f, 0.97f, new Color(0x0d0a24)));
    g.fill(within(frame, hills(0.74, 0.60, 0.78, 0.62)));
  }

  /** A closed range of hills through four heights from the left to the right border. */
  private static Shape hills(double first, double second, double third, double fourth) {
    Path2D path = new Path2D.Double();
    path.moveTo(0, first);
    path.curveTo(0.12, second, 0.24, second, 0.36, (second + third) / 2);
    path.curveTo(0.5, third, 0.62, third, 0.72, (third + fourth) / 2);
    path.curveTo(0.82, fourth, 0.92, fourth, 1, fourth);
    path.lineTo(1, 1);
    path.lineTo(0, 1);
    path.closePath();
    return path;
  }

  private static void dim(Graphics2D g, Shape before) {
    g.setPaint(new Color(0x70151228, true));
    g.fill(before);
  }

  private static void grain(Graphics2D g, Shape before, int side) {
    Random random = new Random(SEED);
    double grain = side < SMALL ? 2.0 / side : 1.0 / 44;
    Shape clip = g.getClip();
    g.setClip(before);
    for (double y = MARGIN; y < 1 - MARGIN; y += grain) {
      for (double x = DIVIDER - grain; x > MARGIN - grain; x -= grain) {
        double strength = random.nextGaussian();
        int alpha = (int) Math.min(120, Math.abs(strength) * 52);
        int light = strength > 0 ? 255 : 0;
        g.setColor(new Color(light, light, light, alpha));
        g.fill(new Rectangle2D.Double(x, y, grain, grain));
      }
    }
    g.setClip(clip);
  }

  private static void divider(Graphics2D g, Shape frame, int side) {
    double width = side < SMALL ? 1.2 / side : 0.022;
    g.setColor(Color.WHITE);
    g.setStroke(new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
    Rectangle2D bounds = frame.getBounds2D();
    g.draw(new Line2D.Double(DIVIDER, bounds.getMinY(), DIVIDER, bounds.getMaxY()));
    if (side >= SMALL) {
      double radius = 0.062;
      g.fill(new Ellipse2D.Double(DIVIDER - radius, 0.72 - radius, 2 * radius, 2 * radius));
      g.setColor(new Color(0x2c1a4d));
      g.fill(arrow(DIVIDER - 0.014, -0.026));
      g.fill(arrow(DIVIDER + 0.014, 0.026));
    }
  }

  private static Shape arrow(double x, double reach) {
    Path2D path = new Path2D.Double();
    path.moveTo(x, 0.72 - 0.026);
    path.lineTo(x + reach, 0.72);
    path.lineTo(x, 0.72 + 0.026);
    path.closePath();
    return path;
  }

  private static Shape within(Shape frame, Shape shape) {
    Area area = new Area(frame);
    area.intersect(new Area(shape));
    return area;
  }
}
