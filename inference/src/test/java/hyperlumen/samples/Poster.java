package hyperlumen.samples;

import java.util.Map;

/**
 * The print on the wall: letters down to the limit of resolution, a Siemens star, line gratings,
 * and patches of colour, drawn once into a bitmap of ink.
 *
 * <p>Coordinates run from (0, 0) top left to ({@link #WIDTH}, {@link #HEIGHT}).
 */
final class Poster {

  static final int WIDTH = 100;
  static final int HEIGHT = 70;

  private static final int SCALE = 16;
  private static final int COLUMNS = WIDTH * SCALE;
  private static final int ROWS = HEIGHT * SCALE;
  private static final Vector PAPER = new Vector(0.78, 0.74, 0.66);
  private static final Vector INK = new Vector(0.025, 0.026, 0.032);

  /** Strokes of each letter on a grid 4 wide and 6 high, y down; two digits per point. */
  private static final Map<Character, String> STROKES =
      Map.ofEntries(
          Map.entry('A', "062046 1434"),
          Map.entry('B', "00064645433303 33422110 0010"),
          Map.entry('C', "4130100105163645"),
          Map.entry('D', "0006264541200"),
          Map.entry('E', "40000646 0333"),
          Map.entry('F', "400006 0333"),
          Map.entry('G', "413010010516364543 4323"),
          Map.entry('H', "0006 4046 0343"),
          Map.entry('I', "1030 2026 1636"),
          Map.entry('K', "0006 4003 0346"),
          Map.entry('L', "000646"),
          Map.entry('M', "0600234046"),
          Map.entry('N', "06004640"),
          Map.entry('O', "100105163645413010"),
          Map.entry('P', "0600304142330 0333"),
          Map.entry('R', "06003041423303 2346"),
          Map.entry('S', "4130100102134344453616 1605"),
          Map.entry('T', "0040 2026"),
          Map.entry('U', "000516364540"),
          Map.entry('V', "002640"),
          Map.entry('W', "0016233640"),
          Map.entry('X', "0046 4006"),
          Map.entry('Y', "002340 2326"),
          Map.entry('Z', "00400646"),
          Map.entry('0', "100105163645413010 1531"),
          Map.entry('1', "112026 1636"),
          Map.entry('2', "0110304142060646"),
          Map.entry('5', "400002324345361605"));

  private final byte[] ink = new byte[COLUMNS * ROWS];

  Poster() {
    write("HYPERLUMEN", 6, 6, 8.4, 0.62);
    double y = 21;
    double height = 3.0;
    for (String line :
        new String[] {
          "LIGHT IS COUNTED ONE GRAIN AT A TIME",
          "THE REST IS A GOOD GUESS AND PATIENCE 1 2 5 0",
          "FINE PRINT TELLS A CLEAN PICTURE FROM A BLURRED ONE",
          "WHEN NOISE GOES THE LETTERS OUGHT TO STAY WHERE THEY ARE 2 0 2 5",
          "AND THE SMALLEST LINE OF ALL IS HERE TO SHOW WHERE READING HAS AN END"
        }) {
      write(line, 6, y, height * 0.55, 0.5);
      y += height + 0.5;
      height *= 0.86;
    }
    star(78, 49, 15);
    double period = 2;
    for (int k = 0; k < 5; k++) {
      grating(6 + 11 * k, 55, 9, 8, period);
      period *= 0.74;
    }
    frame(2.5, 0.45);
  }

  /** The colour of the print at (x, y). */
  Vector colour(double x, double y) {
    if (y > 41 && y < 51.5 && x > 6 && x < 59) {
      int patch = (int) ((x - 6) / 8.9);
      double inside = (x - 6) - 8.9 * patch;
      if (inside < 8.1) {
        return patchColour(patch);
      }
    }
    double covered = ink(x, y);
    return PAPER.mixedWith(INK, covered);
  }

  private static Vector patchColour(int patch) {
    return switch (patch) {
      case 0 -> new Vector(0.62, 0.03, 0.03);
      case 1 -> new Vector(0.80, 0.28, 0.02);
      case 2 -> new Vector(0.82, 0.62, 0.02);
      case 3 -> new Vector(0.05, 0.36, 0.08);
      case 4 -> new Vector(0.02, 0.22, 0.52);
      default -> new Vector(0.22, 0.04, 0.34);
    };
  }

