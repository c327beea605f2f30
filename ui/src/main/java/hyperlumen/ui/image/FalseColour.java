package hyperlumen.ui.image;

/**
 * Colours for signed quantities: black for 0, through red to yellow for +1, through blue to cyan
 * for -1. Brightness grows with the size, so the map can be read without telling red from blue.
 */
public final class FalseColour {

  /** Steps from 0 to 1; an 8-bit channel shows no more. */
  private static final int STEPS = 255;

  private static final int OPAQUE = 0xff000000;
  private static final int[] COLOURS = colours();

  private FalseColour() {}

  /** The colour 0xAARRGGBB of a value; beyond -1 and 1 it stays the same. */
  public static int of(float value) {
    return COLOURS[STEPS + Math.round(Math.clamp(value, -1f, 1f) * STEPS)];
  }

  private static int[] colours() {
    int[] colours = new int[2 * STEPS + 1];
    for (int i = 0; i <= STEPS; i++) {
      double size = (double) i / STEPS;
      int low = (int) Math.round(255 * Math.min(1, 2 * size));
      int high = (int) Math.round(255 * Math.max(0, 2 * size - 1));
      colours[STEPS + i] = OPAQUE | low << 16 | high << 8;
      colours[STEPS - i] = OPAQUE | low | high << 8;
    }
    return colours;
  }
}
