package hyperlumen.read.dng;

import hyperlumen.read.dng.Opcode.BadConstant;
import hyperlumen.read.dng.Opcode.BadList;
import java.util.BitSet;
import java.util.List;

/**
 * Replaces bad samples of a Bayer mosaic by the mean of the good ones of the same colour next to
 * them: the diagonal neighbours for green, else, or where those are bad too, the eight two columns
 * or rows away. One without any good neighbour stays.
 */
final class BadPixels {

  private static final int[][] DIAGONAL = {{-1, -1}, {-1, 1}, {1, -1}, {1, 1}};
  private static final int[][] TWO_AWAY = {
    {-2, 0}, {2, 0}, {0, -2}, {0, 2}, {-2, -2}, {-2, 2}, {2, -2}, {2, 2}
  };

  private final Frame frame;
  private final int greenParity;
  private final BitSet bad;

  private BadPixels(Frame frame, int greenParity) {
    this.frame = frame;
    this.greenParity = greenParity;
    this.bad = new BitSet((int) frame.size().pixels());
  }

  /**
   * Applies the repairs of a list.
   *
   * @param table the linearisation table the frame went through already, or empty
   * @param greenParity (row + column) modulo 2 of the green samples of the frame
   */
  static void repair(Frame frame, List<? extends Opcode> opcodes, short[] table, int greenParity) {
    if (opcodes.stream().noneMatch(Opcode.Repair.class::isInstance)) {
      return;
    }
    BadPixels pixels = new BadPixels(frame, greenParity);
    for (Opcode opcode : opcodes) {
      switch (opcode) {
        case BadConstant constant -> pixels.mark(constant, table);
        case BadList list -> pixels.mark(list);
        default -> {
          // Other opcodes change no single samples.
        }
      }
    }
    pixels.replace();
  }

  private void mark(BadConstant opcode, short[] table) {
    short constant = (short) opcode.constant();
    if (table.length > 0) {
      constant = table[Math.min(opcode.constant(), table.length - 1)];
    }
    short[] samples = frame.samples();
    for (int i = 0; i < frame.size().pixels(); i++) {
      if (samples[i] == constant) {
        bad.set(i);
      }
    }
  }

  private void mark(BadList list) {
    int width = frame.size().width();
    int[] points = list.points();
    for (int i = 0; i + 1 < points.length; i += 2) {
      if (isInside(points[i], points[i + 1])) {
        bad.set(points[i] * width + points[i + 1]);
      }
    }
    for (int[] area : list.rectangles()) {
      for (int y = area[0]; y < area[2]; y++) {
        if (area[3] > area[1]) {
          bad.set(y * width + area[1], y * width + area[3]);
        }
      }
    }
  }

  private void replace() {
    int width = frame.size().width();
    for (int i = bad.nextSetBit(0); i >= 0; i = bad.nextSetBit(i + 1)) {
      int row = i / width;
      int column = i % width;
      boolean done = ((row + column) & 1) == greenParity && replace(row, column, DIAGONAL);
      if (!done) {
        replace(row, column, TWO_AWAY);
      }
    }
  }

  private boolean replace(int row, int column, int[][] steps) {
    int width = frame.size().width();
    long sum = 0;
    int count = 0;
    for (int[] step : steps) {
      int y = row + step[0];
      int x = column + step[1];
      if (isInside(y, x) && !bad.get(y * width + x)) {
        sum += frame.samples()[y * width + x] & 0xffff;
        count++;
      }
    }
    if (count > 0) {
      frame.samples()[row * width + column] = (short) ((sum + count / 2) / count);
    }
    return count > 0;
  }

  private boolean isInside(int row, int column) {
    return row >= 0 && column >= 0 && row < frame.size().height() && column < frame.size().width();
  }
}