  private double ink(double x, double y) {
    double px = Math.clamp(x * SCALE - 0.5, 0, COLUMNS - 1.001);
    double py = Math.clamp(y * SCALE - 0.5, 0, ROWS - 1.001);
    int ix = (int) px;
    int iy = (int) py;
    double fx = px - ix;
    double fy = py - iy;
    int k = iy * COLUMNS + ix;
    int next = Math.min(ix + 1, COLUMNS - 1) - ix;
    int below = (Math.min(iy + 1, ROWS - 1) - iy) * COLUMNS;
    double upper = (ink[k] & 0xff) * (1 - fx) + (ink[k + next] & 0xff) * fx;
    double lower = (ink[k + below] & 0xff) * (1 - fx) + (ink[k + below + next] & 0xff) * fx;
    return (upper * (1 - fy) + lower * fy) / 255;
  }

  private void write(String text, double x, double y, double height, double boldness) {
    double unit = height / 6;
    double at = x;
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      for (String stroke : STROKES.getOrDefault(letter, "").split(" ", -1)) {
        for (int k = 0; k + 3 < stroke.length(); k += 2) {
          line(
              at + unit * (stroke.charAt(k) - '0'),
              y + unit * (stroke.charAt(k + 1) - '0'),
              at + unit * (stroke.charAt(k + 2) - '0'),
              y + unit * (stroke.charAt(k + 3) - '0'),
              unit * boldness);
        }
      }
      at += unit * (letter == ' ' ? 4 : 6.2);
    }
  }

  private void line(double x0, double y0, double x1, double y1, double radius) {
    double dx = x1 - x0;
    double dy = y1 - y0;
    double square = dx * dx + dy * dy;
    int left = (int) ((Math.min(x0, x1) - radius) * SCALE) - 1;
    int right = (int) ((Math.max(x0, x1) + radius) * SCALE) + 1;
    int top = (int) ((Math.min(y0, y1) - radius) * SCALE) - 1;
    int bottom = (int) ((Math.max(y0, y1) + radius) * SCALE) + 1;
    for (int row = top; row <= bottom; row++) {
      for (int column = left; column <= right; column++) {
        double px = (column + 0.5) / SCALE - x0;
        double py = (row + 0.5) / SCALE - y0;
        double t = square == 0 ? 0 : Math.clamp((px * dx + py * dy) / square, 0, 1);
        double ex = px - t * dx;
        double ey = py - t * dy;
        double distance = (Math.sqrt(ex * ex + ey * ey) - radius) * SCALE;
        darken(column, row, 0.5 - distance);
      }
    }
  }

  private void star(double x, double y, double radius) {
    for (int row = (int) ((y - radius) * SCALE); row < (y + radius) * SCALE; row++) {
      for (int column = (int) ((x - radius) * SCALE); column < (x + radius) * SCALE; column++) {
        double dx = (column + 0.5) / SCALE - x;
        double dy = (row + 0.5) / SCALE - y;
        double distance = Math.sqrt(dx * dx + dy * dy);
        if (distance < radius) {
          double wave = StrictMath.sin(36 * StrictMath.atan2(dy, dx));
          darken(column, row, 0.5 + wave * distance * SCALE / 36);
        }
      }
    }
  }

  private void grating(double x, double y, double width, double height, double period) {
    for (int row = (int) (y * SCALE); row < (y + height) * SCALE; row++) {
      for (int column = (int) (x * SCALE); column < (x + width) * SCALE; column++) {
        double phase = ((column + 0.5) / SCALE - x) / period;
        double inside = 0.25 - Math.abs(phase - Math.floor(phase) - 0.5);
        darken(column, row, 0.5 + inside * period * SCALE);
      }
    }
  }

  private void frame(double inset, double width) {
    double right = WIDTH - inset;
    double bottom = HEIGHT - inset;
    line(inset, inset, right, inset, width / 2);
    line(right, inset, right, bottom, width / 2);
    line(right, bottom, inset, bottom, width / 2);
    line(inset, bottom, inset, inset, width / 2);
  }

  private void darken(int column, int row, double coverage) {
    if (column >= 0 && row >= 0 && column < COLUMNS && row < ROWS) {
      int k = row * COLUMNS + column;
      int value = (int) Math.round(255 * Math.clamp(coverage, 0, 1));
      ink[k] = (byte) Math.max(ink[k] & 0xff, value);
    }
  }
}
