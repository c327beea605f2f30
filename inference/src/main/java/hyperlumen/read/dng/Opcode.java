package hyperlumen.read.dng;

import java.util.List;

/** A correction that a DNG asks its reader to make (DNG 1.7, chapter 7). */
sealed interface Opcode {

  /** One that changes each sample by its value and place, in linear units of [0, 1]. */
  sealed interface Pointwise extends Opcode {
    /**
     * Applies it to a row.
     *
     * @param row the row of the picture the opcode's coordinates belong to
     * @param values samples of the row, interleaved, 0 = black, 1 = white; may leave that range
     * @param channels samples per pixel
     */
    void apply(int row, float[] values, int channels);
  }

  /** One that replaces samples by their neighbours. */
  sealed interface Repair extends Opcode {}

  /** FixBadPixelsConstant: samples of this value are bad. */
  record BadConstant(int constant) implements Repair {}

  /**
   * FixBadPixelsList.
   *
   * @param points row, column, row, column ...
   * @param rectangles top, left, bottom, right of each
   */
  record BadList(int[] points, List<int[]> rectangles) implements Repair {}

  /** GainMap: each sample times a factor interpolated in a grid. */
  record Gains(OpcodeArea area, GainMap map) implements Pointwise {
    @Override
    public void apply(int row, float[] values, int channels) {
      if (!area.hasRow(row)) {
        return;
      }
      for (int c = area.firstPlane(); c < area.endPlane(channels); c++) {
        map.apply(row, values, channels, c, area);
      }
    }
  }

  /**
   * MapPolynomial: f(x) = sum of coefficient(i) x^i, clipped to [0, 1].
   *
   * @param coefficients from the constant on
   */
  record Polynomial(OpcodeArea area, double[] coefficients) implements Pointwise {
    @Override
    public void apply(int row, float[] values, int channels) {
      area.forEach(
          row,
          values,
          channels,
          x -> {
            double in = Math.clamp(x, 0, 1);
            double sum = 0;
            for (int i = coefficients.length - 1; i >= 0; i--) {
              sum = sum * in + coefficients[i];
            }
            return (float) Math.clamp(sum, 0, 1);
          });
    }
  }

  /**
   * MapTable: f(x) = table(65535 x) / 65535.
   *
   * @param table its last value goes on to the end
   */
  record Table(OpcodeArea area, short[] table) implements Pointwise {
    @Override
    public void apply(int row, float[] values, int channels) {
      area.forEach(
          row,
          values,
          channels,
          x -> {
            int index = Math.min(Math.round(Math.clamp(x, 0f, 1f) * 65535), table.length - 1);
            return (table[index] & 0xffff) / 65535f;
          });
    }
  }

  /** DeltaPerRow and ScalePerRow: x * factor(row) + delta(row). */
  record PerRow(OpcodeArea area, float[] numbers, boolean multiplies) implements Pointwise {
    @Override
    public void apply(int row, float[] values, int channels) {
      int index = area.rowIndex(row);
      if (!area.hasRow(row) || index >= numbers.length) {
        return;
      }
      float number = numbers[index];
      area.forEach(row, values, channels, x -> multiplies ? x * number : x + number);
    }
  }

  /** DeltaPerColumn and ScalePerColumn. */
  record PerColumn(OpcodeArea area, float[] numbers, boolean multiplies) implements Pointwise {
    @Override
    public void apply(int row, float[] values, int channels) {
      if (!area.hasRow(row)) {
        return;
      }
      int width = values.length / channels;
      for (int c = area.firstPlane(); c < area.endPlane(channels); c++) {
        int index = 0;
        for (int x = area.left();
            x < Math.min(area.right(), width) && index < numbers.length;
            x += area.columnPitch()) {
          int at = x * channels + c;
          values[at] = multiplies ? values[at] * numbers[index] : values[at] + numbers[index];
          index++;
        }
      }
    }
  }

  /**
   * FixVignetteRadial: x * (1 + k0 r^2 + k1 r^4 + ... + k4 r^10), r = 1 at the corner farthest from
   * the centre.
   *
   * @param k the five coefficients
   * @param centreX the optical centre as fraction of the width
   * @param centreY the optical centre as fraction of the height
   * @param width columns of the picture
   * @param height rows of the picture
   */
  record Vignette(double[] k, double centreX, double centreY, int width, int height)
      implements Pointwise {
    @Override
    public void apply(int row, float[] values, int channels) {
      double cx = centreX * width;
      double cy = centreY * height;
      double farX = Math.max(cx, width - cx);
      double farY = Math.max(cy, height - cy);
      double scale = 1 / (farX * farX + farY * farY);
      double dy = row + 0.5 - cy;
      for (int x = 0; x < values.length / channels; x++) {
        double dx = x + 0.5 - cx;
        double r2 = Math.min(1, (dx * dx + dy * dy) * scale);
        double gain = 1 + r2 * (k[0] + r2 * (k[1] + r2 * (k[2] + r2 * (k[3] + r2 * k[4]))));
        for (int c = 0; c < channels; c++) {
          values[x * channels + c] *= (float) gain;
        }
      }
    }
  }
}
